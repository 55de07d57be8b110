import { ConfigError, readConfig } from '../config.ts';
import { openLog } from '../observe/index.ts';
import { createApp } from './app.ts';

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
  const app = await createApp({ config, log });
  const port = await app.start().catch(async (error: unknown) => {
    await app.stop();
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

function plainly(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  return code === 'EADDRINUSE' ? `Port ${port} is taken. Stop what uses it, or set PORT to another.` : error;
}
