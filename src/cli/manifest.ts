import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';
import { appPackage, ManifestError, zipped } from './manifest-package.ts';

// Writes the package of the Teams app for the configured bot, to be uploaded to Teams.
const root = resolve(import.meta.dirname, '../..');
try {
  const config = readConfig();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const content = await zipped(await appPackage(config, version));
  await mkdir(config.DATA_FOLDER, { recursive: true });
  const file = join(config.DATA_FOLDER, 'teams-app.zip');
  await writeFile(file, content);
  console.log(`${file}: valid. Upload it in Teams, under Apps, Manage your apps, Upload an app.`);
} catch (error) {
  if (!(error instanceof ManifestError || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
