import { join, resolve } from 'node:path';
import { pino } from 'pino';
import type { Talker } from '../../src/bot/pipeline.ts';
import { readConfig } from '../../src/config.ts';
import { type App, createApp } from '../../src/server/app.ts';

/** Where suites keep the service's data, so that the index is built once. */
export const TEST_DATA = resolve(import.meta.dirname, '../../node_modules/.cache/accion-internacional');

/** The index itself, in the service's data. */
export const TEST_INDEX = join(TEST_DATA, 'index');

export interface TestOptions {
  talk?: Talker;
  clock?: () => Date;
  environment?: Record<string, string>;
  /** A database file, where it is to outlive the service. */
  database?: string;
}

/** The real service over a database in memory, on a port the system chooses. */
export function openApp({ environment, ...options }: TestOptions = {}): Promise<App> {
  return createApp({
    config: readConfig({ PORT: '0', DATA_FOLDER: TEST_DATA, ...environment }),
    log: pino({ level: 'silent' }),
    database: ':memory:',
    ...options,
  });
}
