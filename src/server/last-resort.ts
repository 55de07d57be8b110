import type { Logger } from 'pino';

/** What libraries print with, and how loud it is in the log: anybody can make the SDK print, with a wrong token. */
const PRINTERS = ['error', 'warn', 'info', 'log', 'debug', 'trace'] as const;

/**
 * Lets nothing out of the process but by its log, which tells of errors what they are and not what they carry: the SDK
 * prints those of its HTTP client whole, with the words of people and the bot's token.
 * @returns what lets libraries print again
 */
export function printToLogOnly(log: Pick<Logger, 'warn' | 'debug'>): () => void {
  const before = PRINTERS.map((name) => [name, console[name]] as const);
  for (const name of PRINTERS) {
    const level = name === 'error' || name === 'warn' ? 'warn' : 'debug';
    console[name] = (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error);
      log[level]({ printed: name, ...(err && { err }) }, 'a library printed something');
    };
  }
  return () => {
    for (const [name, print] of before) console[name] = print;
  };
}

/** An error that nobody caught ends the process, as it would by itself, but the log alone is told of it. */
export function endOnUncaught(log: Pick<Logger, 'fatal'>): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'an error that nobody caught ends the service');
    process.exit(1);
  });
}

/** What kept the service from starting, for whoever starts it: messages and places, without what errors carry besides. */
export function plainReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stack = error.message, cause } = error;
  return cause === undefined ? stack : `${stack}\nbecause of: ${plainReason(cause)}`;
}
