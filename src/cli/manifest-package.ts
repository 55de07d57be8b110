import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import JSZip from 'jszip';
import type { Config } from '../config.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'manifest/teams');
/** Where the schemas stand as Microsoft publishes them. */
const SCHEMAS = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');

/** Sides of the icons that Teams asks for, in pixels. */
const ICONS = { color: 192, outline: 32 } as const;

/** The app's manifest cannot be made from the configuration, or is none: every fault, with what to do. */
export class ManifestError extends Error {
  constructor(faults: readonly string[]) {
    super(`The manifest has ${faults.length} fault(s):\n${faults.map((f) => `  - ${f}`).join('\n')}`);
    this.name = 'ManifestError';
  }
}

/** The files of the app's package by their names. */
export type AppPackage = Record<string, Uint8Array | string>;

/**
 * The package of the Teams app for the configured bot: its manifest, the other language and the icons.
 * @param version of the app, as `1.2.3`
 * @throws {ManifestError} where the configuration lacks what it takes, or what comes of it is not valid.
 */
export async function appPackage(
  config: Pick<Config, 'MICROSOFT_APP_ID' | 'PUBLIC_URL'>,
  version: string,
): Promise<AppPackage> {
  const values = valuesOf(config, version);
  const template = await readFile(join(FOLDER, 'manifest.json'), 'utf8');
  const manifest = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  const english = await readFile(join(FOLDER, 'en.json'), 'utf8');
  const faults = [
    ...(await faultsOf('manifest.json', manifest, 'MicrosoftTeams.schema.json')),
    ...(await faultsOf('en.json', english, 'MicrosoftTeams.Localization.schema.json')),
  ];
  if (faults.length > 0) throw new ManifestError(faults);
  return {
    'manifest.json': manifest,
    'en.json': english,
    'color.png': await icon('color'),
    'outline.png': await icon('outline'),
  };
}

/** The package as the one file that is uploaded to Teams. */
export async function zipped(files: AppPackage): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/**
 * What is wrong with a file by the published schema that it names.
 * @returns one sentence for each fault; none where it is valid
 */
export async function faultsOf(name: string, text: string, schemaName: string): Promise<string[]> {
  const data = JSON.parse(text) as { $schema?: string };
  const version = /\/teams\/(v[\d.]+)\//.exec(data.$schema ?? '')?.[1];
  if (version === undefined) return [`${name}: «$schema» names no version of the schema`];
  const schema = JSON.parse(await readFile(join(SCHEMAS, version, schemaName), 'utf8')) as object;
  // Microsoft's schemas hold patterns that are right only without the flag u.
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  if (validate(data)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${name}${instancePath}: ${message ?? 'not valid'}`,
  );
}

function valuesOf(
  { MICROSOFT_APP_ID: appId, PUBLIC_URL: publicUrl }: Pick<Config, 'MICROSOFT_APP_ID' | 'PUBLIC_URL'>,
  version: string,
): Record<string, string> {
  const faults: string[] = [];
  if (!appId) faults.push('MICROSOFT_APP_ID is not set: put the app id of the bot’s registration in Azure');
  const url = publicUrl === undefined ? undefined : new URL(publicUrl);
  if (!url) faults.push('PUBLIC_URL is not set: put the address at which people reach the service');
  else if (url.protocol !== 'https:' || /^(localhost|127\.|\[::1\])/.test(url.hostname))
    faults.push(`PUBLIC_URL is ${publicUrl}: Teams takes only https:// addresses that others can reach`);
  if (!appId || !url || faults.length > 0) throw new ManifestError(faults);
  return { appId, version, host: url.host, publicUrl: url.href.replace(/\/$/, '') };
}

async function icon(name: keyof typeof ICONS): Promise<Uint8Array> {
  const svg = await readFile(join(FOLDER, `${name}.svg`), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: ICONS[name] }, logLevel: 'off' }).render().asPng();
}
