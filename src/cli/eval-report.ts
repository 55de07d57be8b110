import type { ScoredSystem } from './eval-baselines.ts';
import { mean, percentile, type RankingSummary, share, summarise } from './eval-metrics.ts';
import type { EvalRow } from './eval-run.ts';

/** Scores of a group of questions; null where it has nothing of the sort. */
export interface GroupSummary extends RankingSummary {
  correctAbstention: number | null;
  wrongAbstention: number | null;
  wordRecall: number | null;
  wordF1: number | null;
  facts: number | null;
}

export interface EvalReport extends GroupSummary {
  legal: {
    lookups: number;
    /** Share of the look-ups whose first norm is one of the expected, and of those that show all of them. */
    normFirst: number | null;
    allNorms: number | null;
    /** Share of their answers whose every citation opens and holds its quote. */
    citationsOpen: number | null;
  };
  citations: {
    citations: number;
    /** Share of the citations that open and hold their quote, and of the marks that have a citation. */
    sound: number | null;
    resolved: number | null;
    sentences: number;
    /**
     * Shares of the sentences: word for word in their span; of our own and borne out; of our own with nothing to
     * check; not borne out by what they cite.
     */
    verbatim: number | null;
    borneOut: number | null;
    plain: number | null;
    unsupported: number | null;
    /** Share of the answers without a fault. */
    faultless: number | null;
  };
  passageLengthMean: number | null;
  passageLengthP95: number | null;
  byKind: Record<string, GroupSummary>;
  byFile: Record<string, GroupSummary>;
  baselines: Record<string, RankingSummary & { passageLengthMean: number | null }>;
}

/** Sums up the rows of a run. */
export function reportOn(
  rows: readonly EvalRow[],
  system: Pick<ScoredSystem, 'passages'>,
  baselines: readonly ScoredSystem[],
): EvalReport {
  const lengths = system.passages.map(({ text }) => text.length);
  return {
    ...summariseGroup(rows),
    legal: summariseLookups(rows),
    citations: summariseCitations(rows),
    passageLengthMean: mean(lengths),
    passageLengthP95: percentile(lengths, 95),
    byKind: grouped(rows, ({ kind }) => kind),
    byFile: grouped(rows, ({ file }) => file),
    baselines: Object.fromEntries(
      baselines.map(({ name, passages }) => [
        name,
        {
          ...summarise(rows.flatMap((row) => row.baselines[name] ?? [])),
          passageLengthMean: mean(passages.map(({ text }) => text.length)),
        },
      ]),
    ),
  };
}

function summariseGroup(rows: readonly EvalRow[]): GroupSummary {
  const abstention = (answerable: boolean) =>
    share(
      rows.filter((row) => row.answerable === answerable),
      ({ abstained }) => abstained,
    );
  const answers = rows.flatMap(({ answer }) => answer ?? []);
  return {
    ...summarise(rows.flatMap(({ ranking }) => ranking ?? [])),
    correctAbstention: abstention(false),
    wrongAbstention: abstention(true),
    wordRecall: meanOf(answers.map(({ wordRecall }) => wordRecall)),
    wordF1: meanOf(answers.map(({ wordF1 }) => wordF1)),
    facts: meanOf(answers.map(({ facts }) => facts)),
  };
}

function summariseLookups(rows: readonly EvalRow[]): EvalReport['legal'] {
  const asked = rows.flatMap(({ lookup, citations, abstained }) =>
    lookup ? [{ lookup, citations, abstained }] : [],
  );
  return {
    lookups: asked.length,
    normFirst: share(asked, ({ lookup }) => lookup.first),
    allNorms: share(asked, ({ lookup }) => lookup.all),
    citationsOpen: share(
      asked.filter(({ abstained }) => !abstained),
      ({ citations: { citations, sound } }) => citations > 0 && sound === citations,
    ),
  };
}

function summariseCitations(rows: readonly EvalRow[]): EvalReport['citations'] {
  const checks = rows.map(({ citations }) => citations);
  type Count = Exclude<keyof EvalRow['citations'], 'faults'>;
  const total = (...counts: Count[]) =>
    checks.reduce((sum, check) => counts.reduce((own, count) => own + check[count], sum), 0);
  const of = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const citations = total('citations');
  const sentences = total('verbatim', 'borneOut', 'plain', 'unsupported');
  return {
    citations,
    sound: of(total('sound'), citations),
    resolved: of(total('resolved'), total('marks')),
    sentences,
    verbatim: of(total('verbatim'), sentences),
    borneOut: of(total('borneOut'), sentences),
    plain: of(total('plain'), sentences),
    unsupported: of(total('unsupported'), sentences),
    faultless: share(checks, ({ faults }) => faults.length === 0),
  };
}

function grouped(rows: readonly EvalRow[], keyOf: (row: EvalRow) => string): Record<string, GroupSummary> {
  const groups = Object.entries(Object.groupBy(rows, keyOf)).sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(groups.map(([key, members]) => [key, summariseGroup(members ?? [])]));
}

function meanOf(values: readonly (number | null)[]): number | null {
  return mean(values.filter((value) => value !== null));
}
