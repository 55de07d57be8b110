import type { Activity, InvokeResponse } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Request, Response } from 'restify';
import { readActivity } from './activity.ts';
import { isLocalCaller } from './callers.ts';
import { HttpError, readJson, sendJson } from './http.ts';
import { mayAnswerTo } from './service-url.ts';

/** Largest activity taken from Bot Framework, in bytes. */
const BODY_LIMIT = 256 * 1024;

/** Attends an activity of Bot Framework: the adapter, with the bot's logic. */
export type MessagesHandler = (
  authorization: string,
  activity: Activity,
) => Promise<InvokeResponse | undefined>;

/**
 * Lets through to Bot Framework's handler what may go there, and answers what it says.
 * @param authenticated whether that handler checks who calls; if not, only callers on this machine are taken.
 * @throws {HttpError} 401 for who may not write to the bot; 403 for others and for an address that the bot does not
 *   answer to; 400, 413 or 415 for a body that is not an activity.
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
  const activity = readActivity(await readJson(req, BODY_LIMIT));
  if (!mayAnswerTo(activity.serviceUrl, authenticated))
    throw new HttpError(403, 'ServiceUrl', 'the bot does not answer to the address in «serviceUrl»');
  const answer = await attended(() => handler(req.headers.authorization ?? '', activity));
  if (answer?.body !== undefined) return sendJson(res, answer.status, answer.body);
  res.status(answer?.status ?? 200);
  res.end();
}

/** @throws {HttpError} 401 for who may not write to the bot. */
async function attended<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AuthenticationError) throw new HttpError(401, 'Unauthorized', error.message);
    throw error;
  }
}
