import type { Logger } from 'pino';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { openLog } from '../observe/index.ts';
import { type App, createApp } from './app.ts';
import { endOnUncaught, plainReason, printToLogOnly } from './last-resort.ts';

/** Starts the service and ends it in good order when it is told to. What keeps it from starting is said plainly. */
export async function run(): Promise<void> {
  try {
    await serve();
  } catch (error) {
    console.error(plainly(error));
    process.exitCode = 1;
  }
}

async function serve(): Promise<void> {
  const config = readConfig();
  const log = openLog(config.LOG_LEVEL);
  endOnUncaught(log);
  const printAgain = printToLogOnly(log);
  const { app, port } = await opened(config, log).catch((error: unknown) => {
    printAgain();
    throw error;
  });
  log.info({ url: `http://localhost:${port}` }, 'ready');

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await app.stop();
    log.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

async function opened(config: Config, log: Logger): Promise<{ app: App; port: number }> {
  const app = await createApp({ config, log });
  try {
    return { app, port: await app.start() };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

function plainly(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  return code === 'EADDRINUSE'
    ? `Port ${port} is taken. Stop what uses it, or set PORT to another.`
    : plainReason(error);
}
