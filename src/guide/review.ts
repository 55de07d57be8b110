import type { Card, CardSection, Choice } from '../messages/message.ts';
import { assess, tally } from '../plan/assessment/assess.ts';
import type { Texts } from '../text/locales.ts';
import { rememberedWith } from '../text/remembered.ts';
import { type FieldSlot, isFilled, isOpen } from './agenda.ts';
import { sameName } from './describe.ts';
import { type Gap, gapButton, gapsOf } from './gaps.ts';
import type { Move } from './move.ts';
import { labelOf } from './question.ts';

/** Most gaps shown at once: more do not fit a phone. */
const SHOWN = 6;
/** Most characters of a name on a button. */
const BUTTON = 60;

/** What the plan lacks, by weight. */
export function gapsIn(move: Move): Gap[] {
  return gapsOf(move.slots(), move);
}

/**
 * What the plan's own data say of it, in short: how many points of the guide's review are met, what keeps the plan
 * from being presented, and how to see the rest.
 */
export function tellReview(move: Move): string {
  const gaps = gapsIn(move);
  const urgent = gaps.filter(({ kind }) => kind !== 'review');
  const shown = urgent.slice(0, SHOWN);
  const rest = gaps.length - shown.length;
  const list = [
    ...(shown.length > 0 ? [move.t('review.first', { count: urgent.length })] : [move.t('review.sound')]),
    ...shown.map((gap) => gapLine(gap, move)),
  ].join('\n');
  const more = rest > 0 ? [move.t('review.rest', { rest, shown: shown.length })] : [];
  return [tallyLine(move), list, ...more].join('\n\n');
}

/** The list of what the plan lacks, a page of it, with a button for each; what waits goes on waiting. */
export function tellGaps(move: Move, next: 'first' | 'more'): void {
  const gaps = gapsIn(move);
  const tour = move.state.gaps ?? { seen: [], listed: [] };
  if (gaps.length === 0) {
    move.script.say(move.t('review.none'));
    return move.restate();
  }
  const rest = next === 'more' ? gaps.filter(({ slot }) => !tour.listed.includes(slot.key)) : gaps;
  const goesOn = next === 'more' && rest.length > 0 && rest.length < gaps.length;
  const list = rest.length > 0 ? rest : gaps;
  const page = list.slice(0, SHOWN);
  const listed = page.map(({ slot }) => slot.key);
  move.state.gaps = { ...tour, listed: goesOn ? [...tour.listed, ...listed] : listed };
  const urgent = gaps.filter(isUrgent).length;
  const title = move.t(goesOn ? 'review.title.more' : 'review.title', { count: gaps.length, urgent });
  const groups = Map.groupBy(page, (gap) => (isUrgent(gap) ? 'essential' : gap.kind));
  const told = [...groups].map(([kind, group]) =>
    [move.t(`review.group.${kind}`), ...group.map((gap) => gapLine(gap, move))].join('\n'),
  );
  const tallied = goesOn ? [] : [tallyLine(move)];
  move.script.show([title, ...told, ...tallied].join('\n\n'), gapsCard(title, groups, tallied[0], move));
  const slot = move.current();
  const waits = move.state.status === 'running' && slot !== undefined && isOpen(slot, move);
  const tail = !waits
    ? move.t('review.choose')
    : slot.kind === 'field'
      ? move.t('review.waits', { label: labelOf(slot, move) })
      : move.t('review.waits.list');
  move.script.offer(tail, [
    ...page.map((gap) => buttonFor(gap, move)),
    ...(list.length > page.length ? move.offers(['more-gaps']) : []),
    ...move.offers(move.state.status === 'done' ? ['show', 'export'] : ['go-on']),
  ]);
}

/** The same as a card: what is lacking by weight, each with why it matters. */
function gapsCard(
  title: string,
  groups: ReadonlyMap<string, readonly Gap[]>,
  note: string | undefined,
  move: Move,
): Card {
  const last = groups.size - 1;
  const sections = [...groups].map(
    ([kind, group], n): CardSection => ({
      title: move.t(`review.group.${kind}`).replaceAll('**', ''),
      facts: group.map((gap) => ({ label: labelOf(gap.slot, move), value: gap.reason })),
      ...(n === last && note !== undefined && { note }),
    }),
  );
  return { title: title.replaceAll('**', ''), sections };
}

/** The gap whose button was pressed; one pressed late may name a blank that was filled since. */
export function gapNamed(move: Move, text: string): Gap | undefined {
  const said = sameName(text);
  const { fill, correct } = gapButtonsIn(move.texts);
  if (!said.startsWith(fill) && !said.startsWith(correct)) return undefined;
  const gap = gapsIn(move).find((one) => sameName(gapButton(one, move)) === said);
  if (gap || !said.startsWith(fill)) return gap;
  const says = (label: string) => sameName(move.t('review.button.fill', { label })) === said;
  const slot = move.slots().find((one): one is FieldSlot => one.kind === 'field' && says(labelOf(one, move)));
  return (
    slot && { kind: 'review', slot, reason: isFilled(slot, move) ? move.t('review.filled') : '', serves: 0 }
  );
}

/** How the buttons of gaps begin, before what they name. */
const gapButtonsIn = rememberedWith((texts: Texts) => {
  const begins = (key: string) => `${sameName(texts.t(`review.button.${key}`, { label: '' }))} `;
  return { fill: begins('fill'), correct: begins('correct') };
});

function tallyLine(move: Move): string {
  const { met, missing, notYet, open } = tally(assess(move.plan));
  return move.t('review.tally', { met, missing, notYet, open });
}

/** Whether a plan cannot be presented with it. */
function isUrgent({ kind }: Gap): boolean {
  return kind === 'error' || kind === 'essential';
}

function gapLine(gap: Gap, move: Move): string {
  return move.t('review.line', { label: labelOf(gap.slot, move), reason: gap.reason });
}

function buttonFor(gap: Gap, move: Move): Choice {
  const value = gapButton(gap, move);
  return { label: value.length > BUTTON ? `${value.slice(0, BUTTON - 1).trimEnd()}…` : value, value };
}
