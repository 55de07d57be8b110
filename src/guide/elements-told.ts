import { withTheirOwn } from '../understanding/index.ts';
import { words } from '../understanding/words.ts';
import { sameName } from './describe.ts';

/** An element of a list of the plan, by what it may be called. */
export interface Element {
  id: string;
  name?: string;
  action?: string;
}

/** Words that count the elements of a list: «el eje 2». */
const COUNTED: Readonly<Record<string, string>> = {
  'strategy.axes': 'eje|axis',
  indicators: 'indicador|indicator',
  'legal.actions': 'accion|action',
};
const ORDER = [
  '1|uno|one|primer',
  '2|dos|two|segundo',
  '3|tres|three|tercer',
  '4|cuatro|four|cuarto',
  '5|cinco|five|quinto',
  '6|seis|six|sexto',
];
/** From this length on the first word of a name tells which element is meant, in letters. */
const TELLING = 5;

/** The element that a text names last: by its whole name, its first word, or its number. */
export function spokenOf(each: string, elements: readonly Element[], text: string): Element | undefined {
  const said = ` ${sameName(text)} `;
  const noun = COUNTED[each];
  const placed = elements.map((element, i) => {
    const name = sameName(element.name ?? element.action ?? '');
    const [first = ''] = name.split(' ');
    const unique = elements.every(
      (e) => e === element || !sameName(e.name ?? e.action ?? '').startsWith(first),
    );
    const order = ORDER[i];
    const counted =
      noun && order
        ? said.search(
            new RegExp(
              ` (?:(?:${noun}) (?:${order})|(?:${order}) (?:${noun})) (?!.* (?:${noun}) (?:\\d|uno|dos|tres) )`,
            ),
          )
        : -1;
    const at = Math.max(
      name === '' ? -1 : said.lastIndexOf(` ${name} `),
      first.length >= TELLING && unique ? said.lastIndexOf(` ${first} `) : -1,
      counted,
    );
    return { element, at };
  });
  return placed
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .at(-1)?.element;
}

/** Longest member of a list told in a row, in words. */
const MEMBER = 10;

/** A list told in a row, a line for each member; a sentence stays as it is. */
export function inLines(text: string): string {
  if (/[\n;]|\d\)|[•●]/.test(text)) return text;
  const parts = withTheirOwn(text.split(/,\s+(?:y\s+|e\s+|and\s+)?/));
  const tail = parts.pop() ?? '';
  const last = /^(.{2,}?[^,])\s+(?:y|e|and)\s+(.+)$/.exec(tail);
  const members = [
    ...parts,
    ...(last && !/\bentre\b/.test(last[1] ?? '') ? [last[1] ?? '', last[2] ?? ''] : [tail]),
  ];
  // «En 2018 …, y en 2021 …»: what is dated apart is told apart, however long.
  const most = members.every((member) => /\b(?:19|20)\d\d\b/.test(member)) ? 2 * MEMBER : MEMBER;
  const short = members.every((member) => words(member).length > 0 && words(member).length <= most);
  const loose = members
    .slice(1)
    .some((member) => /^(?:pero|aunque|porque|con|para|por|donde|se|lo|which|but|because)\b/i.test(member));
  return short && !loose ? members.join('\n') : text;
}
