import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { guide } from '../../dialogs/guide/index.ts';
import { isGroup } from '../../src/guide/definition.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { bold, bullet, HEADING_1, heading, paragraph, pdf, table, word } from '../unit/ingest/files.ts';

/** Right inputs, from which wrong ones are made. */
export interface Corpus {
  /** A plan with every field. */
  plan: unknown;
  /** Ids of the guide's questions. */
  fields: string[];
  answers: string[];
  commands: string[];
  questions: string[];
  exports: string[];
  labels: string[];
  documents: [name: string, bytes: Uint8Array][];
}

const COMMANDS: readonly string[] = [
  'Empezar mi plan',
  'Corta',
  'Completa',
  'sí',
  'no',
  'no sé',
  'saltar',
  'atrás',
  'ayuda',
  'deshacer',
  'corregir',
  'pausa',
  'continuar',
  'cancelar',
  'ver mi plan',
  '¿cómo voy?',
  '¿qué falta?',
  'saltar el paso',
  'repita',
  'más',
  'versiones',
  'ver versión 2',
  'comparar versión 1 con la 3',
  'restaurar versión 1',
  'historial',
  'mis datos',
  'borrar mis datos',
  'Sí, borrar todo',
  'in English',
  'en español',
  'menú',
  'gracias',
  'hola',
  'no, eran 200',
  'corregir los ejes: Agua, Café, Turismo',
  'Hacer una pregunta',
  'postular a un fondo',
  'unirnos a una red de ciudades',
  'evaluar una buena práctica',
  'registrar un avance',
  '2',
  '1 y 3',
  '50 %',
];

const QUESTIONS: readonly string[] = [
  '¿Qué es una red de ciudades?',
  '¿Quién firma un tratado?',
  '¿qué dice el artículo 289 de la Constitución?',
  '¿Cuáles son las fases del plan?',
  'what is decentralised cooperation?',
  '¿cuánto cuesta un pasaje a la Luna?',
];

const EXPORTS: readonly string[] = [
  'exportar',
  'exportar en pdf',
  'exportar en excel',
  'exportar json',
  'exportar ics',
  'ver el radar',
];

/** Gathers them from the guide, its texts, a full plan and small documents made here. */
export async function openCorpus(): Promise<Corpus> {
  const texts = loadTexts(resolve(import.meta.dirname, '../../dialogs/locales'), 'es');
  const fields = guide.steps.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      isGroup(entry)
        ? [...(entry.create ? [entry.create.id] : []), ...entry.fields.map(({ id }) => id)]
        : [entry.id],
    ),
  );
  const answers = fields.flatMap((id) =>
    texts.has(`guide.field.${id}.example`) ? [texts.t(`guide.field.${id}.example`)] : [],
  );
  const labels = texts
    .keys()
    .filter((key) => key.includes('.choice.') && texts.placeholders(key).length === 0);
  return {
    plan: JSON.parse(readFileSync(resolve(import.meta.dirname, '../exports/full-plan.json'), 'utf8')),
    fields,
    answers,
    commands: [...COMMANDS],
    questions: [...QUESTIONS],
    exports: [...EXPORTS],
    labels: labels.map((key) => texts.t(key)),
    documents: await documents(),
  };
}

const TEXT = 'La cooperación internacional descentralizada une a los gobiernos locales de varios países.';

async function documents(): Promise<[string, Uint8Array][]> {
  const docx = await word(
    heading('Cooperación', HEADING_1),
    paragraph(TEXT),
    bold('Fases'),
    bullet('Diagnóstico'),
    table(['Año', 'Meta'], ['2027', 'Dos convenios']),
  );
  const lines = [
    { text: 'Cooperacion', y: 720, size: 18 },
    { text: TEXT.normalize('NFD').replace(/\p{M}/gu, ''), y: 690 },
  ];
  const html = `<!doctype html><html><head><meta charset="utf-8"></head><body><main><h1>Título</h1><p>${TEXT}</p>
<ul><li>uno <a href="https://x.org">x</a></li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></main></body></html>`;
  const markdown = `---\na: b\n---\n# Título\n\n${TEXT}\n\n- uno\n- [dos](https://x.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`\ncode\n\`\`\`\n`;
  return [
    ['a.docx', docx],
    ['a.pdf', pdf([lines, lines])],
    ['a.html', Buffer.from(html)],
    ['a.md', Buffer.from(markdown)],
    ['a.txt', Buffer.from(`${TEXT}\n\n1. UNO\n\n${TEXT}\f${TEXT}`)],
  ];
}
