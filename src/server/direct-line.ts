import type { Request, Response, Server } from 'restify';
import { BODY_LIMIT, type DirectLine, type DirectLineOperation } from '../channels/webchat/index.ts';
import { queryOf, readForm, readJson, sendJson } from './http.ts';
import type { Handle } from './routes.ts';

/** Method and path of every operation of the local Direct Line 3.0 endpoint. */
const ROUTES: [method: 'get' | 'post', path: string, operation: DirectLineOperation][] = [
  ['post', '/v3/directline/tokens/generate', 'generate'],
  ['post', '/v3/directline/tokens/refresh', 'refresh'],
  ['post', '/v3/directline/conversations', 'start'],
  ['get', '/v3/directline/conversations/:id', 'reconnect'],
  ['post', '/v3/directline/conversations/:id/activities', 'post'],
  ['post', '/v3/directline/conversations/:id/upload', 'upload'],
  ['get', '/v3/directline/conversations/:id/activities', 'poll'],
];

/** Puts the web chat's channel on the server. */
export function routeDirectLine(server: Server, directLine: DirectLine, handle: Handle): void {
  for (const [method, path, operation] of ROUTES)
    server[method](
      path,
      handle(async (req: Request, res: Response) => {
        const { status, body } = await directLine.handle(operation, {
          authorization: req.headers.authorization,
          conversationId: (req.params as { id?: string } | undefined)?.id,
          watermark: queryOf(req).get('watermark') ?? undefined,
          body: method === 'post' ? await bodyOf(operation, req) : undefined,
        });
        sendJson(res, status, body);
      }),
    );
}

async function bodyOf(operation: DirectLineOperation, req: Request): Promise<unknown> {
  return operation === 'upload' ? await readForm(req, BODY_LIMIT) : await readJson(req, BODY_LIMIT);
}
