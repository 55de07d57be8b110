import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../../src/config.ts';
import { openLanguageModel } from '../../../src/llm/index.ts';
import { OpenAIServer, says } from '../../support/openai-server.ts';

/** Where traces would go. */
let traced = 0;
const collector = createServer((_request, response) => {
  traced += 1;
  response.end('{}');
});
let model: OpenAIServer;
beforeAll(async () => {
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  model = await OpenAIServer.start();
});
afterAll(async () => {
  await model.stop();
  collector.closeAllConnections();
  collector.close();
});

const SET = [
  'LANGSMITH_TRACING',
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_ENDPOINT',
  'LANGSMITH_API_KEY',
  'OPENAI_LOG',
];
afterEach(() => {
  for (const name of SET) delete process.env[name];
});

it('nothing is traced or printed, whatever the environment says', async () => {
  const { port } = collector.address() as AddressInfo;
  const values = ['true', 'true', `http://127.0.0.1:${port}`, 'key', 'debug'];
  for (const [at, name] of SET.entries()) process.env[name] = values[at];
  readConfig();
  expect(SET.filter((name) => process.env[name] !== undefined)).toEqual([]);
  model.will(says('{"a": 1}'));
  const llm = await openLanguageModel({
    apiKey: 'k',
    model: 'local',
    baseURL: model.url,
    limits: { perDay: 1e6, perRequest: 1e5 },
    timeoutMs: 5000,
    clock: () => new Date(),
  });
  const { ok } = await llm.generate({ system: 's', user: 'u', schema: z.object({ a: z.number() }) });
  expect(ok).toBe(true);
  await new Promise((done) => setTimeout(done, 400));
  expect(traced).toBe(0);
});
