// The reference: the least that a bot on botbuilder and restify can do. It keeps nothing.
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  await adapter.process(req as Parameters<typeof adapter.process>[0], res, async (context) => {
    await context.sendActivity(`Eco: ${context.activity.text}`);
  });
});
server.get('/readyz', (_req, res, next) => {
  res.send(200);
  next();
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
