import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Where Debian keeps the programs of each version. */
const VERSIONS = '/usr/lib/postgresql';

/** A PostgreSQL server of the tests' own: on loopback, in a folder that goes with it. */
export interface PostgresServer {
  /** Address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** What a dump of a database holds, as text. */
  dump(url: string): Promise<string>;
  /** Stops the server at once, as if it had been switched off; `start` brings it back with its data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and deletes all it kept. */
  remove(): Promise<void>;
}

/**
 * Makes and starts a cluster with Debian's PostgreSQL.
 * @throws when it is not installed: the error names the package.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = await programs();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  await chmod(folder, 0o777);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const log = join(folder, 'log');
  const start = async () => {
    await asServer(bin, 'pg_ctl', ['-D', data, '-w', '-l', log, '-o', options, 'start']);
  };
  const stop = async () => {
    await asServer(bin, 'pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
  };
  await asServer(bin, 'initdb', ['-D', data, '-U', 'tests', '--auth=trust', '-E', 'UTF8', '--no-sync']);
  await start();
  let databases = 0;
  let running = true;
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `d${databases}`;
      await run(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'tests', name]);
      return `postgres://tests@127.0.0.1:${port}/${name}`;
    },
    dump: async (url) => (await run(join(bin, 'pg_dump'), [url], { maxBuffer: 1 << 28 })).stdout,
    stop: async () => {
      await stop();
      running = false;
    },
    start: async () => {
      await start();
      running = true;
    },
    remove: async () => {
      if (running) await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: there its own user runs it. */
async function asServer(bin: string, program: string, args: string[]): Promise<void> {
  const path = join(bin, program);
  if (process.getuid?.() === 0) await run('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: '/' });
  else await run(path, args);
}

async function programs(): Promise<string> {
  const versions = await readdir(VERSIONS).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error('these tests need PostgreSQL: apt-get install postgresql');
  return join(VERSIONS, newest, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
