import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, Environment, EXAMPLES, readConfig } from '../../../src/config.ts';

describe('configuration', () => {
  it('needs no variable to start', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3978,
      HOST: '127.0.0.1',
      DATA_FOLDER: 'data',
      LANGUAGE: 'es',
    });
  });

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '  ', MICROSOFT_APP_ID: '' }).PORT).toBe(3978);
  });

  it('reports every fault at once, with the name of the variable and an example', () => {
    const read = () => readConfig({ PORT: 'web', LANGUAGE: 'fr', MICROSOFT_APP_ID: 'x' });
    expect(read).toThrow(ConfigError);
    for (const name of ['PORT', 'LANGUAGE', 'MICROSOFT_APP_ID'] as const)
      expect(read).toThrow(`Example: ${name}=${EXAMPLES[name]}`);
  });

  it('asks for the secret and the tenant of a registered bot', () => {
    const read = () => readConfig({ MICROSOFT_APP_ID: EXAMPLES.MICROSOFT_APP_ID });
    expect(read).toThrow(/MICROSOFT_APP_PASSWORD: needed/);
    expect(read).toThrow(/MICROSOFT_APP_TENANT_ID: needed/);
  });

  it('asks for the key of a model, and names every right value of what it counts', () => {
    const read = () =>
      readConfig({ OPENAI_CHAT_MODEL: 'x', OPENAI_JSON_MODE: 'maybe', OPENAI_TOKENS_PER_DAY: '-1' });
    for (const name of ['OPENAI_JSON_MODE', 'OPENAI_TOKENS_PER_DAY'] as const)
      expect(read).toThrow(`Example: ${name}=${EXAMPLES[name]}`);
    expect(() => readConfig({ OPENAI_CHAT_MODEL: 'x' })).toThrow(
      /OPENAI_API_KEY: needed because OPENAI_CHAT_MODEL is set/,
    );
    expect(readConfig({}).OPENAI_JSON_MODE).toBe(false);
  });

  it('accepts every example', () => {
    expect(readConfig(EXAMPLES)).toMatchObject({ PUBLIC_URL: EXAMPLES.PUBLIC_URL });
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8').split('\n');
  const variables = lines.flatMap((line) => {
    const match = /^#?\s?([A-Z_]+)=(.*)$/.exec(line);
    return match ? [[match[1] as string, match[2] as string] as const] : [];
  });

  it('names every variable the service reads, and no other', () => {
    expect(variables.map(([name]) => name).sort()).toEqual(Object.keys(Environment.shape).sort());
  });

  it('gives values that are right', () => {
    expect(() => readConfig(Object.fromEntries(variables))).not.toThrow();
  });

  it('sets nothing by default, so that a copy of it starts the service as it is', () => {
    expect(lines.filter((line) => /^[A-Z_]+=/.test(line))).toEqual([]);
  });
});
