import type { Plan } from '../plan/schema.ts';
import { type ElementKind, readPositions } from '../understanding/index.ts';
import { sameName } from './describe.ts';

/** One element of the plan that people speak of by its name. */
export interface Item {
  kind: ElementKind;
  /** Where it stands: `projects.project-1.milestones.milestone-2`. */
  path: string;
  id: string;
  name: string;
  /** The property that holds the name. */
  property: string;
  /** Name of the project or the axis it is part of. */
  within?: string;
}

interface Named {
  id: string;
  name: string;
}

/** Every element of one kind, in the order of the plan, or of all kinds. */
export function inventory(plan: Plan, kind?: ElementKind): Item[] {
  const projects = plan.projects ?? [];
  const axes = plan.strategy.axes ?? [];
  const { progress = [], revisions = [] } = plan.followUp;
  const all: Item[] = [
    ...items('project', 'projects', projects),
    ...items('axis', 'strategy.axes', axes),
    ...axes.flatMap(({ id, name, objectives = [] }) =>
      items('objective', `strategy.axes.${id}.objectives`, named(objectives, 'statement'), {
        property: 'statement',
        within: name,
      }),
    ),
    ...items('stakeholder', 'governance.stakeholders', plan.governance.stakeholders ?? []),
    ...items('area', 'transversality.areas', plan.transversality.areas ?? []),
    ...items('action', 'legal.actions', named(plan.legal.actions ?? [], 'action'), { property: 'action' }),
    ...projects.flatMap(({ id, name, milestones = [], risks = [] }) => [
      ...items('milestone', `projects.${id}.milestones`, milestones, { within: name }),
      ...items('risk', `projects.${id}.risks`, named(risks, 'risk'), { property: 'risk', within: name }),
    ]),
    ...items('indicator', 'indicators', plan.indicators ?? []),
    ...items('progress', 'followUp.progress', named(progress, 'note'), { property: 'note' }),
    ...items('revision', 'followUp.revisions', named(revisions, 'note'), { property: 'note' }),
  ];
  return kind === undefined ? all : all.filter((item) => item.kind === kind);
}

/**
 * The elements that a name may mean, among those given: the one at a place («2», «el último»), else those of this
 * very name, else those whose name has all its words. «Firma del proyecto Ruta de aves» names what it is part of too.
 */
export function matching(candidates: readonly Item[], name: string): Item[] {
  const places = readPositions(name, candidates.length);
  const placed = places?.length === 1 ? candidates[(places[0] ?? 0) - 1] : undefined;
  if (placed) return [placed];
  const wanted = bare(name);
  if (wanted === '') return [];
  const very = candidates.filter((item) => namesOf(item).includes(wanted));
  if (very.length > 0) return very;
  const words = wanted.split(' ');
  return candidates.filter((item) => {
    const said = new Set(namesOf(item).join(' ').split(' '));
    return words.every((word) => said.has(word));
  });
}

/** Whether a name is that of an element, in whole. */
export function isNameOf(item: Item, name: string): boolean {
  return namesOf(item).includes(bare(name));
}

function namesOf({ name, within }: Item): string[] {
  const own = bare(name);
  return within === undefined ? [own] : [own, `${own} ${bare(within)}`];
}

/** A name without articles and the words that only join it to what it is part of. */
function bare(name: string): string {
  return sameName(name)
    .replace(/\b(?:el|la|los|las|the|del?|al?|of|en|in|proyecto|project|eje|axis)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function named<K extends string>(
  list: readonly ({ id: string } & Record<K, string>)[],
  property: K,
): Named[] {
  return list.map((element) => ({ id: element.id, name: element[property] }));
}

function items(
  kind: ElementKind,
  list: string,
  elements: readonly Named[],
  { property = 'name', within }: { property?: string; within?: string } = {},
): Item[] {
  return elements.map(({ id, name }) => ({
    kind,
    path: `${list}.${id}`,
    id,
    name,
    property,
    ...(within !== undefined && { within }),
  }));
}
