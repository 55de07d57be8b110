import type { EvalReport, GroupSummary } from './eval-report.ts';
import type { EvalRow } from './eval-run.ts';
import type { StoredRun } from './eval-store.ts';
import { columns, shown } from './eval-table.ts';

/** Change of word recall from which an answer counts as another. */
const NOTABLE = 0.1;

const GROUP: Readonly<Record<string, (summary: GroupSummary) => number | null>> = {
  'R@1': ({ recallAt1 }) => recallAt1,
  'R@5': ({ recallAt5 }) => recallAt5,
  'R@10': ({ recallAt10 }) => recallAt10,
  'MRR@10': ({ mrrAt10 }) => mrrAt10,
  'nDCG@10': ({ ndcgAt10 }) => ndcgAt10,
  'correct abstention': ({ correctAbstention }) => correctAbstention,
  'wrong abstention': ({ wrongAbstention }) => wrongAbstention,
  'answer words': ({ wordRecall }) => wordRecall,
  'answer facts': ({ facts }) => facts,
};
const WHOLE: Readonly<Record<string, (report: EvalReport) => number | null>> = {
  ...GROUP,
  'answer F1': ({ wordF1 }) => wordF1,
  'norm first': ({ legal }) => legal.normFirst,
  'all norms': ({ legal }) => legal.allNorms,
  'legal citations open': ({ legal }) => legal.citationsOpen,
  'citations sound': ({ citations }) => citations.sound,
  'marks resolved': ({ citations }) => citations.resolved,
  'sentences not borne out': ({ citations }) => citations.unsupported,
  'answers without a fault': ({ citations }) => citations.faultless,
};

/** What changed from one run to another: every metric, those of a kind that differ, and each question that did. */
export function compareRuns(before: StoredRun, after: StoredRun): string {
  const kinds = Object.keys(after.report.byKind).filter((kind) => kind in before.report.byKind);
  const byKind = kinds.flatMap((kind) =>
    Object.entries(GROUP).flatMap(([metric, of]) => {
      const [was, is] = [before.report.byKind[kind], after.report.byKind[kind]];
      return was && is && of(was) !== of(is) ? [difference(`${kind}: ${metric}`, of(was), of(is))] : [];
    }),
  );
  const { better, worse, unmatched } = byQuestion(before.rows, after.rows);
  return [
    columns([
      ['', before.name, after.name, 'difference'],
      ['commit', before.commit ?? '–', after.commit ?? '–', ''],
      ['pipeline', String(before.pipeline), String(after.pipeline), ''],
      ...Object.entries(WHOLE).map(([metric, of]) => difference(metric, of(before.report), of(after.report))),
      ...byKind,
    ]),
    ...listed('Better', better),
    ...listed('Worse', worse),
    ...listed('In one of the two only', unmatched),
    '',
  ].join('\n');
}

function difference(label: string, before: number | null, after: number | null): string[] {
  const change = before === null || after === null ? null : after - before;
  return [
    label,
    shown(before),
    shown(after),
    change === null ? '–' : change === 0 ? '=' : `${change > 0 ? '+' : ''}${change.toFixed(3)}`,
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
}

function byQuestion(before: readonly EvalRow[], after: readonly EvalRow[]) {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const better: string[] = [];
  const worse: string[] = [];
  for (const row of after) {
    const was = earlier.get(row.id);
    if (!was) continue;
    for (const { told, gain } of changesOf(was, row)) {
      (gain > 0 ? better : worse).push(`${row.id} (${row.kind}) ${told}: ${row.question}`);
    }
  }
  const later = new Set(after.map(({ id }) => id));
  const unmatched = [
    ...before.filter(({ id }) => !later.has(id)),
    ...after.filter(({ id }) => !earlier.has(id)),
  ].map(({ id }) => id);
  return { better, worse, unmatched };
}

function changesOf(was: EvalRow, is: EvalRow): { told: string; gain: number }[] {
  const changes: { told: string; gain: number }[] = [];
  const note = (what: string, gain: number, from: unknown, to: unknown) => {
    if (gain !== 0) changes.push({ told: `${what} ${from} → ${to}`, gain });
  };
  const rankOf = ({ ranking }: EvalRow) => ranking?.firstHit ?? null;
  const worth = (row: EvalRow) => 1 / (rankOf(row) ?? Number.POSITIVE_INFINITY);
  note('rank', worth(is) - worth(was), rankOf(was) ?? '–', rankOf(is) ?? '–');
  const right = ({ abstained, answerable }: EvalRow) => Number(abstained !== answerable);
  const did = ({ abstained }: EvalRow) => (abstained ? 'abstained' : 'answered');
  note('answer', right(is) - right(was), did(was), did(is));
  const first = ({ lookup }: EvalRow) => Number(lookup?.first ?? 0);
  note('first norm', first(is) - first(was), was.lookup?.shown[0] ?? '–', is.lookup?.shown[0] ?? '–');
  const faults = ({ citations }: EvalRow) => citations.faults.length;
  note('faults', faults(was) - faults(is), faults(was), faults(is));
  const held = ({ answer }: EvalRow) => answer?.wordRecall ?? 0;
  const words = held(is) - held(was);
  note('words', Math.abs(words) >= NOTABLE ? words : 0, held(was).toFixed(2), held(is).toFixed(2));
  return changes;
}
