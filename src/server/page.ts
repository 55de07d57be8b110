import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Response } from 'restify';
import { LANGUAGES, type Language, type Texts } from '../text/locales.ts';
import type { Assets } from './assets.ts';
import { escapeHtml } from './html.ts';
import { sendHtml } from './http.ts';

/** The web chat's page in one language. */
export type ChatPage = (res: Response) => void;

/**
 * Reads the page's template and fills it in: `{{web.…}}` with the text of that key, `{{asset:…}}` with a file's
 * address. Web Chat writes its styles when it runs: they carry a nonce that is new for every answer.
 * @throws when the template asks for a text or a file that is not there.
 */
export async function loadChatPages(
  texts: Record<Language, Texts>,
  assets: Assets,
): Promise<Record<Language, ChatPage>> {
  const template = await readFile(new URL('./public/index.html', import.meta.url), 'utf8');
  const pages = LANGUAGES.map((language) => {
    const filled = fill(template, texts[language], assets).replace(
      '<html lang="es">',
      `<html lang="${language}">`,
    );
    const show: ChatPage = (res) => {
      const nonce = randomBytes(18).toString('base64');
      sendHtml(res, 200, filled.replaceAll('{{nonce}}', nonce), policy(nonce));
    };
    return [language, show] as const;
  });
  return Object.fromEntries(pages) as Record<Language, ChatPage>;
}

function fill(template: string, texts: Texts, assets: Assets): string {
  return template.replace(
    /\{\{(asset:)?([\w.-]+)\}\}/g,
    (placeholder, asset: string | undefined, name: string) => {
      if (asset) return escapeHtml(assets.url(name));
      return name === 'nonce' ? placeholder : escapeHtml(texts.t(name));
    },
  );
}

/** Hash of an empty text: Web Chat adds a style element without nonce and without styles. */
const EMPTY_STYLE = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' '${EMPTY_STYLE}'`,
    // Web Chat draws some of its icons from blobs.
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // A file that is sent is read from a blob.
    "connect-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
