import type { Logger } from 'pino';
import type { Request, RequestHandler, Response } from 'restify';
import { HttpError, sendError } from './http.ts';

/** Makes a handler of the server out of what answers a request, and an answer out of what it throws. */
export type Handle = (answer: (req: Request, res: Response) => Promise<void>) => RequestHandler;

/** What a request did wrong is said; what went wrong here is logged, and the caller gets a plain 500. */
export function handleWith(log: Logger): Handle {
  return (answer) => async (req, res) => {
    try {
      await answer(req, res);
    } catch (error) {
      // The client went away in the middle of its request: there is nobody to answer.
      if (req.socket.destroyed) return;
      if (!(error instanceof HttpError))
        log.error({ err: error, method: req.method, path: req.path() }, 'request failed');
      const fault =
        error instanceof HttpError ? error : new HttpError(500, 'InternalError', 'the service failed');
      if (res.headersSent) res.end();
      else sendError(res, fault);
    }
  };
}
