/** What Meta's Cloud API refuses, as a table: each rule with the page of Meta's documentation that it comes from. */

const DOCS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';

export type Fields = Record<string, unknown>;

/** A request to the API, read. */
export type GraphRequest =
  | { kind: 'message'; phoneNumberId: string; body: Fields; json: boolean }
  | { kind: 'read'; phoneNumberId: string; body: Fields; json: boolean }
  | { kind: 'upload'; phoneNumberId: string; form: FormData };

/** What the API knows when a request comes. */
export interface World {
  now: number;
  phoneNumberIds: readonly string[];
  templates: readonly { name: string; language: string }[];
  /** Ids of messages that people sent. */
  received: ReadonlySet<string>;
  media: ReadonlyMap<string, { type: string }>;
  /** When the person wrote last to the number, in ms; undefined for never. */
  heard: number | undefined;
  /** Times of the messages sent to the same person, and from the same number, in ms. */
  pair: readonly number[];
  number: readonly number[];
}

export interface Rule {
  page: string;
  /** Number and HTTP status with which Meta refuses. */
  code: number;
  status: number;
  /** What is wrong; undefined where nothing is. */
  broken(request: GraphRequest, world: World): string | undefined;
}

const TOP = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
];
const TYPES = ['text', 'interactive', 'document', 'image', 'template'];
const UPLOADS: Record<string, number> = {
  'text/plain': 100,
  'application/pdf': 100,
  'application/msword': 100,
  'application/vnd.ms-excel': 100,
  'application/vnd.ms-powerpoint': 100,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 100,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 100,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 100,
  'image/jpeg': 5,
  'image/png': 5,
};
const MB = 1024 * 1024;

export const RULES: Rule[] = [
  rule('reference/whatsapp-business-phone-number/message-api', 100, (request, { phoneNumberIds }) =>
    unless(phoneNumberIds.includes(request.phoneNumberId), 'the phone number id is not known'),
  ),
  message('reference/whatsapp-business-phone-number/message-api', 100, (body, _world, json) =>
    first(
      unless(json, 'the content type is not application/json'),
      unless(body.messaging_product === 'whatsapp', 'messaging_product must be whatsapp'),
      unless(
        body.recipient_type === undefined || body.recipient_type === 'individual',
        'recipient_type must be individual',
      ),
      unless(TYPES.includes(String(body.type)), 'type is none that is known'),
      unless(isFields(body[String(body.type)]), 'the object named by type is missing'),
      ...Object.keys(body).map((key) =>
        unless(TOP.includes(key) || key === body.type, `«${key}» is not a parameter`),
      ),
    ),
  ),
  message('messages/send-messages', 100, (body) =>
    first(
      unless(body.to !== undefined || body.recipient !== undefined, 'neither to nor recipient is given'),
      unless(body.to === undefined || /^\+?\d{7,15}$/.test(String(body.to)), 'to is not a phone number'),
    ),
  ),
  message('business-scoped-user-ids', 100, (body) =>
    unless(
      body.recipient === undefined || /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(String(body.recipient)),
      'recipient is not a business-scoped user id',
    ),
  ),
  typed('text', 'messages/text-messages', 131009, (text) =>
    first(
      sized('text.body', text.body, 1, 4096),
      unless(
        text.preview_url === undefined || typeof text.preview_url === 'boolean',
        'preview_url is no boolean',
      ),
    ),
  ),
  interactive('button', 'messages/interactive-reply-buttons-messages', (own) => {
    const buttons = list(fields(own.action).buttons).map((button) => fields(button.reply));
    return first(
      sized('interactive.body.text', fields(own.body).text, 1, 1024),
      unless(buttons.length >= 1 && buttons.length <= 3, `${buttons.length} buttons`),
      ...buttons.flatMap(({ id, title }) => [
        sized('button id', id, 1, 256),
        sized('button title', title, 1, 20),
      ]),
      ...buttons.map(({ id }) => unless(String(id).trim() === id, 'a button id has spaces around it')),
      unique(
        'button ids',
        buttons.map(({ id }) => id),
      ),
      unique(
        'button titles',
        buttons.map(({ title }) => title),
      ),
    );
  }),
  interactive('list', 'messages/interactive-list-messages', (own) => {
    const action = fields(own.action);
    const sections = list(action.sections);
    const rows = sections.flatMap((section) => list(section.rows));
    return first(
      sized('interactive.body.text', fields(own.body).text, 1, 4096),
      sized('action.button', action.button, 1, 20),
      unless(sections.length >= 1 && sections.length <= 10, `${sections.length} sections`),
      unless(rows.length >= 1 && rows.length <= 10, `${rows.length} rows`),
      ...sections.map(({ title }) =>
        title === undefined
          ? unless(sections.length === 1, 'a section of several has no title')
          : sized('section title', title, 1, 24),
      ),
      ...rows.flatMap(({ id, title, description }) => [
        sized('row id', id, 1, 200),
        sized('row title', title, 1, 24),
        description === undefined ? undefined : sized('row description', description, 1, 72),
      ]),
      unique(
        'row ids',
        rows.map(({ id }) => id),
      ),
    );
  }),
  typed('interactive', 'messages/interactive-list-messages', 100, (own) =>
    unless(own.type === 'button' || own.type === 'list', 'this kind of interactive message is not used here'),
  ),
  typed('document', 'messages/document-messages', 131009, (document, { media }) =>
    first(
      unless(media.has(String(document.id)), 'the media id is not known'),
      unless(
        !media.get(String(document.id))?.type.startsWith('image/'),
        'a picture is sent as a document of another kind',
      ),
      document.caption === undefined ? undefined : sized('caption', document.caption, 1, 1024),
      sized('filename', document.filename, 1, 240),
    ),
  ),
  typed('image', 'messages/image-messages', 131009, (image, { media }) =>
    first(
      unless(media.get(String(image.id))?.type.startsWith('image/') === true, 'the media id is no picture'),
      image.caption === undefined ? undefined : sized('caption', image.caption, 1, 1024),
    ),
  ),
  typed('template', 'templates/overview', 132001, (template, { templates }) =>
    unless(
      templates.some(
        ({ name, language }) => name === template.name && language === fields(template.language).code,
      ),
      'the template does not exist in that language',
    ),
  ),
  typed('template', 'support/error-codes', 132000, ({ components }) =>
    unless(list(components).length === 0, 'the template takes no parameters'),
  ),
  message('messages/send-messages', 131047, ({ type }, { heard, now }) =>
    unless(
      type === 'template' || (heard !== undefined && now - heard < 24 * 60 * 60 * 1000),
      'more than 24 hours have passed since the person wrote',
    ),
  ),
  message('throughput', 131056, (_body, { pair, now }) =>
    unless(burst(pair, now, 6000) < 45, 'more messages to the same person than the burst of 45'),
  ),
  message('throughput', 130429, (_body, { number, now }) =>
    unless(number.filter((at) => at > now - 1000).length < 80, 'more than 80 messages a second'),
  ),
  {
    page: `${DOCS}/typing-indicators`,
    code: 100,
    status: 400,
    broken: (request, { received }) => {
      if (request.kind !== 'read') return undefined;
      const { messaging_product, status, message_id, typing_indicator, ...more } = request.body;
      return first(
        unless(messaging_product === 'whatsapp', 'messaging_product must be whatsapp'),
        unless(status === 'read', 'status must be read'),
        unless(received.has(String(message_id)), 'nobody sent a message of that id'),
        unless(
          typing_indicator === undefined || fields(typing_indicator).type === 'text',
          'the typing indicator must be of type text',
        ),
        unless(Object.keys(more).length === 0, 'there are parameters that are not known'),
      );
    },
  },
  {
    page: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media',
    code: 131053,
    status: 400,
    broken: (request) => {
      if (request.kind !== 'upload') return undefined;
      const { form } = request;
      const file = form.get('file');
      const type = String(form.get('type'));
      const limit = UPLOADS[type];
      return first(
        unless(form.get('messaging_product') === 'whatsapp', 'messaging_product must be whatsapp'),
        unless(limit !== undefined, `${type} is no type that can be uploaded`),
        unless(file instanceof File && file.size > 0, 'there is no file'),
        unless(file instanceof File && file.type === type, 'the file is of another type than said'),
        unless(file instanceof File && file.size <= (limit ?? 0) * MB, 'the file is too large'),
      );
    },
  },
];

/** The first rule that a request breaks. */
export function brokenRule(request: GraphRequest, world: World): (Rule & { why: string }) | undefined {
  for (const rule of RULES) {
    const why = rule.broken(request, world);
    if (why !== undefined) return { ...rule, why };
  }
  return undefined;
}

/** Messages of a burst that the even rate since has not made good yet. */
function burst(times: readonly number[], now: number, interval: number): number {
  let due = 0;
  for (const at of times) due = Math.max(due, at) + interval;
  return Math.max(0, (due - now) / interval);
}

function rule(page: string, code: number, broken: Rule['broken']): Rule {
  return { page: `${DOCS}/${page}`, code, status: 400, broken };
}

function message(
  page: string,
  code: number,
  broken: (body: Fields, world: World, json: boolean) => string | undefined,
): Rule {
  return rule(page, code, (request, world) =>
    request.kind === 'message' ? broken(request.body, world, request.json) : undefined,
  );
}

function typed(
  type: string,
  page: string,
  code: number,
  broken: (own: Fields, world: World) => string | undefined,
): Rule {
  return message(page, code, (body, world) =>
    body.type === type ? broken(fields(body[type]), world) : undefined,
  );
}

function interactive(kind: string, page: string, broken: (own: Fields) => string | undefined): Rule {
  return typed('interactive', page, 131009, (own) => (own.type === kind ? broken(own) : undefined));
}

function unless(holds: boolean, why: string): string | undefined {
  return holds ? undefined : why;
}

function first(...faults: (string | undefined)[]): string | undefined {
  return faults.find((fault) => fault !== undefined);
}

function sized(name: string, value: unknown, least: number, most: number): string | undefined {
  if (typeof value !== 'string') return `${name} is no string`;
  if (value.trim().length < least) return `${name} is empty`;
  return value.length > most
    ? `${name} has ${value.length} characters and at most ${most} are taken`
    : undefined;
}

function unique(name: string, values: unknown[]): string | undefined {
  return unless(new Set(values).size === values.length, `two ${name} are equal`);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
