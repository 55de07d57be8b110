import { beforeAll, describe, expect, it } from 'vitest';
import catalogue from '../../../knowledge/suggestions.json' with { type: 'json' };
import type { Answer } from '../../../src/answer/index.ts';
import { SuggestionCatalogue } from '../../../src/answer/suggestions.ts';
import type { Citation } from '../../../src/messages/message.ts';
import type { Passage } from '../../../src/retrieval/types.ts';
import { type Knowledge, openKnowledge } from '../../../src/server/knowledge.ts';
import { isQuestion } from '../../../src/understanding/index.ts';
import { TEST_DATA } from '../../support/app.ts';

const NOTHING = { questions: [], suggested: [] };
const { suggestions } = SuggestionCatalogue.parse(catalogue);
const kindOf = (id: string) => knowledge.retriever.documents.find((one) => one.id === id)?.kind;

let knowledge: Knowledge;
let passages: ReadonlyMap<string, Passage>;
beforeAll(async () => {
  knowledge = await openKnowledge({ dataFolder: TEST_DATA });
  passages = new Map(knowledge.retriever.passages.map((passage) => [passage.id, passage]));
});

const idOf = ({ url }: Citation) => url.split('#')[1] ?? '';
const sectionOf = (passage: Passage | undefined) => `${passage?.document} ${passage?.section.join(' › ')}`;
const cited = (answer: Answer) => (answer.kind === 'answer' ? answer.citations : []);
const entryOf = (id: string) => suggestions.find((one) => one.id === id);

async function near(text: string, past = NOTHING as { questions: string[]; suggested: string[] }) {
  const question = { text, language: 'es' as const };
  const answer = await knowledge.answerer.answer(question);
  return knowledge.answerer.suggest(question, cited(answer), past);
}

describe('the written questions', () => {
  it('are many, each with its own id, and short enough for a button', () => {
    expect(suggestions.length).toBeGreaterThanOrEqual(150);
    expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length);
    const long = suggestions.flatMap(({ es, en }) => [es, en ?? '']).filter((text) => text.length > 60);
    expect(long).toEqual([]);
  });

  it('are taken for questions in the middle of a step', () => {
    const missed = suggestions.flatMap(({ es, en }) =>
      [
        isQuestion(es, { language: 'es', today: '2026-11-21' }) ? [] : [es],
        en === undefined || isQuestion(en, { language: 'en', today: '2026-11-21' }) ? [] : [en],
      ].flat(),
    );
    expect(missed).toEqual([]);
  });

  it('stand on passages that are there, of every chapter of the guide and every document', () => {
    expect(suggestions.filter(({ passage }) => !passages.has(passage))).toEqual([]);
    const places = suggestions.map(({ passage }) => passages.get(passage));
    expect(new Set(places.map((passage) => passage?.document)).size).toBe(5);
    const chapters = new Set(places.filter((p) => p?.document === '001').map((p) => p?.section[0]));
    for (const chapter of ['1.', '2.', '3.', '4.', 'Anexo I', 'Caso de Cali'])
      expect([...chapters].some((one) => one?.startsWith(chapter))).toBe(true);
  });

  it('are answered, citing their passage or its section', async () => {
    const failed: string[] = [];
    for (const { passage, es, en } of suggestions) {
      for (const [language, text] of [['es', es] as const, ['en', en] as const]) {
        if (text === undefined) continue;
        const places = cited(await knowledge.answerer.answer({ text, language })).map((one) =>
          passages.get(idOf(one)),
        );
        const own = sectionOf(passages.get(passage));
        if (!places.some((place) => sectionOf(place) === own)) failed.push(`${passage} ${text}`);
      }
    }
    expect(failed).toEqual([]);
  }, 60_000);
});

describe('the next questions', () => {
  it('are three near what was cited', async () => {
    const found = await near('¿Qué es una red de ciudades?');
    expect(found).toHaveLength(3);
    for (const { id } of found)
      expect(passages.get(entryOf(id)?.passage ?? '')?.section.join(' ')).toContain('redes de ciudades');
  });

  it('leave out the question that was asked, in other words too, and those asked or offered lately', async () => {
    const first = await near('¿qué es un hermanamiento?');
    expect(first.map(({ text }) => text)).not.toContain('¿Qué es un hermanamiento entre ciudades?');
    const [chosen] = first;
    const later = await near('¿qué es un hermanamiento?', {
      questions: ['¿qué es la cooperación bilateral?'],
      suggested: first.map(({ id }) => id),
    });
    expect(later.map(({ id }) => id)).not.toContain(chosen?.id);
    expect(later.map(({ text }) => text)).not.toContain('¿Qué es la cooperación bilateral?');
  });

  it('after a legal answer are of the norms, never of the campaign or the press', async () => {
    const past = { questions: [] as string[], suggested: [] as string[] };
    for (let round = 0; round < 12; round += 1) {
      const found = await near('¿Qué dice el artículo 20 de la Ley 1150?', past);
      const kinds = found.map(({ id }) => kindOf(entryOf(id)?.passage.split('-')[0] ?? ''));
      expect(kinds).not.toContain('campaign-programme');
      expect(kinds).not.toContain('press-article');
      past.suggested.push(...found.map(({ id }) => id));
    }
    expect(past.suggested.length).toBeGreaterThan(6);
  });

  it('of the campaign come only beside an answer that cites it', async () => {
    const beside = await near('¿Qué propone la campaña sobre Europa?');
    expect(beside.map(({ id }) => kindOf(entryOf(id)?.passage.split('-')[0] ?? ''))).toContain(
      'campaign-programme',
    );
  });

  it('are none where nothing was cited', () => {
    const question = { text: '¿qué es una red?', language: 'es' as const };
    expect(knowledge.answerer.suggest(question, [], NOTHING)).toEqual([]);
  });

  it('are in the language of the person', async () => {
    const question = { text: 'What is a city network?', language: 'en' as const };
    const answer = await knowledge.answerer.answer(question);
    const found = knowledge.answerer.suggest(question, cited(answer), NOTHING);
    expect(found).toHaveLength(3);
    for (const { text } of found) expect(text).toMatch(/^(?:What|Which|Can|How|May)/);
  });
});

describe('a summary', () => {
  const ask = async (text: string) => {
    const question = { text, language: 'es' as const };
    const answer = await knowledge.answerer.answer(question);
    if (answer.kind !== 'answer') throw new Error('no answer');
    return { question, answer };
  };

  it('keeps the most telling sentences of a passage that was opened, cited in it', async () => {
    const { question, answer } = await ask('¿Qué es una red de ciudades?');
    const source = answer.citations.at(-1) as Citation;
    const opened = knowledge.answerer.passage(source, 'es');
    if (!opened) throw new Error('no passage');
    const summary = knowledge.answerer.summary(question, opened);
    expect(summary?.text.length).toBeLessThan(opened.text.length * 0.75);
    for (const { quote, url } of summary?.citations ?? []) {
      expect(url).toBe(source.url);
      expect(passages.get(idOf(source))?.text).toContain(quote);
    }
    for (const mark of summary?.text.match(/\[(\d+)\]/g) ?? [])
      expect(summary?.citations.map(({ n }) => `[${n}]`)).toContain(mark);
  });

  it('keeps the statements of a legal answer, with their marks and the orientation', async () => {
    const { question, answer } = await ask('¿Puede un alcalde firmar un tratado?');
    const summary = knowledge.answerer.summary(question, answer);
    expect(summary?.text).toMatch(
      /^No: solo el Presidente[^\n]*\[1\][^\n]*\n\nSu entidad sí[^\n]*\[\d\]\n\n.*oficina jurídica\.$/s,
    );
    expect(summary?.citations).toEqual(answer.citations);
  });

  it('says of campaign and press whose words they are', async () => {
    const { question, answer } = await ask('¿Qué propone la campaña sobre Europa?');
    const opened = knowledge.answerer.passage(answer.citations[0] as Citation, 'es');
    const summary = opened && knowledge.answerer.summary(question, opened);
    expect(summary?.text).toMatch(/(?:^|\n)Según el programa de campaña/);
  });

  it('is none where an answer is short already', async () => {
    const { question, answer } = await ask('¿Qué es la cooperación Sur-Sur?');
    expect(knowledge.answerer.summary(question, answer)).toBeUndefined();
  });
});

describe('the outcome of the contracting decision', () => {
  const told = (
    payer: 'cooperation' | 'multilateral-credit' | 'foreign-public-body' | 'national',
    share?: number,
  ) => knowledge.answerer.contracting({ payer, share }, 'es');

  it.each([
    ['cooperation', 50, /puede someterse a los reglamentos de ese organismo/, 'Ley 1150 de 2007, art. 20'],
    ['cooperation', 49.9, /normas nacionales de contratación/, 'Ley 80 de 1993'],
    ['multilateral-credit', undefined, /no cuenta qué porcentaje ponga/, 'Decreto 1510 de 2013, art. 157'],
    ['foreign-public-body', undefined, /lo que acuerden las partes/, 'Decreto 1510 de 2013, art. 157'],
    ['national', undefined, /recursos solo nacionales/, 'Ley 80 de 1993'],
  ] as const)('for %s %s names its norms with sentences of the guide', (payer, share, rule, norm) => {
    const { text, citations } = told(payer, share);
    expect(text).toMatch(rule);
    expect(text).toMatch(new RegExp(`\\*\\*[^*]*${norm}[^*]*\\*\\*(?: \\[\\d+\\])?[:;] `));
    expect(text).toMatch(/confirme con su oficina jurídica/);
    expect(citations.length).toBeGreaterThan(0);
    for (const one of citations) {
      expect(one.kind).toBe('guía oficial');
      expect(passages.get(idOf(one))?.text).toContain(one.quote);
      expect(text).toContain(`[${one.n}]`);
    }
  });

  it('tells the contrary case where it decides', () => {
    expect(told('cooperation', 40).text).toContain('En caso contrario, se someterán a los procedimientos');
  });

  it('tells both rows where the share is not known', () => {
    expect(told('cooperation').text).toMatch(/^Depende del porcentaje[\s\S]*50 % o más[\s\S]*menos del 50 %/);
  });
});
