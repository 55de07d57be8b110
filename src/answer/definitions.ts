import { contentWords, stem } from '../retrieval/language/stems.ts';
import type { DocumentKind } from '../retrieval/types.ts';
import type { ReadPassage } from './corpus.ts';
import { LEANS } from './sentences.ts';

/** A sentence that says what something is. */
export interface Definition {
  read: ReadPassage;
  index: number;
  score: number;
}

interface Entry {
  read: ReadPassage;
  index: number;
  /** Stems of what is defined. */
  subject: ReadonlySet<string>;
  /** Stems of the headings above it, which complete what a short label names. */
  headings: ReadonlySet<string>;
  strength: number;
}

/** The surer a document speaks of what things are; campaign and press define nothing. */
const AUTHORITY: Partial<Record<DocumentKind, number>> = {
  'official-guide': 0.1,
  'public-policy': 0.05,
  'academic-article': 0,
};
/** A heading that is the very name says that what follows tells what it is. */
const HEADED = 0.6;
/** A first sentence that tells of its heading without naming it. */
const REFERS_BACK =
  /^(?:est[ea] (?:tipo|clase|forma|modalidad|dimensión)|consiste|se refiere|se trata|es un|son l|hace referencia)/i;
/** «X, Y y Z son…» tells of each less than a sentence of its own. */
const TOGETHER = 0.8;
/** Under this score a sentence only speaks of the thing. */
const ENOUGH = 0.42;
/** Share of a subject's words that the question must have asked for; «la red X de Y» is not «una red». */
const OWN = 0.3;

/** Every sentence of the documents that defines something, by what it defines. */
export class DefinitionIndex {
  /** The entries in whose subject a stem stands. */
  readonly #bySubject = new Map<string, Entry[]>();

  constructor(passages: readonly ReadPassage[]) {
    const opened = new Set<string>();
    for (const read of passages) {
      if (AUTHORITY[read.document.kind] === undefined) continue;
      const language = read.document.language;
      const set = (text: string) => new Set(contentWords(text).map((word) => stem(word, language)));
      const headings = set(read.passage.section.slice(-2).join(' '));
      read.sentences.forEach((sentence, index) => {
        const found = sentence.subject;
        if (!found) return;
        const parts = found.subject.split(/,\s|\s[ye]\s/);
        const together = parts.length > 1 ? parts : [];
        this.#add({ read, index, subject: set(found.subject), headings, strength: found.strength });
        for (const part of together)
          this.#add({
            read,
            index,
            subject: set(part),
            headings,
            strength: found.strength * TOGETHER,
          });
      });
      const heading = read.passage.section.at(-1);
      const key = `${read.document.id}/${read.passage.section.join('/')}`;
      if (heading === undefined || opened.has(key)) continue;
      opened.add(key);
      const index = read.sentences.findIndex(({ kind }) => kind === 'prose');
      const first = read.sentences[index];
      if (!first || /[¿?]/.test(heading)) continue;
      for (const part of heading.split(':')) {
        const subject = set(part);
        const shared = [...subject].filter((form) => first.stems.includes(form)).length;
        if (shared === subject.size || REFERS_BACK.test(first.text))
          this.#add({ read, index, subject, headings: new Set(), strength: HEADED });
      }
    }
  }

  #add(entry: Entry): void {
    for (const form of entry.subject) {
      const known = this.#bySubject.get(form);
      if (known) known.push(entry);
      else this.#bySubject.set(form, [entry]);
    }
  }

  /** The sentences that define a name, best first; empty when none does. `name`: its words, each in its stems. */
  find(name: readonly (readonly string[])[], limit = 3): Definition[] {
    const stands = (forms: readonly string[], stems: ReadonlySet<string>) =>
      forms.some((form) => stems.has(form));
    const rarest = name.toSorted((a, b) => this.#rarity(b) - this.#rarity(a))[0];
    if (!rarest) return [];
    const entries = new Set(rarest.flatMap((form) => this.#bySubject.get(form) ?? []));
    return [...entries]
      .flatMap(({ subject, headings, read, index, strength }): Definition[] => {
        if (!name.every((forms) => stands(forms, subject) || stands(forms, headings))) return [];
        const precision = [...subject].filter((form) => name.some((forms) => forms.includes(form))).length;
        const share = precision / subject.size;
        if (share < OWN) return [];
        const whole = name.filter((forms) => stands(forms, subject)).length / name.length;
        const named = name.every((forms) => stands(forms, headings)) ? 0.1 : 0;
        const authority = AUTHORITY[read.document.kind] ?? 0;
        const score = strength * (0.35 + 0.45 * share + 0.2 * whole) + named + authority;
        return score >= ENOUGH ? [{ read, index, score }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .filter(
        ({ read, index }, at, all) => all.findIndex((one) => one.read === read && one.index === index) === at,
      )
      .slice(0, limit);
  }

  #rarity(forms: readonly string[]): number {
    return -Math.max(...forms.map((form) => this.#bySubject.get(form)?.length ?? 0));
  }
}

/** «Conocida como X, esta estrategia…» gives the name of what the sentences before tell. */
const TOLD_BEFORE = /^conocid[ao]s?\s/i;
/** A definition as long as this needs nothing after it but what leans on it. */
const TELLING = 180;
/**
 * Positions of a defining sentence and of those that go on after it in its paragraph, while they are short.
 * @param limit characters in all
 */
export function definitionAt({ read, index }: Definition, limit: number): number[] {
  const first = read.sentences[index];
  if (!first) return [];
  const told = TOLD_BEFORE.test(first.text)
    ? [index - 2, index - 1].filter((at) => read.sentences[at]?.paragraph === first.paragraph)
    : [];
  const positions = [...told, index];
  let length = first.text.length;
  for (let at = index + 1; at < read.sentences.length; at++) {
    const next = read.sentences[at];
    if (next?.kind !== 'prose' || next.paragraph !== first.paragraph || next.text.endsWith(':')) break;
    length += next.text.length;
    if (length > limit || first.kind === 'item' || (first.text.length > TELLING && !LEANS.test(next.text)))
      break;
    positions.push(at);
  }
  return positions;
}
