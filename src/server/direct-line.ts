import type { Request, Response, Server } from 'restify';
import { BODY_LIMIT, type DirectLine, type DirectLineOperation } from '../channels/webchat/index.ts';
import { queryOf, readForm, readJson, sendJson } from './http.ts';
import { hold, type RateLimits } from './rate-limit.ts';
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

export interface DirectLineRoutes {
  directLine: DirectLine;
  limits: RateLimits;
  /** Whom a request counts for. */
  addressOf(req: Request): string;
}

/** Puts the web chat's channel on the server. */
export function routeDirectLine(server: Server, routes: DirectLineRoutes, handle: Handle): void {
  const { directLine } = routes;
  for (const [method, path, operation] of ROUTES)
    server[method](
      path,
      handle(async (req: Request, res: Response) => {
        pace(operation, req, routes);
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

/** @throws {HttpError} 429 for what comes too often; who only listens may do so as often as they like. */
function pace(operation: DirectLineOperation, req: Request, { limits, addressOf }: DirectLineRoutes): void {
  const address = addressOf(req);
  const conversation = String((req.params as { id?: unknown } | undefined)?.id);
  switch (operation) {
    case 'generate':
      return hold(limits.conversations, address, 'conversations begun from this address');
    case 'start':
      // With a token it is a conversation that was counted when its token was made.
      if (req.headers.authorization === undefined)
        hold(limits.conversations, address, 'conversations begun from this address');
      return;
    case 'upload':
      hold(limits.uploads, conversation, 'files sent in this conversation');
      return hold(limits.addressMessages, address, 'messages from this address');
    case 'post':
      hold(limits.messages, conversation, 'messages in this conversation');
      return hold(limits.addressMessages, address, 'messages from this address');
    case 'refresh':
    case 'reconnect':
    case 'poll':
      return;
  }
}

async function bodyOf(operation: DirectLineOperation, req: Request): Promise<unknown> {
  return operation === 'upload' ? await readForm(req, BODY_LIMIT) : await readJson(req, BODY_LIMIT);
}
