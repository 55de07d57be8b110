import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'restify';
import { send } from './http.ts';

const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));
/** Its package names no bundle for browsers among its exports: they stand beside the folder of its main file. */
const WEB_CHAT = join(dirname(createRequire(import.meta.url).resolve('botframework-webchat')), '..', 'dist');

/** Everything the pages load, by its name under `/webchat/`. */
const FILES: Record<string, { path: string; type: string }> = {
  'webchat.js': { path: join(WEB_CHAT, 'webchat.js'), type: 'text/javascript; charset=utf-8' },
  ...Object.fromEntries(
    ['chat.js', 'forms.js', 'line.js', 'look.js', 'tongue.js', 'waiting.js'].map((name) => [
      name,
      { path: join(PUBLIC, name), type: 'text/javascript; charset=utf-8' },
    ]),
  ),
  'base.css': { path: join(PUBLIC, 'base.css'), type: 'text/css; charset=utf-8' },
  'reading.css': { path: join(PUBLIC, 'reading.css'), type: 'text/css; charset=utf-8' },
  'chat.css': { path: join(PUBLIC, 'chat.css'), type: 'text/css; charset=utf-8' },
  'icon.svg': { path: join(PUBLIC, 'icon.svg'), type: 'image/svg+xml' },
};

type Encoding = 'identity' | 'br' | 'gzip';

interface Asset {
  type: string;
  /** Hash of the content: its ETag, and the version in its address. */
  version: string;
  bodies: Record<Encoding, Buffer>;
}

/** The static files, compressed once and kept in memory. */
export interface Assets {
  /** The address of a file, which changes with its content. */
  url(name: string): string;
  /** Answers with a file; false when there is none of that name. */
  serve(req: Request, res: Response, name: string, version: string | undefined): boolean;
}

let assets: Promise<Assets> | undefined;

/** The files of the pages, read and compressed once a process: about half a second, most of it Web Chat's bundle. */
export function loadAssets(): Promise<Assets> {
  assets ??= readAssets();
  return assets;
}

async function readAssets(): Promise<Assets> {
  const loaded = await Promise.all(
    Object.entries(FILES).map(async ([name, file]) => [name, await loadAsset(file)] as const),
  );
  const assets = new Map(loaded);
  return {
    url(name) {
      const asset = assets.get(name);
      if (!asset) throw new Error(`there is no asset «${name}»`);
      return `/webchat/${name}?v=${asset.version}`;
    },
    serve(req, res, name, version) {
      const asset = assets.get(name);
      if (!asset) return false;
      serveAsset(req, res, asset, version);
      return true;
    },
  };
}

async function loadAsset(file: { path: string; type: string }): Promise<Asset> {
  const identity = await readFile(file.path);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(identity, { level: 9 }),
  ]);
  const version = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  return { type: file.type, version, bodies: { identity, br, gzip: gz } };
}

function serveAsset(req: Request, res: Response, asset: Asset, version: string | undefined): void {
  const encoding = preferredEncoding(req.headers['accept-encoding'] ?? '');
  const etag = `"${asset.version}-${encoding}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': version === asset.version ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  };
  const fresh = req.headers['if-none-match'] === etag;
  send(res, fresh ? 304 : 200, asset.type, asset.bodies[encoding], headers);
}

function preferredEncoding(accepted: string): Encoding {
  const refused = /;\s*q=0(\.0*)?$/;
  const names = accepted
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !refused.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
