import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/index.ts';
import { subjectOf } from '../../../src/answer/subject.ts';
import { answererOver, type MadeUp } from './made-up.ts';

const FILLER: MadeUp[] = [
  { section: ['Otros'], text: 'El comité se reúne cada mes. La sede queda en el centro.' },
  { section: ['Otros'], text: 'Los talleres forman a los equipos. Cada equipo prepara su informe.' },
];
const citationsOf = (answer: Answer) => (answer.kind === 'answer' ? answer.citations : answer.nearest);
const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');

describe('reading as a text', () => {
  it('gives neighbouring sentences of a passage one mark, whose quote is the whole stretch', async () => {
    const text =
      'La mesa regional acompaña los proyectos rurales. La mesa regional publica los proyectos cada año.';
    const { answerer, passages } = answererOver([{ section: ['Mesa'], text }, ...FILLER]);
    const answer = await answerer.answer({
      text: '¿Cómo trabaja la mesa regional con los proyectos?',
      language: 'es',
    });
    expect(citationsOf(answer)[0]?.quote).toBe(text);
    expect(answer.text.match(/\[1\]/g)).toHaveLength(1);
    expect(answer.text.endsWith('[1]')).toBe(true);
    for (const { quote, url } of citationsOf(answer)) {
      const passage = passages.find(({ id }) => url.endsWith(`#${id}`));
      expect(squeeze(passage?.text ?? '')).toContain(squeeze(quote));
    }
  });

  it('keeps a list under its lead-in with one mark', async () => {
    const text =
      'Los requisitos del sello son:\n• Tener un plan aprobado.\n• Nombrar un equipo.\n• Publicar un informe.';
    const { answerer } = answererOver([{ section: ['Sello'], text }, ...FILLER]);
    const answer = await answerer.answer({ text: '¿Cuáles son los requisitos del sello?', language: 'es' });
    expect(answer.text).toBe(
      'Los requisitos del sello son: [1]\n- Tener un plan aprobado.\n- Nombrar un equipo.\n- Publicar un informe.',
    );
    expect(citationsOf(answer)).toHaveLength(1);
  });

  it('finds the list that stands under a heading which names it, whatever its marks', async () => {
    const lines = [
      'La confianza entre los vecinos del valle',
      'La claridad de las cuentas',
      'El cuidado del agua',
    ];
    const { answerer } = answererOver([
      ...FILLER,
      { section: ['Principios del pacto'], text: ['PRINCIPIOS DEL PACTO', ...lines].join('\n') },
    ]);
    const answer = await answerer.answer({ text: '¿Cuáles son los principios del pacto?', language: 'es' });
    expect(answer.text).toBe(`**Principios del pacto**\n${lines.map((line) => `- ${line}`).join('\n')} [1]`);
  });
});

describe('telling what something is', () => {
  it.each([
    ['Una veeduría es un grupo de vecinos que vigila.', 'Una veeduría'],
    ['Se conoce como veeduría al grupo que vigila.', 'veeduría'],
    ['Para el caso del valle, la veeduría consiste en vigilar.', 'la veeduría'],
    ['Con el término veeduría nos referimos al grupo que vigila.', 'veeduría'],
    ['Hay muchas formas de la veeduría, la cual agrupa a los vecinos.', 'Hay muchas formas de la veeduría'],
  ])('reads the subject of «%s»', (sentence, subject) => {
    expect(subjectOf(sentence, false)?.subject).toBe(subject);
  });

  it.each(['Esta es una gran noticia para todos.', 'En el valle hay una veeduría.', '¿Qué es una veeduría?'])(
    'reads none in «%s»',
    (sentence) => {
      expect(subjectOf(sentence, false)).toBeUndefined();
    },
  );

  it('prefers the definition to sentences that only mention the word, wherever it stands', async () => {
    const { answerer } = answererOver([
      {
        section: ['Agenda'],
        text: 'La veeduría de Tunja viajó en mayo. La veeduría de Cali viajó en junio.',
      },
      ...FILLER,
      { section: ['Control'], text: 'Una veeduría es un grupo de vecinos que vigila las obras.' },
    ]);
    const answer = await answerer.answer({ text: '¿Qué es una veeduría?', language: 'es' });
    expect(answer.text).toBe('Una veeduría es un grupo de vecinos que vigila las obras. [1]');
  });

  it('spells out an acronym, each of its meanings with its mark', async () => {
    const { answerer } = answererOver([
      { section: ['Uno'], text: 'El Consejo Regional de Aguas (CRA) es un órgano de consulta del valle.' },
      { section: ['Dos'], text: 'La Comisión Rural de Aprendizaje (CRA) es un grupo de maestros.' },
      ...FILLER,
    ]);
    const answer = await answerer.answer({ text: '¿Qué es el CRA?', language: 'es' });
    expect(answer.text).toMatch(/Consejo Regional de Aguas \[1\].*Comisión Rural de Aprendizaje \[2\]/);
  });

  it('takes one stretch for each side of a comparison', async () => {
    const { answerer } = answererOver([
      { section: ['Uno'], text: 'La asesoría técnica es una ayuda con personas expertas.' },
      { section: ['Dos'], text: 'La asesoría financiera es una ayuda con dinero o créditos.' },
      ...FILLER,
    ]);
    const answer = await answerer.answer({
      text: 'diferencia entre asesoría técnica y financiera',
      language: 'es',
    });
    expect(answer.text).toContain('personas expertas. [1]');
    expect(answer.text).toContain('dinero o créditos. [2]');
  });
});

describe('documents that disagree', () => {
  const first = { section: ['Socios'], text: 'Paipa tiene 12 socios en el mundo.' };
  const ask = async (other: string) => {
    const { answerer } = answererOver(
      [first, { section: ['Historia'], text: other, article: true }, ...FILLER],
      undefined,
      0.9,
    );
    return await answerer.answer({ text: '¿Cuántos socios tiene Paipa?', language: 'es' });
  };

  it('shows both figures with their documents and dates', async () => {
    const answer = await ask('Hasta entonces Paipa contaba con 9 socios.');
    expect(answer.text).toContain('cifras distintas');
    expect(answer.text).toMatch(/- 12: .*2025\) \[\d\]/);
    expect(answer.text).toMatch(/- 9: .*c\. 2010\) \[\d\]/);
  });

  it('says nothing when they agree or count something else', async () => {
    for (const other of ['Paipa sumaba ya 12 socios.', 'Paipa tiene 9 barrios y varios socios.'])
      expect((await ask(other)).text).not.toContain('cifras distintas');
  });
});

describe('what only the old article says', () => {
  it('points to the guide when it names a body that the guide replaces', async () => {
    const { answerer } = answererOver([
      {
        section: ['Entidades'],
        text: 'Acción Social es la entidad que orienta las donaciones.',
        article: true,
      },
      ...FILLER,
    ]);
    const answer = await answerer.answer({ text: '¿Qué es Acción Social?', language: 'es' });
    expect(answer.text).toContain('c. 2010');
  });
});

describe('going on from an answer', () => {
  const made: MadeUp[] = [
    { section: ['Ferias'], text: 'Las ferias rurales atraen compradores de otros países.' },
    {
      section: ['Ferias'],
      text: 'Las ferias rurales se preparan con un año de anticipación y un equipo propio.',
    },
    ...FILLER,
  ];

  it('«más» gives what was not given yet, and says when there is no more', async () => {
    const { answerer } = answererOver(made);
    const question = { text: '¿Cómo se preparan las ferias rurales?', language: 'es' } as const;
    const given = citationsOf(await answerer.answer(question)).slice(0, 1);
    const more = await answerer.more(question, given);
    for (const { quote } of citationsOf(more)) expect(given.map((one) => one.quote)).not.toContain(quote);
    expect(more.kind).toBe('answer');
    const everything = made.map(({ text }, at) => ({ ...given[0], n: at + 1, quote: text }));
    const none = await answerer.more(question, everything as typeof given);
    expect(none.kind).toBe('not-found');
  });

  it('«fuente» opens the whole passage of a citation, attributed', async () => {
    const { answerer, passages } = answererOver(made);
    const [citation] = citationsOf(
      await answerer.answer({ text: '¿Cómo se preparan las ferias rurales?', language: 'es' }),
    );
    if (!citation) throw new Error('the answer cites nothing');
    const opened = answerer.passage(citation, 'es');
    expect(opened?.text).toMatch(/^Según la guía de 2025: \*\*Ferias\*\* \[1\]/);
    expect(passages.some(({ text }) => opened?.text.includes(text))).toBe(true);
    expect(answerer.passage({ ...citation, url: '/fuentes/901#otra' }, 'es')).toBeUndefined();
  });

  it('says where the guide explains a topic, by section, and never with another document', async () => {
    const { answerer } = answererOver([
      { section: ['Artículo'], text: 'Las ferias rurales fracasaron entonces.', article: true },
      ...made,
    ]);
    const sources = await answerer.sources('ferias rurales', 'es');
    expect(sources?.text).toMatch(/^La guía lo explica en:\n- «Ferias»/);
    expect(sources?.citations.every(({ kind }) => kind === 'guía oficial')).toBe(true);
    expect(sources?.text).not.toContain('fracasaron');
  });
});
