import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../src/storage/sqlite.ts';
import { describeStore } from './store.contract.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describeStore('sqlite', {
  async place() {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    folders.push(folder);
    return join(folder, 'data.db');
  },
  open: openSqliteStore,
  module: 'src/storage/sqlite.ts',
  opener: 'openSqliteStore',
});
