/** What is counted, each with the labels that it is counted by. No label ever holds anything of a person. */
export const COUNTERS = {
  turns_total: {
    help: 'Activities taken, by channel and what came of them.',
    labels: ['channel', 'outcome'],
  },
  answers_total: { help: 'Questions to the documents, by what came of them.', labels: ['outcome'] },
  model_requests_total: {
    help: 'Requests to the language model, by what came of them.',
    labels: ['outcome'],
  },
  model_tokens_total: { help: 'Tokens that the language model took.', labels: ['direction'] },
  store_conflicts_total: { help: 'Commits refused because somebody else wrote first.', labels: [] },
  store_errors_total: { help: 'Operations that the database failed.', labels: ['operation'] },
  channel_errors_total: {
    help: "Errors of a channel, by the channel's own number.",
    labels: ['channel', 'number'],
  },
} as const;

/** What is timed, in seconds. */
export const TIMES = {
  stage_seconds: {
    help: 'Time of a turn in each of its stages.',
    labels: ['stage'],
  },
  retrieval_seconds: { help: 'Time of a search in the documents.', labels: [] },
  model_seconds: { help: 'Time of a request to the language model.', labels: [] },
  store_seconds: { help: 'Time of an operation of the database.', labels: ['operation'] },
} as const;

export type CounterName = keyof typeof COUNTERS;
export type TimeName = keyof typeof TIMES;

/** The stages of a turn, in their order; `answer` is what the documents take, `understand` the rest of the reply. */
export type Stage = 'understand' | 'answer' | 'render' | 'commit' | 'send';

/** Labels of a measurement: short words of a closed list. */
export type Labels = Record<string, string>;

/** Where rooms tell what they measure. What is done with it is none of their concern. */
export interface Metrics {
  count(name: CounterName, labels?: Labels, by?: number): void;
  /** @param seconds how long it took */
  time(name: TimeName, seconds: number, labels?: Labels): void;
}

/** Nobody listens. */
export const NO_METRICS: Metrics = { count: () => undefined, time: () => undefined };

/** Does something and tells how long it took, whether it went well or not. */
export async function timed<T>(
  metrics: Metrics,
  name: TimeName,
  labels: Labels,
  work: () => Promise<T>,
): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    metrics.time(name, (performance.now() - began) / 1000, labels);
  }
}
