import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';
import { DEEPEST_JSON, nestsDeeper } from '../text/nesting.ts';

/** A request that gets an error status: what it may be told is the message. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Nothing may be loaded, run or framed: for answers that are not pages. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Pages that only read: their own style sheet and nothing else. */
export const READING_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What no page asks the browser for, so that nothing that gets into one can either. */
const UNUSED = 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Tells browsers to come back over TLS only, for a year. */
export const ONLY_TLS = { name: 'Strict-Transport-Security', value: 'max-age=31536000' };

/** Sends a whole answer with the headers that every answer has; `headers` go over them. */
export function send(
  res: Response,
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  // Head and body leave together, and each header is looked at once: restify's own way does neither.
  res.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': NOTHING,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': UNUSED,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  res.end(body);
}

export function sendJson(
  res: Response,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  send(res, status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}

export function sendHtml(res: Response, status: number, html: string, policy = READING_POLICY): void {
  send(res, status, 'text/html; charset=utf-8', html, { 'Content-Security-Policy': policy });
}

/** The error body of the Bot Framework protocols. */
export function sendError(res: Response, error: HttpError): void {
  sendJson(res, error.status, { error: { code: error.code, message: error.message } }, error.headers);
}

/**
 * The JSON of a request's body; undefined when it has none.
 * @param limit largest body taken, in bytes.
 * @throws {HttpError} 413 when it is larger, 415 when it is not plain JSON, 400 when it is malformed or nests too deep.
 */
export async function readJson(req: IncomingMessage, limit: number): Promise<unknown> {
  const content = await readBody(req, limit);
  if (content.length === 0) return undefined;
  const [type] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  // A page of another site can post text/plain without asking; it cannot post JSON. Hence no leniency here.
  if (type?.trim() !== 'application/json' || req.headers['content-encoding'])
    throw new HttpError(415, 'UnsupportedMediaType', 'send application/json without content encoding');
  if (nestsDeeper(content, DEEPEST_JSON))
    throw new HttpError(400, 'NestedTooDeep', `the JSON may nest at most ${DEEPEST_JSON} levels`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    throw new HttpError(400, 'MalformedJson', 'the body is not JSON in UTF-8');
  }
}

/** A form with files, as Direct Line uploads them. */
export interface Form {
  activity: unknown;
  /** `content` is the text of a file in UTF-8; undefined where it is no text. */
  files: { name: string; contentType: string; content: string | undefined }[];
}

/**
 * The files of a request's body and the activity that they go with.
 * @param limit largest body taken, in bytes.
 * @throws {HttpError} 413 when it is larger, 415 when it is no form, 400 when it is malformed.
 */
export async function readForm(req: IncomingMessage, limit: number): Promise<Form> {
  const content = await readBody(req, limit);
  const contentType = req.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType) || req.headers['content-encoding'])
    throw new HttpError(415, 'UnsupportedMediaType', 'send multipart/form-data without content encoding');
  try {
    const body = new Uint8Array(content);
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    const part = form.get('activity');
    const text = part instanceof File ? await part.text() : (part ?? '{}');
    if (nestsDeeper(Buffer.from(text), DEEPEST_JSON)) throw new Error('nested too deep');
    const activity = JSON.parse(text) as unknown;
    const files = form.getAll('file').filter((file) => file instanceof File);
    return { activity, files: await Promise.all(files.map(textOf)) };
  } catch {
    throw new HttpError(400, 'MalformedForm', 'the body is not a form with one activity and its files');
  }
}

async function textOf(file: File): Promise<Form['files'][number]> {
  const named = { name: file.name.slice(0, 200), contentType: file.type || 'application/octet-stream' };
  try {
    return { ...named, content: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { ...named, content: undefined };
  }
}

/**
 * The bytes of a request's body, as they came.
 * @param limit largest body taken, in bytes.
 * @throws {HttpError} 413 when it is larger.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const { promise: read, resolve, reject } = Promise.withResolvers<void>();
  req.on('data', (chunk: Buffer) => {
    size += chunk.length;
    // What is too much is read to its end but not kept, so that the client gets to see the answer.
    if (size <= limit) chunks.push(chunk);
    else if (size > limit * DRAIN_FACTOR) req.destroy();
  });
  req.once('end', resolve);
  req.once('error', reject);
  req.once('close', () => {
    if (!req.complete) reject(new Error('the request was broken off'));
  });
  await read;
  if (size > limit) throw new HttpError(413, 'BodyTooLarge', `the body may have at most ${limit} bytes`);
  return Buffer.concat(chunks);
}

/** How many times the limit is read before the connection is cut. */
const DRAIN_FACTOR = 16;

/** The parameters in a request's address. */
export function queryOf(req: Request): URLSearchParams {
  return new URLSearchParams(req.getQuery());
}
