import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TEST_DATA } from './app.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The service as a process of its own, over a data folder that outlives it. */
export class ServiceProcess {
  readonly port: number;
  readonly dataFolder: string;
  readonly #environment: Record<string, string>;
  readonly #nodeOptions: readonly string[];
  #child: ChildProcess | undefined;
  log = '';

  private constructor(
    port: number,
    dataFolder: string,
    environment: Record<string, string>,
    nodeOptions: readonly string[],
  ) {
    this.port = port;
    this.dataFolder = dataFolder;
    this.#environment = environment;
    this.#nodeOptions = nodeOptions;
  }

  /**
   * Makes the folder, with the suites' index, and chooses a free port. Nothing runs yet.
   * @param nodeOptions what Node.js gets before the program
   */
  static async prepare(
    environment: Record<string, string> = {},
    nodeOptions: readonly string[] = [],
  ): Promise<ServiceProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'accion-'));
    await mkdir(join(TEST_DATA, 'index'), { recursive: true });
    await symlink(join(TEST_DATA, 'index'), join(folder, 'index'));
    return new ServiceProcess(await freePort(), folder, environment, nodeOptions);
  }

  /** The process that runs. @throws before the start */
  get child(): ChildProcess {
    if (!this.#child) throw new Error('the service was not started');
    return this.#child;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts and waits until it is ready; milliseconds it took. */
  async start(): Promise<number> {
    const began = performance.now();
    const child = spawn(process.execPath, [...this.#nodeOptions, 'src/main.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        PORT: String(this.port),
        DATA_FOLDER: this.dataFolder,
        // All of a test's people come from one address, faster than people write.
        RATE_MESSAGES_PER_MINUTE: '0',
        RATE_CONVERSATIONS_PER_HOUR: '0',
        RATE_UPLOADS_PER_HOUR: '0',
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', ...(this.#nodeOptions.length > 0 ? (['ipc'] as const) : [])],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.log += chunk.toString();
      });
    while (performance.now() - began < 180_000) {
      if (child.exitCode !== null) throw new Error(`the service ended: ${this.log}`);
      const ready = await fetch(`${this.url}/readyz`).then(
        (response) => response.status === 200,
        () => false,
      );
      if (ready) return performance.now() - began;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the service was not ready in three minutes: ${this.log}`);
  }

  /** Ends it with a signal and waits for the end; its exit code, or null when the signal ended it. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await ended)[0];
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
