import type { RankingSummary } from './eval-metrics.ts';
import type { EvalReport } from './eval-run.ts';

const COLUMNS = ['questions', 'R@1', 'R@5', 'R@10', 'MRR@10', 'nDCG@10'];

/** A report as a table for people; a dash stands for what the file has nothing of. */
export function tableOf(report: EvalReport): string {
  const rows: [string, RankingSummary][] = [
    ['all', report],
    ...Object.entries(report.byKind).map(([kind, summary]): [string, RankingSummary] => [
      `  ${kind}`,
      summary,
    ]),
    ...Object.entries(report.baselines).map(([name, summary]): [string, RankingSummary] => [
      `baseline ${name}`,
      summary,
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const line = (name: string, cells: string[]) =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  return [
    line('', COLUMNS),
    ...rows.map(([name, summary]) =>
      line(name, [
        String(summary.questions),
        ...[summary.recallAt1, summary.recallAt5, summary.recallAt10, summary.mrrAt10, summary.ndcgAt10].map(
          (score) => shown(score),
        ),
      ]),
    ),
    '',
    `correct abstention ${shown(report.correctAbstention)}, wrong abstention ${shown(report.wrongAbstention)}`,
    `norm first ${shown(report.normFirst)}`,
    `passage length: mean ${shown(report.passageLengthMean, 0)}, p95 ${shown(report.passageLengthP95, 0)} characters`,
    '',
  ].join('\n');
}

function shown(value: number | null, digits = 3): string {
  return value === null ? '–' : value.toFixed(digits);
}
