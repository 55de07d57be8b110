export { toldError } from './errors.ts';
export { openLog } from './log.ts';
export {
  COUNTERS,
  type Labels,
  type Metrics,
  NO_METRICS,
  type Stage,
  TIMES,
  timed,
} from './metrics.ts';
export { currentTurn, inTurn } from './turn.ts';
