import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenAIOptions, openLanguageModel } from '../../../src/llm/index.ts';
import { fails, OpenAIServer, says } from '../../support/openai-server.ts';

const NOON = new Date('2026-03-02T17:00:00Z');
const REQUEST = {
  system: 'Answer with JSON.',
  user: 'Which colour?',
  schema: z.object({ colour: z.string() }),
};
const GOOD = '{"colour":"azul"}';

let server: OpenAIServer;
beforeAll(async () => {
  server = await OpenAIServer.start();
});
afterAll(() => server.stop());

const open = (options: Partial<OpenAIOptions> = {}) =>
  openLanguageModel({
    apiKey: 'sk-secret',
    model: 'local',
    baseURL: server.url,
    limits: { perDay: 20_000, perRequest: 8000 },
    timeoutMs: 2000,
    backOffMs: 5,
    clock: () => NOON,
    ...options,
  });

describe('what a request asks for', () => {
  it('asks for JSON mode where the service knows it, and for no more tokens than are left', async () => {
    server.will(says(GOOD));
    await (await open({ jsonMode: true })).generate(REQUEST);
    const [asked] = server.requests;
    expect(asked?.body.response_format).toEqual({ type: 'json_object' });
    expect(asked?.body.max_tokens).toBeLessThan(8000);
    expect(asked?.headers.authorization).toBe('Bearer sk-secret');
    server.will(says(GOOD));
    await (await open()).generate(REQUEST);
    expect(server.requests[0]?.body.response_format).toBeUndefined();
  });

  it('names no temperature to models that take none', async () => {
    server.will(says(GOOD));
    await (await open({ model: 'o4-mini' })).generate(REQUEST);
    expect(server.requests[0]?.body.temperature).toBeUndefined();
  });
});

describe('the cost cap', () => {
  it('does not send a prompt that leaves no room for a reply', async () => {
    server.will(says(GOOD));
    const model = await open({ limits: { perDay: 100_000, perRequest: 1000 } });
    const result = await model.generate({ ...REQUEST, user: 'palabra '.repeat(500) });
    expect(result).toEqual({ ok: false, fault: { kind: 'over-budget' }, usage: { input: 0, output: 0 } });
    expect(server.requests).toHaveLength(0);
  });

  it('stops when the tokens of the day are used, and goes on the next day in Bogotá', async () => {
    let now = NOON;
    const limits = { perDay: 12_000, perRequest: 8000 };
    const model = await open({ limits, clock: () => now });
    server.will(says(GOOD, { usage: { prompt_tokens: 6000, completion_tokens: 1000 } }));
    expect((await model.generate(REQUEST)).ok).toBe(true);
    expect((await model.generate(REQUEST)).ok).toBe(false);
    now = new Date('2026-03-03T04:59:00Z');
    expect(await model.generate(REQUEST)).toMatchObject({ ok: false, fault: { kind: 'over-budget' } });
    expect(server.requests).toHaveLength(1);
    now = new Date('2026-03-03T05:01:00Z');
    expect((await model.generate(REQUEST)).ok).toBe(true);
  });

  it('counts what a service that does not count took, and nothing for a request it did not take', async () => {
    const model = await open();
    server.will(says(GOOD, { usage: null }));
    const counted = await model.generate(REQUEST);
    expect(counted.usage.input).toBeGreaterThan(5);
    expect(counted.usage.output).toBeGreaterThan(2);
    server.will(fails(401));
    expect((await model.generate(REQUEST)).usage).toEqual({ input: 0, output: 0 });
  });

  it('lets requests at the same time not exceed the day together', async () => {
    const model = await open();
    server.will(says(GOOD, { every: 50 }));
    const results = await Promise.all([1, 2, 3].map(() => model.generate(REQUEST)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  });
});

describe('a service that is down', () => {
  it('is left alone for a minute after three failures in a row', async () => {
    let now = NOON;
    const model = await open({ retries: 0, clock: () => now });
    server.will(fails(503));
    for (let time = 0; time < 5; time++) expect((await model.generate(REQUEST)).ok).toBe(false);
    expect(server.requests).toHaveLength(3);
    server.will(says(GOOD));
    expect((await model.generate(REQUEST)).ok).toBe(false);
    now = new Date(NOON.getTime() + 61_000);
    expect((await model.generate(REQUEST)).ok).toBe(true);
  });

  it('is told apart from a model that writes nonsense', async () => {
    const model = await open();
    server.will(says('¡Hola!'));
    for (let time = 0; time < 5; time++)
      expect(await model.generate(REQUEST)).toMatchObject({ fault: { kind: 'malformed' } });
    expect(server.requests).toHaveLength(5);
  });
});

it('says when nothing listens at the address', async () => {
  const model = await open({ baseURL: 'http://127.0.0.1:9/v1' });
  expect(await model.generate(REQUEST)).toMatchObject({ ok: false, fault: { kind: 'unavailable' } });
});
