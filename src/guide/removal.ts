import type { Patch } from '../plan/patch.ts';
import type { Plan } from '../plan/schema.ts';
import { formatList } from '../text/format.ts';
import { readYesNo } from '../understanding/index.ts';
import { sameName, sameText } from './describe.ts';
import { type Item, inventory } from './inventory.ts';
import type { Move } from './move.ts';

/** Deletes an element; where something else goes with it or refers to it, that is told and confirmed first. */
export function remove(move: Move, item: Item): void {
  const { told } = consequences(move, item);
  if (told.length === 0) return carryOut(move, item);
  const question = [
    move.t('elements.confirm', { what: theItem(move, item) }),
    ...told.map((line) => `- ${line}`),
  ].join('\n');
  move.decide({ kind: 'remove', path: item.path, question });
}

/** Settles a deletion that waits for a yes. False when the message is about something else: then it lapses. */
export function decideRemoval(
  move: Move,
  path: string,
  text: string,
  { asks, undoes }: { asks: boolean; undoes: boolean },
): boolean {
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  const answer = readYesNo(text, { language: move.texts.language, today: move.today });
  delete move.state.pending;
  if (is('remove') || (!asks && answer.ok && answer.value)) {
    const item = inventory(move.plan).find((one) => one.path === path);
    if (item) carryOut(move, item);
    else move.restate();
    return true;
  }
  if (is('leave-it') || undoes || (!asks && answer.ok)) {
    move.script.say(move.t('elements.kept'));
    move.restate();
    return true;
  }
  return false;
}

/** How an element is called in a sentence: «el hito **Firma** (Ruta de aves)». */
export function theItem(move: Move, { kind, name, within }: Item): string {
  const called = `${move.t(`elements.the.${kind}`)} **${name}**`;
  return within === undefined ? called : `${called} (${within})`;
}

function carryOut(move: Move, item: Item): void {
  const waiting = move.state.current;
  const { patch } = consequences(move, item);
  const refused = move.apply([...patch, { op: 'remove', path: item.path }]);
  if (refused !== undefined) {
    move.script.say(move.t('engine.refused', { label: item.name, reason: refused }));
    return move.restate();
  }
  forget(move, item);
  move.script.say(move.t('elements.removed', { what: theItem(move, item) }));
  const there = waiting !== undefined && move.slots().some(({ key }) => key === waiting);
  if (move.state.status === 'running' && !there) move.advance();
  else move.restate();
}

/** What was asked of an element that is gone: a new one may get its id. */
function forget(move: Move, { path }: Item): void {
  const { state } = move;
  const gone = (key: string | undefined) => key !== undefined && `${key}.`.startsWith(`${path}.`);
  state.skipped = state.skipped.filter((key) => !gone(key));
  state.trail = state.trail.filter((key) => !gone(key));
  if (gone(state.current)) delete state.current;
  if (gone(state.resumeAt)) delete state.resumeAt;
  if (gone(state.justSkipped)) delete state.justSkipped;
  // A list that is empty again is not complete.
  const list = path.slice(0, path.lastIndexOf('.'));
  const left = inventory(move.plan).some((item) => item.path.startsWith(`${list}.`));
  if (!left) state.closed = state.closed.filter((key) => key !== list);
}

interface Consequences {
  /** What else changes in the plan. */
  patch: Patch;
  /** What the official should know of it, one sentence each. */
  told: string[];
}

function consequences(move: Move, item: Item): Consequences {
  const { plan } = move;
  const say = (key: string, params: Record<string, string | number> = {}) =>
    move.t(`elements.effect.${key}`, params);
  const names = (list: readonly { name: string }[]) =>
    formatList(
      list.map(({ name }) => `«${name}»`),
      move.texts.language,
    );
  switch (item.kind) {
    case 'project':
      return ofProject(plan, item, say, names);
    case 'axis':
    case 'objective':
      return ofPlace(plan, item, say, names);
    case 'indicator': {
      const users = (plan.projects ?? []).filter(({ indicators }) => indicators?.includes(item.id));
      return {
        patch: users.map(({ id, indicators = [] }) => ({
          op: 'set',
          path: `projects.${id}.indicators`,
          value: indicators.filter((one) => one !== item.id),
        })),
        told: users.length === 0 ? [] : [say('measures', { projects: names(users), count: users.length })],
      };
    }
    case 'milestone': {
      const entries = (plan.followUp.progress ?? []).filter(({ milestone }) => milestone === item.id);
      const own = entries.filter(({ project }) => item.path.startsWith(`projects.${project}.`));
      return {
        patch: own.map(({ id }) => ({ op: 'remove', path: `followUp.progress.${id}.milestone` })),
        told: own.length === 0 ? [] : [say('recorded', { count: own.length })],
      };
    }
    case 'stakeholder': {
      const users = (plan.projects ?? []).filter(({ actors = [], partners = [] }) =>
        [...actors, ...partners].some((one) => sameName(one) === sameName(item.name)),
      );
      return { patch: [], told: users.length === 0 ? [] : [say('named', { projects: names(users) })] };
    }
    default:
      return { patch: [], told: [] };
  }
}

type Say = (key: string, params?: Record<string, string | number>) => string;
type Names = (list: readonly { name: string }[]) => string;

/** An indicator that no other project measures goes with its project; what was recorded of it stays, in words. */
function ofProject(plan: Plan, item: Item, say: Say, names: Names): Consequences {
  const project = plan.projects?.find(({ id }) => id === item.id);
  const others = (plan.projects ?? []).filter(({ id }) => id !== item.id);
  const alone = (plan.indicators ?? []).filter(
    ({ id }) => project?.indicators?.includes(id) && !others.some((o) => o.indicators?.includes(id)),
  );
  const entries = (plan.followUp.progress ?? []).filter((entry) => entry.project === item.id);
  const milestones = project?.milestones?.length ?? 0;
  const risks = project?.risks?.length ?? 0;
  return {
    patch: [
      ...alone.map(({ id }) => ({ op: 'remove' as const, path: `indicators.${id}` })),
      ...entries.flatMap(({ id, milestone }) => [
        { op: 'remove' as const, path: `followUp.progress.${id}.project` },
        ...(milestone === undefined
          ? []
          : [{ op: 'remove' as const, path: `followUp.progress.${id}.milestone` }]),
      ]),
    ],
    told: [
      say('project'),
      ...(milestones + risks > 0
        ? [say('parts', { milestones, risks, both: milestones > 0 && risks > 0 ? 'yes' : 'no' })]
        : []),
      ...(alone.length > 0 ? [say('indicators', { indicators: names(alone), count: alone.length })] : []),
      ...(entries.length > 0 ? [say('recorded', { count: entries.length })] : []),
    ],
  };
}

/** Projects under an axis or an objective that goes stay, without it. */
function ofPlace(plan: Plan, item: Item, say: Say, names: Names): Consequences {
  const isAxis = item.kind === 'axis';
  const under = (plan.projects ?? []).filter((p) =>
    isAxis ? p.axis === item.id : p.objective === item.id && item.path.startsWith(`strategy.axes.${p.axis}.`),
  );
  const objectives = plan.strategy.axes?.find(({ id }) => id === item.id)?.objectives?.length ?? 0;
  return {
    patch: under.flatMap(({ id }) => [
      ...(isAxis ? [{ op: 'remove' as const, path: `projects.${id}.axis` }] : []),
      { op: 'remove' as const, path: `projects.${id}.objective` },
    ]),
    told: [
      ...(isAxis ? [say('axis', { objectives })] : []),
      ...(under.length > 0
        ? [say(`${item.kind}Projects`, { projects: names(under), count: under.length })]
        : []),
    ],
  };
}
