import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { guide } from '../../dialogs/guide/index.ts';
import { agenda, isFilled, type Slot, type View, wordsOf } from '../guide/agenda.ts';
import { handle } from '../guide/engine.ts';
import type { Turn } from '../guide/move.ts';
import { type GuideState, initialState } from '../guide/state.ts';
import { emptyPlan, Plan } from '../plan/schema.ts';
import { type Language, loadTexts } from '../text/locales.ts';
import { fold, words } from '../understanding/words.ts';
import {
  type FieldScore,
  type Filled,
  LabelledMessage,
  scoreFields,
  totals,
  valuesOf,
} from './eval-messages-score.ts';

const USAGE =
  'npm run eval:messages -- [--messages FILE.jsonl] [--questions FILE.jsonl] [--half odd|even] [--verbose]';
const EVALS = join(import.meta.dirname, '../../test/evals');
const LOCALES = join(import.meta.dirname, '../../dialogs/locales');
const TEXTS = { es: loadTexts(LOCALES, 'es'), en: loadTexts(LOCALES, 'en') };
/** Any day before the dates of the messages. */
const TODAY = '2026-06-01';

const LabelledReply = z.object({
  id: z.string(),
  asked: z.string(),
  message: z.string(),
  is: z.enum(['answer', 'question', 'both']),
});
type LabelledReply = z.infer<typeof LabelledReply>;

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

/** What a message fills of a plan, the project it speaks of being the first, and the turn. */
function fill(message: string): { filled: Filled; turn: Turn } {
  const language = languageOf(message);
  const plan = workingPlan(language);
  const turn = handle(guide, session(language, 'route', plan), message);
  const before = valuesOf(plan);
  const opened = (turn.plan.projects?.length ?? 0) > 1;
  const after = valuesOf({
    ...turn.plan,
    projects: opened ? turn.plan.projects?.slice(1) : turn.plan.projects,
  });
  const changed = Object.entries(after).filter(
    ([path, value]) => JSON.stringify(value) !== JSON.stringify(before[path]),
  );
  return { filled: Object.fromEntries(changed), turn };
}

/** Whether the reply shows what the field at a path now holds. */
function isShown(path: string, turn: Turn, language: Language): boolean {
  const view: View = { plan: turn.plan, texts: TEXTS[language], today: TODAY, state: turn.state };
  const said = turn.outputs.map((output) => ('text' in output ? output.text : '')).join('\n');
  const place = path.replace(/^projects\.\d+/, `projects.${turn.plan.projects?.at(-1)?.id}`);
  const root = place.split('.').slice(0, -1).join('.');
  return agenda(guide, view).some((slot) => {
    if (slot.kind !== 'field' || !isFilled(slot, view)) return false;
    if (slot.key !== place && !slot.key.startsWith(root) && !place.startsWith(slot.key)) return false;
    const context = { plan: turn.plan, texts: view.texts, today: TODAY, item: slot.item, answers: undefined };
    const value = slot.field.current(context);
    return value !== undefined && said.includes(slot.field.show(value, context).replaceAll('\n', ' '));
  });
}

/** The question of the guide that is worded most like the one given. */
function slotAsked(asked: string, view: View): Slot | undefined {
  const wanted = new Set(words(fold(asked)));
  const likeness = (slot: Slot) => {
    if (slot.kind !== 'field') return 0;
    const said = new Set(
      words(
        fold(
          `${wordsOf(view, `field.${slot.field.id}.ask`)} ${wordsOf(view, `field.${slot.field.id}.label`)}`,
        ),
      ),
    );
    return [...wanted].filter((word) => said.has(word)).length / Math.sqrt(said.size);
  };
  return agenda(guide, view).toSorted((a, b) => likeness(b) - likeness(a))[0];
}

/** How a reply in the middle of a step was taken. */
function taken({ asked, message }: LabelledReply): { as: string; key: string } {
  const language = languageOf(asked);
  const plan = workingPlan(language);
  const view: View = { plan, texts: TEXTS[language], today: TODAY, state: initialState(guide.id) };
  const key = slotAsked(asked, view)?.key ?? 'route';
  const turn = handle(guide, session(language, key, plan), message);
  const saves = turn.patch.length > 0 || turn.state.pending !== undefined;
  const asks = turn.outputs.some((output) => output.type === 'request' && output.request.type !== 'export');
  return { as: saves && asks ? 'both' : saves ? 'answer' : asks ? 'question' : 'neither', key };
}

async function rows<T>(path: string, shape: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

function inHalf(half: string | undefined) {
  return ({ id }: { id: string }) =>
    half === undefined || (Number(/\d+$/.exec(id)?.[0]) % 2 === 1) === (half === 'odd');
}

const percent = (share: number) => share.toFixed(3);

/** Prints how well messages about several fields are read, and how well questions are told from answers. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: join(EVALS, 'messages.jsonl') },
      questions: { type: 'string', default: join(EVALS, 'questions-or-answers.jsonl') },
      half: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  if (values.half !== undefined && !['odd', 'even'].includes(values.half)) throw new Error(USAGE);
  const messages = (await rows(values.messages, LabelledMessage)).filter(inHalf(values.half));
  const scores: FieldScore[] = [];
  let unshown = 0;
  for (const labelled of messages) {
    const { filled, turn } = fill(labelled.message);
    const score = scoreFields(filled, labelled);
    const hidden = score.wrong.filter((path) => !isShown(path, turn, languageOf(labelled.message)));
    unshown += hidden.length;
    scores.push(score);
    if (!values.verbose || score.wrong.length + score.missed.length === 0) continue;
    console.log(`${labelled.id} ${labelled.message}`);
    for (const path of score.wrong)
      console.log(
        `  wrong  ${path}: ${JSON.stringify(filled[path])}${hidden.includes(path) ? ' (not shown)' : ''}`,
      );
    for (const path of score.missed)
      console.log(`  missed ${path}: ${JSON.stringify(labelled.fields[path])}`);
  }
  const { precision, recall, f1 } = totals(scores);
  console.log(
    `messages ${messages.length}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}; wrong and not shown ${unshown}`,
  );

  const replies = (await rows(values.questions, LabelledReply)).filter(inHalf(values.half));
  const outcomes = replies.map((reply) => ({ ...reply, ...taken(reply) }));
  const count = (is: string, as: string) => outcomes.filter((one) => one.is === is && one.as === as).length;
  const right = outcomes.filter((one) => one.is === one.as);
  for (const one of values.verbose ? outcomes : [])
    if (one.is !== one.as)
      console.log(`${one.id} is ${one.is}, taken as ${one.as} [${one.key}]: ${one.message}`);
  console.log(
    `replies ${replies.length}: accuracy ${percent(right.length / replies.length)}; answers taken as questions ${count('answer', 'question')}, questions taken as answers ${count('question', 'answer') + count('question', 'both')}, both taken as one ${count('both', 'answer') + count('both', 'question')}`,
  );
}

await main();
