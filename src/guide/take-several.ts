import type { How } from '../plan/origin.ts';
import { onlyLeads, questionText, readCommand } from '../understanding/index.ts';
import type { Span } from '../understanding/segments.ts';
import { fold, trimMarks } from '../understanding/words.ts';
import { contextOf, type FieldSlot, isFilled, type Slot } from './agenda.ts';
import { flagFindings } from './dependants.ts';
import { sameText } from './describe.ts';
import type { Move } from './move.ts';
import { settle, store } from './save.ts';
import { askedIn, type Proposal, readSeveral, type Several, takesAnything, takesProse } from './several.ts';

/** Longest piece of a message that is quoted back, in characters. */
const QUOTED = 120;

/**
 * Takes a message that tells several things, or one thing that was not asked: saves each value, says where it
 * went and what was left, and goes on. What it asks goes to the documents.
 * @param least how many values it must hold
 * @returns whether it was such a message
 */
export function takeSeveral(move: Move, slot: Slot | undefined, said: string, least = 1): boolean {
  if (!move.workflow.cues) return false;
  const current = slot?.kind === 'field' && move.state.status !== 'done' ? slot : undefined;
  const several = readSeveral(move.workflow, move, said, current);
  const { text } = several;
  if (several.proposals.length < least || !tellsSeveral(move, several, text, current)) return false;
  delete move.state.pending;
  const before = move.plan;
  const corrects = several.proposals.some(({ slot }) => move.shown(slot) !== undefined);
  const lines: string[] = [];
  const doubts: { proposal: Proposal; question: string }[] = [];
  for (const proposal of several.proposals) {
    if (proposal.caution)
      doubts.push({ proposal, question: move.t(proposal.caution.key, proposal.caution.params) });
    else lines.push(...saveOne(move, proposal, several.proposals.length > 1 ? 'extracted' : 'typed'));
  }
  if (lines.length > 0) move.script.say([move.t('engine.several.understood'), ...lines].join('\n'));
  if (corrects) flagFindings(move, before);
  sayRest(move, several, text);
  if (lines.length > 1) move.script.say(move.t('engine.several.undo'));
  move.script.close();
  for (const question of several.questions)
    move.script.request({ type: 'answer', question: questionText(text.slice(question.start, question.end)) });
  if (several.questions.length > 0) move.script.say(move.t('engine.back-to-plan'));
  const [doubt, ...others] = doubts;
  for (const other of others)
    move.script.say(
      move.t('engine.several.doubt', { label: move.label(other.proposal.slot), value: other.proposal.text }),
    );
  if (doubt)
    move.decide({
      kind: 'caution',
      key: doubt.proposal.slot.key,
      text: doubt.proposal.text,
      question: doubt.question,
    });
  else goOn(move, slot);
  return true;
}

/** The question that waits stays unless it was answered. */
function goOn(move: Move, slot: Slot | undefined): void {
  move.state.status = 'running';
  const waits = slot && move.slots().find(({ key }) => key === slot.key);
  if (waits && !isFilled(waits, move) && waits.kind !== 'more') {
    move.state.misses = 0;
    move.ask(waits);
  } else if (waits?.kind === 'more') move.ask(waits, { heading: false });
  else move.advance();
}

/** A message about one thing, and that the one asked for, is an answer; a text for a long field is never torn apart. */
function tellsSeveral(
  move: Move,
  { proposals, leftover }: Several,
  text: string,
  current: FieldSlot | undefined,
): boolean {
  const others = proposals.filter(({ slot }) => slot.key !== current?.key);
  if (others.length === 0) return false;
  if (!current) return others.length > 1 || leftover.length === 0 || others.some(({ clear }) => clear);
  // The list that was asked for, with what is told of each of its elements.
  if (proposals.length > others.length && others.some(({ slot }) => slot.of?.each === current.key))
    return true;
  const headed = others.filter(({ from }) => /[:：]\s*$/.test(text.slice(0, from.start)));
  if (takesProse(current, move)) {
    const opens = headed.some(({ from }) => text.slice(0, from.start).trim().split(/\s+/).length <= 4);
    return opens || headed.length > 1;
  }
  if (proposals.length > others.length) return others.some(({ clear }) => clear);
  // «El presupuesto serían 350 millones» is no title: nothing of it is left once that is taken.
  const named = others.every(({ clear, from }) => clear && /\p{L}{4}/u.test(text.slice(0, from.start)));
  const elsewhere = leftover.length === 0 && named;
  if (takesAnything(current, move)) return others.length > 1 || headed.length > 0 || elsewhere;
  const answers = current.field.read(text, contextOf(current, move)).ok;
  return others.length > 1 || (!answers && others.some(({ clear }) => clear));
}

function saveOne(move: Move, { slot, value }: Proposal, how: How): string[] {
  const before = move.shown(slot);
  const refused = store(move, slot, value, { how });
  const label = move.label(slot);
  if (refused !== undefined) return [`- ${move.t('engine.refused', { label, reason: refused })}`];
  settle(move, slot);
  const shown = slot.field.show(value, contextOf(slot, move));
  const params = { label, value: shown.replaceAll('\n', ' '), step: slot.step.number };
  const changed = before !== undefined && slot.of?.create !== slot.field && !sameText(before, shown);
  const line = changed
    ? move.t('engine.several.changed', { ...params, before })
    : move.t('engine.several.line', params);
  const remark = slot.field.remark?.(value, contextOf(slot, move));
  return [`- ${line}`, ...(remark ? [`  ${move.t(remark.key, remark.params)}`] : [])];
}

/** What was not taken: of others or not sure, and not understood. */
function sayRest(move: Move, { withheld, leftover }: Several, text: string): void {
  const quote = (spans: readonly Span[]) =>
    spans
      .map(({ start, end }) => trimMarks(text.slice(start, end).replace(/\s+/g, ' ')))
      .filter((said) => said !== '')
      .map((said) => `«${said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said}»`)
      .join('; ');
  const aside = quote(withheld);
  const unknown = quote(leftover);
  if (aside !== '') move.script.say(move.t('engine.several.withheld', { text: aside }));
  if (unknown !== '') move.script.say(move.t('engine.several.leftover', { text: unknown }));
}

/** What only takes the floor before a question. */
const NO_ANSWER =
  /^(?:depende|no se|ni idea|no estoy segur[oa]|no tengo claro|mm+|a ver|espere|pues|bueno|ok|perdon|disculpe|entiendo|ya|que pena|well|hmm|not sure|it depends)[\s,.]*$/;

/** A message with a question beside an answer to what was asked: «9 mil, ¿para qué lo piden?». */
export function divide(
  move: Move,
  slot: FieldSlot,
  said: string,
): { answer: string; questions: string[] } | undefined {
  const { questions, text } = askedIn(move, said);
  if (questions.length === 0) return undefined;
  let rest = '';
  let from = 0;
  for (const { start, end } of questions) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  const answer = trimMarks(rest + text.slice(from));
  if (
    !/[\p{L}\p{N}]/u.test(answer) ||
    onlyLeads(answer) ||
    NO_ANSWER.test(fold(answer)) ||
    readCommand(answer, { language: move.texts.language, today: move.today }) ||
    !slot.field.read(answer, contextOf(slot, move)).ok
  )
    return undefined;
  return { answer, questions: questions.map(({ start, end }) => text.slice(start, end).trim()) };
}
