import { readFile } from 'node:fs/promises';
import { contractingDecisions, readContractingCase } from './contracting.ts';
import { CATALOGUE, type Norm } from './norm.ts';
import { type NormReference, parseReferences } from './references.ts';
import { slips } from './spelling.ts';
import { TopicIndex } from './topics.ts';

/** A norm that a look-up found, with how. Scores compare inside one look-up only. */
export interface NormMatch {
  norm: Norm;
  score: number;
  matchedBy: 'identifier' | 'topic';
}

export interface NormLookup {
  /** Best first. Norms named by their identifier always come before those found by topic. */
  matches: NormMatch[];
  /** Norms that the query names and no document cites, in canonical form. */
  missing: string[];
  /** For what is missing, the norms nearest to it that a document cites: of another year, or without its article. */
  near: Norm[];
}

const DEFAULT_LIMIT = 5;
const EXACT = 100;
const PARTIAL = 50;
/** Norms of the contracting table, when the query tells a case of it. */
const DECIDED = 40;

/** The norms that the guide and the academic article cite, and the ways to look them up. */
export class NormCatalogue {
  readonly norms: readonly Norm[];
  readonly #byId: ReadonlyMap<string, Norm>;
  readonly #topics: TopicIndex;

  /** @throws ZodError when the catalogue is malformed. */
  constructor(catalogue: unknown) {
    const { topics, norms } = CATALOGUE.parse(catalogue);
    this.norms = norms;
    this.#byId = new Map(norms.map((norm) => [norm.id, norm]));
    this.#topics = new TopicIndex(norms, topics);
  }

  /**
   * The norm of an id.
   * @throws when there is none: ids are fixed in code and checked by tests.
   */
  get(id: string): Norm {
    const norm = this.#byId.get(id);
    if (!norm) throw new Error(`no norm «${id}» in the catalogue`);
    return norm;
  }

  /**
   * Looks norms up by their identifiers, in the many ways people write them, and then by what they are about.
   * @param limit how many matches at most, 5 by default.
   */
  find(query: string, limit = DEFAULT_LIMIT): NormLookup {
    const matches = new Map<string, NormMatch>();
    const missing = new Set<string>();
    const near = new Set<Norm>();
    const references = parseReferences(query);
    references.forEach((reference, at) => {
      const named = this.#named(reference);
      for (const { norm, score } of named.norms) {
        const earlier = matches.get(norm.id);
        if (!earlier || earlier.score < score - at)
          matches.set(norm.id, { norm, score: score - at, matchedBy: 'identifier' });
      }
      if (named.missing) {
        missing.add(named.missing);
        for (const norm of this.#nearest(reference)) near.add(norm);
      }
    });
    const contracting = readContractingCase(query);
    const decided = contracting ? contractingDecisions(contracting).flatMap(({ norms }) => norms) : [];
    [...new Set(decided)].forEach((id, at) => {
      if (!matches.has(id)) matches.set(id, { norm: this.get(id), score: DECIDED - at, matchedBy: 'topic' });
    });
    // An article alone may be of a norm that the words name: the topic then ranks the candidates.
    for (const { norm, score } of this.#topics.search(query)) {
      const earlier = matches.get(norm.id);
      if (earlier) earlier.score += Math.min(score, 9) / 10;
      else matches.set(norm.id, { norm, score, matchedBy: 'topic' });
    }
    return {
      matches: [...matches.values()].sort((a, b) => b.score - a.score).slice(0, limit),
      missing: [...missing],
      near: [...near],
    };
  }

  /** The norm without the article that is not cited, that of another year, or that of a number one slip away. */
  #nearest({ type, number, year }: NormReference): Norm[] {
    const whole = this.norms.filter((norm) => norm.type === type && norm.article === null);
    const sameYear = (norm: Norm) => year === null || norm.year === year;
    const ways: ((norm: Norm) => boolean)[] = [
      (norm) => norm.number === number && sameYear(norm),
      (norm) => norm.number === number,
      (norm) => norm.number !== null && number !== null && sameYear(norm) && slips(norm.number, number) === 1,
    ];
    return ways.map((way) => whole.filter(way)).find((norms) => norms.length > 0) ?? [];
  }

  #named(reference: NormReference): { norms: { norm: Norm; score: number }[]; missing?: string } {
    const { type, number, year, article } = reference;
    const family = this.norms.filter(
      (norm) =>
        norm.type !== 'foreign' &&
        (type === null ? norm.article !== null : norm.type === type) &&
        (number === null || norm.number === number) &&
        (year === null || norm.year === year),
    );
    const own = family.filter((norm) => norm.article === article);
    const rest = article === null ? family.filter((norm) => norm.article !== null) : [];
    if (type === 'constitution' && article === null) return { norms: scored(own, PARTIAL) };
    if (own.length > 0) return { norms: [...scored(own, EXACT), ...scored(rest, PARTIAL)] };
    const whole = type === null ? [] : family.filter((norm) => norm.article === null);
    return { norms: scored(whole, PARTIAL), missing: labelOf(reference) };
  }
}

/** Reads `norms.json`. Throws when it is malformed. */
export async function readNorms(file: string): Promise<NormCatalogue> {
  return new NormCatalogue(JSON.parse(await readFile(file, 'utf8')));
}

function scored(norms: readonly Norm[], score: number) {
  return norms.map((norm) => ({ norm, score }));
}

const NAMES: Record<NonNullable<NormReference['type']>, string> = {
  constitution: 'Constitución Política',
  law: 'Ley',
  decree: 'Decreto',
  'legislative-act': 'Acto Legislativo',
  agreement: 'Acuerdo',
  treaty: 'Convención de Viena',
  conpes: 'CONPES',
  ruling: 'Sentencia',
  resolution: 'Resolución',
  ordinance: 'Ordenanza',
};

/** A reference in the canonical form: «Ley 1150 de 2007, art. 20». */
function labelOf({ type, number, year, article }: NormReference): string {
  if (type === null) return `art. ${article}`;
  const name = [NAMES[type], number, year === null ? null : `de ${year}`].filter((part) => part !== null);
  return [name.join(' '), article === null ? null : `art. ${article}`]
    .filter((part) => part !== null)
    .join(', ');
}
