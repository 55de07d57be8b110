import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LanguageModel } from '../../src/llm/index.ts';
import {
  answers,
  breaksOff,
  fails,
  OpenAIServer,
  says,
  servesPage,
  stalls,
  staysSilent,
} from '../support/openai-server.ts';

/** Times that a model under this suite is opened with, in milliseconds. */
export const TIMES = { timeoutMs: 1000, idleMs: 150, backOffMs: 10 };
/** It may take that much, and no more. */
export const LIMITS = { perDay: 1_000_000, perRequest: 8000 };

const SCHEMA = z.object({ colour: z.string() });
const GOOD = '{"colour":"azul"}';
const REQUEST = { system: 'Answer with JSON.', user: 'SECRETO: which colour?', schema: SCHEMA };

/**
 * What every language model keeps: whatever its service does, the result comes within the deadline and is either what
 * was asked for or a fault.
 */
export function languageModelContract(
  name: string,
  open: (server: OpenAIServer) => Promise<LanguageModel>,
): void {
  describe(name, () => {
    let server: OpenAIServer;
    let model: LanguageModel;
    beforeAll(async () => {
      server = await OpenAIServer.start();
    });
    afterAll(() => server.stop());

    /** Asks once, over a model that remembers nothing of the test before. */
    const ask = async (signal?: AbortSignal) => {
      model = await open(server);
      const began = performance.now();
      const result = await model.generate({ ...REQUEST, signal });
      expect(performance.now() - began).toBeLessThan(TIMES.timeoutMs + 500);
      return result;
    };
    const faultOf = async () => {
      const result = await ask();
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain('SECRETO');
      return result.ok ? undefined : result.fault;
    };

    it('gives what was asked for, with the tokens it took', async () => {
      server.will(says(GOOD));
      expect(await ask()).toEqual({
        ok: true,
        value: { colour: 'azul' },
        usage: { input: 900, output: 100 },
      });
      expect(server.requests[0]?.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(server.requests[0]?.body).toMatchObject({ stream: true, temperature: 0 });
    });

    it('reads a reply that comes in pieces', async () => {
      server.will(says(GOOD, { pieces: 3, every: 5 }));
      expect(await ask()).toMatchObject({ ok: true, value: { colour: 'azul' } });
    });

    it.each([
      ['a code fence', `\`\`\`json\n${GOOD}\n\`\`\``],
      ['a greeting with braces', `Claro {con gusto}: ${GOOD} ¿Algo más?`],
      ['its thoughts', `<think>{"colour": 3} no</think>${GOOD}`],
    ])('finds the object inside %s', async (_, text) => {
      server.will(says(text));
      expect(await ask()).toMatchObject({ ok: true, value: { colour: 'azul' } });
    });

    it('takes a whole reply of a service that does not say that it is done', async () => {
      server.will(says(GOOD, { finish: null, usage: null }));
      const result = await ask();
      expect(result.ok).toBe(true);
      expect(result.usage.input).toBeGreaterThan(0);
    });

    it.each([
      ['no JSON', 'El color es azul.'],
      ['JSON of another shape', '{"color":"azul"}'],
      ['JSON that is cut', '{"colour":"az'],
      ['nothing', ''],
    ])('calls %s malformed', async (_, text) => {
      server.will(says(text));
      expect(await faultOf()).toEqual({ kind: 'malformed' });
    });

    it('cuts off a reply that does not end', async () => {
      server.will(says('{'.repeat(200_000), { pieces: 5000 }));
      expect(await faultOf()).toEqual({ kind: 'malformed' });
    });

    it('asks again when a reply breaks off', async () => {
      server.will(breaksOff('{"colour":"a'), says(GOOD));
      expect(await ask()).toMatchObject({ ok: true, value: { colour: 'azul' } });
      server.will(breaksOff('{"colour":"a'));
      expect(await faultOf()).toMatchObject({ kind: 'unavailable' });
      expect(server.requests).toHaveLength(3);
    });

    it('gives up a service that never answers, and a reply that stalls', async () => {
      server.will(staysSilent());
      expect(await faultOf()).toEqual({ kind: 'timed-out' });
      const began = performance.now();
      server.will(stalls('{"colour":"a'));
      expect(await faultOf()).toEqual({ kind: 'timed-out' });
      expect(performance.now() - began).toBeLessThan(TIMES.timeoutMs);
    });

    it('gives up a reply that goes on past the deadline', async () => {
      server.will(says(`{"colour":"${'a'.repeat(4000)}"}`, { pieces: 1, every: 20 }));
      expect(await faultOf()).toEqual({ kind: 'timed-out' });
    });

    it('waits as long as it is asked to, when there is time', async () => {
      server.will(fails(429, { 'retry-after': '0.3' }), says(GOOD));
      const began = performance.now();
      expect(await ask()).toMatchObject({ ok: true });
      expect(performance.now() - began).toBeGreaterThan(290);
    });

    it('does not wait when there is no time, nor for a spent credit', async () => {
      const began = performance.now();
      server.will(fails(429, { 'retry-after': '30' }));
      expect(await faultOf()).toEqual({ kind: 'rate-limited', status: 429 });
      server.will(fails(429, {}, 'insufficient_quota'));
      expect(await faultOf()).toEqual({ kind: 'rate-limited', status: 429 });
      expect(server.requests).toHaveLength(1);
      expect(performance.now() - began).toBeLessThan(TIMES.timeoutMs);
    });

    it('stops asking a service that says 429 for ever', async () => {
      server.will(fails(429));
      expect(await faultOf()).toEqual({ kind: 'rate-limited', status: 429 });
      expect(server.requests).toHaveLength(3);
    });

    it('asks again after a 500, and not after a 401', async () => {
      server.will(fails(500), says(GOOD));
      expect(await ask()).toMatchObject({ ok: true });
      server.will(fails(500));
      expect(await faultOf()).toEqual({ kind: 'unavailable', status: 500 });
      server.will(fails(401));
      expect(await faultOf()).toEqual({ kind: 'unavailable', status: 401 });
      expect(server.requests).toHaveLength(1);
    });

    it('takes the page of a proxy for no reply', async () => {
      server.will(servesPage());
      expect(await faultOf()).toMatchObject({ kind: 'unavailable' });
    });

    it('tells a refusal', async () => {
      server.will(says('', { finish: 'content_filter' }));
      expect(await faultOf()).toEqual({ kind: 'refused' });
    });

    it('stops when nobody waits any longer', async () => {
      server.will(staysSilent());
      const began = performance.now();
      const result = await ask(AbortSignal.timeout(100));
      expect(result).toMatchObject({ ok: false, fault: { kind: 'cancelled' } });
      expect(performance.now() - began).toBeLessThan(TIMES.timeoutMs);
      expect(await ask(AbortSignal.abort())).toMatchObject({ ok: false, fault: { kind: 'cancelled' } });
    });

    it('hands the words of the request over as they are', async () => {
      server.will(answers(({ body }) => JSON.stringify({ colour: body.messages[1]?.content })));
      expect(await ask()).toMatchObject({ ok: true, value: { colour: REQUEST.user } });
    });
  });
}
