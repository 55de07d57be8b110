import { join } from 'node:path';
import { z } from 'zod';
import { guide } from '../../dialogs/guide/index.ts';
import { agenda, type FieldSlot, isFilled, type View, wordsOf } from '../guide/agenda.ts';
import { handle } from '../guide/engine.ts';
import type { Turn } from '../guide/move.ts';
import { type GuideState, initialState } from '../guide/state.ts';
import { emptyPlan, Plan } from '../plan/schema.ts';
import { type Language, loadTexts } from '../text/locales.ts';
import { readCommand } from '../understanding/index.ts';
import { fold, root, words } from '../understanding/words.ts';
import {
  type FieldScore,
  type Filled,
  type LabelledMessage,
  scoreFields,
  valuesOf,
} from './eval-messages-score.ts';

const LOCALES = join(import.meta.dirname, '../../dialogs/locales');
const TEXTS = { es: loadTexts(LOCALES, 'es'), en: loadTexts(LOCALES, 'en') };
/** Any day before the dates of the messages. */
const TODAY = '2026-06-01';

/** Orders that ask something of the question itself: help with it, or to leave it for later. */
const ABOUT_THE_STEP = new Set(['help', 'meaning', 'example', 'why', 'skip']);

/** What is asked as part of another question: whether there is an office, with the unit that leads. */
const ASKED_WITH: Readonly<Record<string, string>> = {
  'resources.hasInternationalOffice': 'resources.leadUnit',
};

/** A reply typed in the middle of a step, with what a person takes it for (`test/evals/README.md`). */
export const LabelledReply = z.object({
  id: z.string(),
  asked: z.string(),
  /** The field that is asked about, where the label says it; else the one worded most like `asked`. */
  field: z.string().optional(),
  message: z.string(),
  is: z.enum(['answer', 'question', 'both']),
});
export type LabelledReply = z.infer<typeof LabelledReply>;

/** What a reply was taken for, `neither` being asked again, and the question it replied to. */
export interface Taken {
  as: LabelledReply['is'] | 'neither';
  key: string;
}

/** How a message was read: its score, what it filled, and what of it was wrong without being shown. */
export interface MessageResult {
  score: FieldScore;
  filled: Filled;
  hidden: string[];
}

/** A plan in the making, with a project and axes to speak of; the names are like nothing that is said. */
function workingPlan(language: Language): Plan {
  return Plan.parse({
    ...emptyPlan('plan-1', language),
    strategy: { axes: ['Qaa', 'Qbb', 'Qcc'].map((name, i) => ({ id: `axis-${i + 1}`, name })) },
    projects: [{ id: 'project-1', name: 'Qdd' }],
  });
}

function session(language: Language, current: string, plan: Plan) {
  const state: GuideState = { ...initialState(guide.id), current };
  return { state, plan, texts: TEXTS[language], today: TODAY };
}

function languageOf(text: string): Language {
  return /\b(?:the|we|is|our|and|what|which|how)\b/i.test(text) && !/\b(?:el|los|con|para|qué)\b/i.test(text)
    ? 'en'
    : 'es';
}

/** Plays a message at the beginning of a plan and scores what it fills against its label. */
export function readMessage(labelled: LabelledMessage): MessageResult {
  const language = languageOf(labelled.message);
  const plan = workingPlan(language);
  const turn = handle(guide, session(language, 'route', plan), labelled.message);
  const filled = filledBy(turn, plan);
  const score = scoreFields(filled, labelled);
  return {
    score,
    filled,
    hidden: score.wrong.filter((path) => !isShown(withIds(path, turn), turn, language)),
  };
}

/** What a turn filled of a plan, the project it speaks of being the first. */
function filledBy(turn: Turn, plan: Plan): Filled {
  const before = valuesOf(plan);
  const opened = (turn.plan.projects?.length ?? 0) > 1;
  const projects = opened ? turn.plan.projects?.slice(1) : turn.plan.projects;
  const after = Object.entries(valuesOf({ ...turn.plan, projects }));
  return Object.fromEntries(
    after
      .filter(([path, value]) => JSON.stringify(value) !== JSON.stringify(before[path]))
      .map(([path, value]) => [path, withoutOld(value, before[path])]),
  );
}

/** A list without the elements that were there before and are as they were. */
function withoutOld(value: unknown, before: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(before)) return value;
  const old = new Set(before.map((element) => JSON.stringify(element)));
  return value.filter((element) => !old.has(JSON.stringify(element)));
}

/** A path with the id of its project or indicator, which a new project's count from the first that was opened. */
function withIds(path: string, { plan }: Turn): string {
  const { projects = [], indicators = [] } = plan;
  const opened = projects.length > 1 ? projects.slice(1) : projects;
  return path.replace(/^(projects|indicators)\.(\d+)/, (_, list: string, at: string) => {
    const element = (list === 'projects' ? opened : indicators)[Number(at)];
    return `${list}.${element?.id}`;
  });
}

/** Whether the reply shows what the field at a path now holds. */
function isShown(place: string, turn: Turn, language: Language): boolean {
  const view: View = { plan: turn.plan, texts: TEXTS[language], today: TODAY, state: turn.state };
  const said = turn.outputs.map((output) => ('text' in output ? output.text : '')).join('\n');
  const root = place.split('.').slice(0, -1).join('.');
  return agenda(guide, view).some((slot) => {
    if (slot.kind !== 'field' || !isFilled(slot, view)) return false;
    if (slot.key !== place && !slot.key.startsWith(root) && !place.startsWith(slot.key)) return false;
    const context = { plan: turn.plan, texts: view.texts, today: TODAY, item: slot.item, answers: undefined };
    const value = slot.field.current(context);
    if (value === undefined) return false;
    // A list of names may be shown with what was told beside each.
    const shown = Array.isArray(value) && value.every((one) => typeof one === 'string' && said.includes(one));
    return shown || said.includes(slot.field.show(value, context).replaceAll('\n', ' '));
  });
}

/** How a reply in the middle of a step is taken: what is saved, or shown to be confirmed, answers. */
export function readReply(reply: LabelledReply): Taken {
  const language = languageOf(reply.asked);
  // The goals are asked for where the 2030 Agenda was chosen, and a baseline where there is an indicator.
  const plan: Plan = {
    ...workingPlan(language),
    alignment: { globalAgendas: ['agenda-2030'] },
    indicators: [{ id: 'indicator-1', name: 'Qee' }],
  };
  const key = slotAsked(reply, plan, language)?.key ?? 'route';
  const turn = handle(guide, session(language, key, plan), reply.message);
  const saves = turn.patch.length > 0 || turn.state.pending !== undefined;
  const command = readCommand(reply.message, { language, today: TODAY })?.type;
  const asks =
    turn.outputs.some((output) => output.type === 'request' && output.request.type !== 'export') ||
    (!saves && command !== undefined && ABOUT_THE_STEP.has(command));
  return { as: saves && asks ? 'both' : saves ? 'answer' : asks ? 'question' : 'neither', key };
}

/** The question of the guide that a reply answers: the one named, or the one whose rarest words it shares. */
function slotAsked({ asked, field }: LabelledReply, plan: Plan, language: Language): FieldSlot | undefined {
  const view: View = { plan, texts: TEXTS[language], today: TODAY, state: initialState(guide.id) };
  const slots = agenda(guide, view).filter((slot): slot is FieldSlot => slot.kind === 'field');
  // What is part of another question («the size of the team») is asked with it.
  const named =
    slots.find((slot) => slot.field.id === (field && (ASKED_WITH[field] ?? field))) ??
    slots.find((slot) => field?.startsWith(`${slot.field.id}.`));
  if (named) return named;
  const said = new Map(slots.map((slot) => [slot, wordsAsking(slot, view)]));
  const wanted = [...new Set(words(fold(asked)).map(root))];
  const rarity = (word: string) =>
    Math.log(slots.length / (1 + slots.filter((slot) => said.get(slot)?.has(word)).length));
  const weight = (some: readonly string[]) => some.reduce((sum, word) => sum + rarity(word) ** 2, 0);
  const likeness = (slot: FieldSlot) => {
    const own = [...(said.get(slot) ?? [])];
    return weight(wanted.filter((word) => own.includes(word))) / Math.sqrt(1 + weight(own));
  };
  return slots.toSorted((a, b) => likeness(b) - likeness(a))[0];
}

function wordsAsking({ field }: FieldSlot, view: View): Set<string> {
  const texts = ['ask', 'label', 'also'].map((part) => {
    const key = `field.${field.id}.${part}`;
    return view.texts.has(`${guide.id}.${key}`) ? wordsOf(view, key) : '';
  });
  return new Set(words(fold(texts.join(' '))).map(root));
}
