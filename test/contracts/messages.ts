import type { Card, Citation, FileMessage, Say } from '../../src/messages/message.ts';

/** Paragraphs of numbered sentences with letters outside the first plane, some 20,000 characters in all. */
export const LONG = Array.from({ length: 60 }, (_, paragraph) =>
  Array.from(
    { length: 6 },
    (_, n) => `Frase ${paragraph * 6 + n + 1} 🌎 sobre cooperación con municipios vecinos.`,
  ).join(' '),
).join('\n\n');

/** A text that is one list. */
export function longList(lines: number): string {
  const items = Array.from(
    { length: lines },
    (_, n) => `${n + 1}. Hito ${n + 1}: reunión con el comité, mes ${n + 1}`,
  );
  return `Estos son los hitos:\n\n${items.join('\n')}`;
}

const SECTIONS = Array.from({ length: 6 }, (_, section) => ({
  title: `${section + 1}. Sección`,
  facts: Array.from({ length: 20 }, (_, n) => ({
    label: `Dato ${section * 20 + n + 1}`,
    value: `${'El municipio tiene experiencia en frontera. '.repeat(6)}Fin ${section * 20 + n + 1}.`,
  })),
}));

/** A table of facts of some 35,000 characters, told in words too. */
export const TABLE: Say & { card: Card } = {
  type: 'say',
  text: [
    '**Su plan**: 40 / 120',
    ...SECTIONS.map(({ title, facts }) =>
      [`**${title}**`, ...facts.map(({ label, value }) => `- ${label}: ${value}`)].join('\n'),
    ),
  ].join('\n\n'),
  card: { title: 'Su plan', sections: SECTIONS, progress: { done: 40, total: 120 } },
};

/** A statement for each of so many passages, with titles and quotes as long as those of the documents. */
export function cited(count: number): Say & { citations: Citation[] } {
  const citations = Array.from({ length: count }, (_, n): Citation => {
    const title = `Guía para la internacionalización de los gobiernos locales de Colombia, parte ${n + 1}`;
    return {
      n: n + 1,
      title,
      kind: 'guide',
      date: '2021',
      section: 'Paso 3. Diagnóstico › Capacidades',
      url: `/fuentes/001#001-${n + 1}`,
      quote: 'Los gobiernos locales pueden celebrar acuerdos en el marco de sus competencias. '.repeat(5),
    };
  });
  return {
    type: 'say',
    text: citations.map(({ n }) => `Afirmación ${n} sobre acuerdos [${n}].`).join(' '),
    citations,
  };
}

/** A document with bytes of every kind, or with text where its type is one of text. */
export function fileOf(name: string, contentType: string): FileMessage {
  const text = /json|text/.test(contentType);
  const bytes = Uint8Array.from({ length: 5000 }, (_, n) => (n * 7) % 256);
  const content = text ? new TextEncoder().encode('{"plan":"Ñariño"}') : bytes;
  return { type: 'file', name, contentType, content };
}

/** The smallest picture: one point. */
export const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Words without white space and without the marks that format them: each channel has its own of both. */
export function squeeze(text: string): string {
  return text.replace(/[\s*]/g, '');
}
