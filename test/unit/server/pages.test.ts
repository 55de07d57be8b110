import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/text/locales.ts';
import { serve } from './fixture.ts';

let running: Awaited<ReturnType<typeof serve>>;
let base: string;
beforeAll(async () => {
  running = await serve();
  base = running.base;
});
afterAll(() => running.server.close());

const page = async (path: string) => {
  const response = await fetch(base + path);
  return { response, html: await response.text() };
};

describe('the web chat’s page', () => {
  it.each(['es', 'en'] as const)('speaks %s, with every text filled in', async (language) => {
    const { response, html } = await page(`/?lang=${language}`);
    const texts = loadTexts('dialogs/locales', language);
    expect(response.status).toBe(200);
    expect(html).toContain(`<html lang="${language}">`);
    for (const key of ['web.subtitle', 'web.about.plan.text', 'web.privacy.rights', 'bot.choice.start'])
      expect(html).toContain(texts.t(key));
    expect(html).not.toMatch(/\{\{|\}\}/);
  });

  it('runs no script in the page and asks nothing of other sites', async () => {
    const { response, html } = await page('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=")|\son\w+=|style=|https?:\/\//);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(html).toContain(`data-nonce="${nonce}"`);
    expect((await page('/')).html).not.toContain(`data-nonce="${nonce}"`);
  });

  it('loads files that are there and may be kept for ever', async () => {
    const { html } = await page('/');
    const files = [...html.matchAll(/(?:src|href)="(\/webchat\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(new Set(files).size).toBe(5);
    for (const file of files) {
      const response = await fetch(base + file);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
      await response.arrayBuffer();
    }
  });
});

describe('a static file', () => {
  const get = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>(
      (resolve, reject) => {
        const sent = request(base + path, { headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
          );
        });
        sent.on('error', reject);
        sent.end();
      },
    );

  it('is sent as small as the client can read it, the same in every encoding', async () => {
    const plain = await get('/webchat/webchat.js', {});
    const gzip = await get('/webchat/webchat.js', { 'accept-encoding': 'gzip, br;q=0' });
    const brotli = await get('/webchat/webchat.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 4);
    expect(plain.headers['cache-control']).toBe('no-cache');
  });

  it('is not sent again to who has it', async () => {
    const first = await get('/webchat/chat.css', { 'accept-encoding': 'gzip' });
    const etag = String(first.headers.etag);
    const again = await get('/webchat/chat.css', { 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect((await get('/webchat/chat.css', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is one of those of the page and no other', async () => {
    for (const path of ['index.html', '..%2fserver.ts', '%2e%2e%2f%2e%2e%2fpackage.json', 'constructor'])
      expect((await get(`/webchat/${path}`, {})).status).toBe(404);
  });
});

describe('the sources', () => {
  it('are listed with what each is and its date', async () => {
    const { html } = await page('/fuentes');
    expect(html).toContain('<a href="/fuentes/001">Guía de prueba</a>');
    expect(html).toContain('guía oficial');
    expect(html).toContain('Editorial &lt;b&gt;');
    const english = (await page('/fuentes?lang=en')).html;
    expect(english).toContain('official guide');
    expect(english).toContain('href="/fuentes/001?lang=en"');
  });

  it('are read in order under their headings, each passage with its anchor, as text', async () => {
    const { response, html } = await page('/fuentes/001');
    const places = ['Parte I', 'Uno', 'id="001-aa"', 'Primer pasaje', 'Dos', 'id="001-bb"'].map((part) =>
      html.indexOf(part),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(html.match(/>Parte I</g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; más');
    expect(html).toContain('href="https://ejemplo.org/?a=1&amp;b=&quot;2&quot;"');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('Tercer pasaje');
    expect(response.headers.get('content-security-policy')).not.toContain('script-src');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('say first that a campaign programme is no norm', async () => {
    const { html } = await page('/fuentes/009');
    expect(html).toContain('programa de campaña');
    expect(html.indexOf('No es norma')).toBeLessThan(html.indexOf('Tercer pasaje'));
    expect((await page('/fuentes/001')).html).not.toContain('No es norma');
  });

  it('are not found by any other name', async () => {
    const { response, html } = await page('/fuentes/777');
    expect(response.status).toBe(404);
    expect(html).toContain('No encontramos esa página');
  });

  it('answer a HEAD without the text', async () => {
    const response = await fetch(`${base}/fuentes/001`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('the texts of the web', () => {
  it('are the same in both languages', () => {
    const keys = (language: 'es' | 'en') =>
      loadTexts('dialogs/locales', language)
        .keys()
        .filter((key) => key.startsWith('web.'));
    expect(keys('en').sort()).toEqual(keys('es').sort());
  });
});
