import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'restify';
import { readActivity } from './activity.ts';
import { isLocalCaller } from './callers.ts';
import { HttpError, readJson } from './http.ts';
import { mayAnswerTo } from './service-url.ts';

/** Largest activity taken from Bot Framework, in bytes. */
const BODY_LIMIT = 256 * 1024;

/** Attends an activity of Bot Framework whose body was read: `CloudAdapter.process` with the bot's logic. */
export type MessagesHandler = (req: ReadRequest, res: Response) => Promise<void>;

/** A request whose body was read. */
export interface ReadRequest {
  method: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/**
 * Lets through to Bot Framework's handler what may go there.
 * @param authenticated whether that handler checks who calls; if not, only callers on this machine are taken.
 * @throws {HttpError} 403 for others and for an address that the bot does not answer to; 400, 413 or 415 for a body that
 *   is not an activity.
 */
export async function attendMessage(
  req: Request,
  res: Response,
  handler: MessagesHandler,
  authenticated: boolean,
): Promise<void> {
  if (!authenticated && !isLocalCaller(req))
    throw new HttpError(
      403,
      'LocalOnly',
      'without an app id the service takes messages of this machine only',
    );
  const body = readActivity(await readJson(req, BODY_LIMIT));
  if (!mayAnswerTo(String(body.serviceUrl), authenticated))
    throw new HttpError(403, 'ServiceUrl', 'the bot does not answer to the address in «serviceUrl»');
  await handler({ method: 'POST', headers: req.headers, body }, res);
}
