/** What the log tells of an error. */
export interface ToldError {
  type: string;
  code?: string | number;
  status?: number;
  /** Where it was thrown, innermost first: files and lines alone. */
  at?: string[];
  cause?: ToldError;
}

/** Lines of a stack that are told. */
const FRAMES = 8;
/** Errors in errors that are told. */
const DEPTH = 3;

/**
 * An error as the log may hold it: its kind, its number and where it was thrown. Its message is left out, whoever wrote
 * it: those of databases, models and HTTP clients repeat what they were given, tokens in addresses among it.
 */
export function toldError(error: unknown, depth = DEPTH): ToldError {
  if (!(error instanceof Error)) return { type: typeof error };
  const told: ToldError = { type: plain(error.constructor.name) || 'Error' };
  const code = read(error, 'code') ?? read(error, 'errcode');
  if (typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,40}$/.test(code))) told.code = code;
  const status = read(error, 'status') ?? read(error, 'statusCode');
  if (typeof status === 'number') told.status = status;
  const at = framesOf(error);
  if (at.length > 0) told.at = at;
  if (error.cause !== undefined && depth > 1) told.cause = toldError(error.cause, depth - 1);
  return told;
}

/** The frames of a stack, without the message above them and with nothing of an address after the file's name. */
function framesOf({ stack }: Error): string[] {
  return (stack ?? '')
    .split('\n')
    .flatMap((line) => /^\s+at (?:.* )?\(?(?:file:\/\/)?([\w@./-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, FRAMES);
}

function read(error: Error, name: string): unknown {
  return Reflect.get(error, name);
}

function plain(name: string): string {
  return /^\w{1,60}$/.test(name) ? name : '';
}
