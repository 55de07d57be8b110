import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, serve } from './fixture.ts';

let running: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  running = await serve();
});
afterAll(() => running.server.close());

const PATHS = [
  '/',
  '/?lang=en',
  '/fuentes',
  '/fuentes/001',
  '/fuentes/777',
  '/nada',
  '/webchat/chat.js',
  '/webchat/chat.css',
  '/descargas/otro/x.docx',
  '/healthz',
  '/readyz',
];

/** The policy of an answer, by the names of its directives. */
function policyOf(response: Response): Map<string, string[]> {
  const policy = response.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe('every answer', () => {
  it.each(PATHS)('at %s lets nothing in that the service does not serve itself', async (path) => {
    const response = await fetch(running.base + path, { headers: { accept: 'text/html' } });
    await response.arrayBuffer();
    const policy = policyOf(response);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    for (const source of [...policy.values()].flat()) {
      expect(source).not.toMatch(/unsafe|\*|^https?:/);
      if (source.startsWith("'")) expect(source).toMatch(/^'(self|none|nonce-[\w+/=]+|sha256-[\w+/=]+)'$/);
      else expect(['data:', 'blob:']).toContain(source);
    }
    expect(policy.get('script-src') ?? []).toEqual(path.startsWith('/?') || path === '/' ? ["'self'"] : []);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('microphone=()'),
    });
    expect(response.headers.has('server')).toBe(false);
    expect(response.headers.has('x-powered-by')).toBe(false);
  });

  it('that holds what a person said is not kept on the way', async () => {
    const opened = await post(`${running.base}/v3/directline/conversations`, {});
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
    expect(policyOf(opened).get('default-src')).toEqual(["'none'"]);
    await opened.arrayBuffer();
  });

  it('asks for TLS where people come over it, and only there', async () => {
    const secure = await serve({ overTls: true });
    for (const path of ['/', '/fuentes', '/nada', '/healthz']) {
      const over = await fetch(secure.base + path);
      const plain = await fetch(running.base + path);
      expect(over.headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(plain.headers.has('strict-transport-security')).toBe(false);
      await Promise.all([over.arrayBuffer(), plain.arrayBuffer()]);
    }
    await secure.server.close();
  });
});
