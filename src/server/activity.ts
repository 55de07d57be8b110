import { z } from 'zod';
import { HttpError } from './http.ts';

/** Names are parts of keys in the database: longer ones than any channel gives do not fit there. */
const id = z.string().min(1).max(512);
const account = z.looseObject({ id });
const optional = <T extends z.ZodType>(type: T) => type.nullish();

/** What an activity must be like for the bot to take it; what only some channels know goes through as it is. */
const Envelope = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: optional(z.string().regex(/^[\w.-]{1,64}$/)),
  id: optional(id),
  serviceUrl: z.string().max(2048),
  conversation: z.looseObject({ id: id.max(1024), conversationType: optional(z.string()) }),
  from: optional(account.extend({ name: optional(z.string()), aadObjectId: optional(id) })),
  recipient: optional(account),
  replyToId: optional(id),
  text: optional(z.string()),
  locale: optional(z.string()),
  name: optional(z.string()),
  action: optional(z.string()),
  timestamp: optional(z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time')),
  localTimestamp: optional(z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time')),
  membersAdded: optional(z.array(account)),
  attachments: optional(
    z.array(z.looseObject({ contentType: z.string(), name: optional(z.string()) })).max(50),
  ),
  entities: optional(z.array(z.looseObject({ type: z.string() })).max(200)),
});

/**
 * Checks the shape of a Bot Framework activity.
 * @returns the activity, without the members that are null.
 * @throws {HttpError} 400 with the first member that is wrong.
 */
export function readActivity(body: unknown): Record<string, unknown> {
  const read = Envelope.safeParse(body);
  if (read.success) return withoutNulls(read.data);
  const [issue] = read.error.issues;
  const member = issue?.path.join('.') ?? '';
  const where = member === '' ? 'the body' : `«${member}»`;
  throw new HttpError(400, 'BadActivity', `${where}: ${issue?.message ?? 'not valid'}`);
}

function withoutNulls(activity: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(activity).filter(([, value]) => value !== null));
}
