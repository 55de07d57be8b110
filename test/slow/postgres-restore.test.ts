import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseCommand } from '../../src/cli/db-command.ts';
import { openPostgresStore } from '../../src/storage/postgres.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
});
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

it('puts a copy of PostgreSQL back as the operator is told to, with what says who was erased since', async () => {
  const url = await server.createDatabase();
  const { text } = await databaseCommand([], { DATA_FOLDER: folder, DATABASE_URL: url });
  const [backUp = '', ...restore] = text.split('\n').filter((line) => line.startsWith('  '));
  const shell = (command: string) =>
    promisify(execFile)('sh', ['-ec', command.replaceAll('FILE', 'copy')], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: url },
    });
  const tombstone = (key: string) => ({ collection: 'tombstones', key, value: { at: 'x', notice: 1 } });
  const before = await openPostgresStore(url);
  await before.commit({ writes: [{ collection: 'plans', key: 'p', value: 'kept' }, tombstone('old')] });
  await shell(backUp);
  await before.commit({ writes: [{ collection: 'plans', key: 'p', value: null }, tombstone('new')] });
  const { at } = (await before.read('tombstones', 'new')) ?? {};
  await before.close();
  expect(restore).toHaveLength(3);
  for (const command of restore) await shell(command);
  const after = await openPostgresStore(url);
  expect((await after.read('plans', 'p'))?.value).toBe('kept');
  expect((await after.list('tombstones')).map(({ key }) => key)).toEqual(['new', 'old']);
  expect((await after.read('tombstones', 'new'))?.at).toBe(at);
  await after.close();
});
