export { KEPT_CHOICES } from './choices.ts';
export { ALIASES, CONTACTS } from './contact.ts';
export { PENDING as WAITING } from './inbox.ts';
export { OUTBOX, SENT } from './outbox.ts';
