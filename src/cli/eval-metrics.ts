/** A stretch of a document that carries the answer. */
export interface Gold {
  /** File name of the document. */
  doc: string;
  quote: string;
}

/** A retrieved or indexed passage, as the metrics see it. */
export interface ScoredPassage {
  /** File name of its document. */
  doc: string;
  text: string;
}

/** Longest text that can be a hit, in UTF-16 code units. */
const HIT_LIMIT = 1500;
/** Share of a quote that a hit holds in one stretch. */
const HIT_SHARE = 0.6;
const DEPTH = 10;

/** White space collapsed, words joined that a line-end hyphen broke, lower case, composed (NFC). */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[\p{L}\p{N}_])- (?=[\p{L}\p{N}_])/gu, '')
    .trim()
    .toLowerCase();
}

/** Whether a passage holds at least 60 % of some gold quote of its document in one stretch. */
export function isHit(passage: ScoredPassage, gold: readonly Gold[]): boolean {
  if (passage.text.length > HIT_LIMIT) return false;
  const text = normalise(passage.text);
  return gold.some(({ doc, quote }) => doc === passage.doc && holds(text, normalise(quote)));
}

function holds(text: string, quote: string): boolean {
  const needed = Math.ceil(HIT_SHARE * quote.length);
  for (let at = 0; at + needed <= quote.length; at++) {
    if (text.includes(quote.slice(at, at + needed))) return true;
  }
  return false;
}

/** What one answerable question's ranking scored. */
export interface RankingScore {
  /** Rank of the first hit, 1 for the first; null when there is none in the first ten. */
  firstHit: number | null;
  ndcg: number;
}

/**
 * Scores one ranking.
 * @param ranked passages as retrieved, best first
 * @param available how many passages of the whole index would be hits
 */
export function scoreRanking(
  ranked: readonly ScoredPassage[],
  gold: readonly Gold[],
  available: number,
): RankingScore {
  const hits = ranked.slice(0, DEPTH).map((passage) => isHit(passage, gold));
  const first = hits.indexOf(true);
  const gained = hits.reduce((sum, hit, at) => sum + (hit ? discount(at) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < Math.min(available, DEPTH); at++) ideal += discount(at);
  return { firstHit: first === -1 ? null : first + 1, ndcg: ideal === 0 ? 0 : gained / ideal };
}

function discount(at: number): number {
  return 1 / Math.log2(at + 2);
}

export interface RankingSummary {
  questions: number;
  recallAt1: number | null;
  recallAt5: number | null;
  recallAt10: number | null;
  mrrAt10: number | null;
  ndcgAt10: number | null;
}

/** Means over answerable questions; null everywhere when there are none. */
export function summarise(scores: readonly RankingScore[]): RankingSummary {
  const within = (depth: number) => share(scores, ({ firstHit }) => firstHit !== null && firstHit <= depth);
  return {
    questions: scores.length,
    recallAt1: within(1),
    recallAt5: within(5),
    recallAt10: within(DEPTH),
    mrrAt10: mean(scores.map(({ firstHit }) => (firstHit === null ? 0 : 1 / firstHit))),
    ndcgAt10: mean(scores.map(({ ndcg }) => ndcg)),
  };
}

/** Arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the items that fulfil a condition; null of nothing. */
export function share<T>(items: readonly T[], fulfils: (item: T) => boolean): number | null {
  return mean(items.map((item) => (fulfils(item) ? 1 : 0)));
}

/** Nearest-rank percentile (0 to 100); null of nothing. */
export function percentile(values: readonly number[], rank: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? null;
}
