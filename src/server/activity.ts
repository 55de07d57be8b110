import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { HttpError } from './http.ts';

/** Names are parts of keys in the database: longer ones than any channel gives do not fit there. */
const nameOf = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine(
      (said) => said.isWellFormed() && !/\p{Cc}/u.test(said),
      'must be text without control characters',
    );
const id = nameOf(512);
const optional = <T extends z.ZodType>(type: T) => type.nullish();
const text = optional(z.string());
const time = optional(z.string().refine((said) => !Number.isNaN(Date.parse(said)), 'must be a time'));
/** Who takes part is told back with every answer: the client library refuses to send what is of another kind. */
const account = z.looseObject({ id, name: text, aadObjectId: optional(id), role: text });
const conversation = z.looseObject({
  // The client library puts it in a header.
  id: nameOf(1024).regex(/^[ -~]+$/, 'must be ASCII'),
  name: text,
  aadObjectId: text,
  role: text,
  tenantId: text,
  conversationType: text,
  isGroup: optional(z.boolean()),
});

/** What an activity must be like for the bot to take it; what only some channels know goes through as it is. */
const Envelope = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: optional(z.string().regex(/^[\w.-]{1,64}$/)),
  id: optional(id),
  serviceUrl: z.string().max(2048),
  conversation,
  from: account,
  recipient: optional(account),
  replyToId: optional(id),
  text,
  locale: text,
  name: text,
  action: text,
  timestamp: time,
  localTimestamp: time,
  membersAdded: optional(z.array(account)),
  attachments: optional(z.array(z.looseObject({ contentType: z.string(), name: text })).max(50)),
  entities: optional(z.array(z.looseObject({ type: z.string() })).max(200)),
});

/** Members that are times: the SDK promises dates, and keeps beside each how it was written. */
const TIMES = [
  ['timestamp', 'rawTimestamp'],
  ['localTimestamp', 'rawLocalTimestamp'],
  ['expiration', 'rawExpiration'],
] as const;

/**
 * Checks the shape of a Bot Framework activity.
 * @returns the activity, without the members that are null in it and in its parts, its times as dates.
 * @throws {HttpError} 400 with the first member that is wrong.
 */
export function readActivity(body: unknown): Activity {
  const read = Envelope.safeParse(body);
  if (read.success) return withDates(withoutNulls(read.data)) as unknown as Activity;
  const [issue] = read.error.issues;
  const member = issue?.path.join('.') ?? '';
  const where = member === '' ? 'the body' : `«${member}»`;
  throw new HttpError(400, 'BadActivity', `${where}: ${issue?.message ?? 'not valid'}`);
}

/** Parts of an activity, and lists of parts, of which the SDK promises as much as of the activity itself. */
const PARTS: readonly string[] = ['from', 'recipient', 'conversation'];
const LISTS: readonly string[] = ['attachments', 'entities', 'membersAdded'];

function withoutNulls(activity: object): Record<string, unknown> {
  const read = ([name, value]: [string, unknown]): [string, unknown] => {
    if (PARTS.includes(name)) return [name, plain(value as object)];
    return LISTS.includes(name) ? [name, (value as object[]).map(plain)] : [name, value];
  };
  return Object.fromEntries(Object.entries(plain(activity)).map(read));
}

/** What an object has, without its members that are null: clients write them for what they leave out. */
function plain(one: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
}

function withDates(activity: Record<string, unknown>): Record<string, unknown> {
  for (const [time, written] of TIMES) {
    const said = activity[time];
    if (typeof said === 'string') Object.assign(activity, { [time]: new Date(said), [written]: said });
  }
  return activity;
}
