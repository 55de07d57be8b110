import { type DestinationStream, type Logger, pino } from 'pino';
import { toldError } from './errors.ts';
import { currentTurn } from './turn.ts';

/**
 * The log of the service: JSON lines, with the reference of the turn in which each was written. Errors lose their
 * messages, which may repeat what a person wrote or a secret.
 * @param to where the lines go; standard output by default
 */
export function openLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { err: toldError, error: toldError },
    mixin: () => {
      const turn = currentTurn();
      return turn ? { reference: turn.reference } : {};
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
