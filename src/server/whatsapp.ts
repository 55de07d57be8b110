import type { Request, Response, Server } from 'restify';
import type { Webhook } from '../channels/whatsapp/index.ts';
import { queryOf, readBody, send } from './http.ts';
import type { Handle } from './routes.ts';

const PATH = '/api/whatsapp';

/** Largest webhook body that Meta sends, in bytes (webhooks/overview). */
const BODY_LIMIT = 3 * 1024 * 1024;

/** Puts the address that Meta calls on the server. */
export function routeWhatsApp(server: Server, webhook: Webhook, handle: Handle): void {
  server.get(
    PATH,
    handle(async (req: Request, res: Response) => {
      const { status, body } = webhook.verify(queryOf(req));
      send(res, status, 'text/plain; charset=utf-8', body);
    }),
  );
  server.post(
    PATH,
    handle(async (req: Request, res: Response) => {
      const signature = req.headers['x-hub-signature-256'];
      const content = await readBody(req, BODY_LIMIT);
      const { status, body } = await webhook.receive(content, [signature].flat()[0]);
      send(res, status, 'text/plain; charset=utf-8', body);
    }),
  );
}
