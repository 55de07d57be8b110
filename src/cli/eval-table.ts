import type { RankingSummary } from './eval-metrics.ts';
import type { EvalReport, GroupSummary } from './eval-report.ts';
import type { EvalRow } from './eval-run.ts';

const COLUMNS = [
  'questions',
  'R@1',
  'R@5',
  'R@10',
  'MRR@10',
  'nDCG@10',
  'words',
  'F1',
  'facts',
  'refused rightly',
  'wrongly',
];

/** A report as a table for people; a dash stands for what the file has nothing of. */
export function tableOf(report: EvalReport): string {
  const groups = (named: Record<string, GroupSummary>) =>
    Object.entries(named).map(([name, summary]) => [`  ${name}`, ...cellsOf(summary)]);
  const { legal, citations } = report;
  return [
    columns([
      ['', ...COLUMNS],
      ['all', ...cellsOf(report)],
      ...(Object.keys(report.byFile).length > 1 ? groups(report.byFile) : []),
      ...groups(report.byKind),
      ...Object.entries(report.baselines).map(([name, summary]) => [
        `baseline ${name}`,
        ...rankingCells(summary),
      ]),
    ]),
    '',
    `correct abstention ${shown(report.correctAbstention)}, wrong abstention ${shown(report.wrongAbstention)}`,
    `legal look-up: norm first ${shown(legal.normFirst)}, all norms ${shown(legal.allNorms)}, answers whose citations all open and hold their quote ${shown(legal.citationsOpen)} (${legal.lookups} look-ups)`,
    `citations: ${shown(citations.sound)} open and hold their quote (${citations.citations}), ${shown(citations.resolved)} of the marks resolve, ${shown(citations.faultless)} of the answers without a fault`,
    `sentences (${citations.sentences}): ${shown(citations.verbatim)} word for word in their span, ${shown(citations.borneOut)} our own and borne out, ${shown(citations.plain)} our own with no fact to check, ${shown(citations.unsupported)} not borne out`,
    `passage length: mean ${shown(report.passageLengthMean, 0)}, p95 ${shown(report.passageLengthP95, 0)} characters`,
    '',
  ].join('\n');
}

/** What is wrong, question by question: citations, abstention, look-up and passages that were not found. */
export function faultsOf(rows: readonly EvalRow[]): string {
  return rows
    .flatMap((row) => {
      const faults = [...row.citations.faults];
      if (row.abstained === row.answerable) faults.push(row.abstained ? 'abstained' : 'answered');
      if (row.ranking && (row.ranking.firstHit ?? 6) > 5)
        faults.push(`first hit ${row.ranking.firstHit ?? 'none'}`);
      if (row.lookup && !row.lookup.first) faults.push(`norms ${row.lookup.shown.join('; ')}`);
      return faults.length > 0 ? [`${row.id} ${row.question}`, ...faults.map((fault) => `  - ${fault}`)] : [];
    })
    .concat('')
    .join('\n');
}

/** Cells in columns: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map(
    (_, at) => Math.max(...rows.map((cells) => (cells[at] ?? '').length)) + 2,
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

/** A score with three digits, a dash for none. */
export function shown(value: number | null, digits = 3): string {
  return value === null ? '–' : value.toFixed(digits);
}

function cellsOf(summary: GroupSummary): string[] {
  const { wordRecall, wordF1, facts, correctAbstention, wrongAbstention } = summary;
  const scores = [wordRecall, wordF1, facts, correctAbstention, wrongAbstention];
  return [...rankingCells(summary), ...scores.map((score) => shown(score))];
}

function rankingCells({ questions, recallAt1, recallAt5, recallAt10, mrrAt10, ndcgAt10 }: RankingSummary) {
  const scores = [recallAt1, recallAt5, recallAt10, mrrAt10, ndcgAt10];
  return [String(questions), ...scores.map((score) => shown(score))];
}
