import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { practicePicture } from '../../src/export/pictures/practice.ts';
import { exportPractice } from '../../src/export/practice/export-practice.ts';
import { practiceOutline } from '../../src/export/practice/outline.ts';
import type { Practice } from '../../src/plan/practice.ts';
import { emptyPlan, Plan } from '../../src/plan/schema.ts';
import { CRITERIA, PRACTICE_VERDICTS } from '../../src/plan/terms.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { sources } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };
const options = (language: Language) => ({
  texts: texts[language],
  today: '2026-11-21',
  sources,
  normName: () => undefined,
});
const plan = Plan.parse({ ...emptyPlan('p'), entity: { name: 'Puerto Ceiba', kind: 'municipality' } });

const empty: Practice = { route: 'full', criteria: {}, indicators: [] };
const half: Practice = {
  route: 'full',
  name: 'Feria de Tulcán',
  criteria: {
    planning: { verdicts: ['yes', 'no', 'partly'], note: 'actas de 2023' },
    inclusion: { verdicts: ['no', 'pending', 'not-applicable'] },
    innovation: { verdicts: ['not-applicable', 'not-applicable', 'not-applicable'] },
  },
  indicators: [{ guide: 'economic-3', change: { before: 10 } }, { name: 'jóvenes formados' }],
};
const whole: Practice = {
  ...half,
  what: 'Una feria de cultura',
  when: '2024',
  partners: ['Tulcán', 'Cámara de Comercio'],
  criteria: Object.fromEntries(
    CRITERIA.map((id, i) => [id, { verdicts: ['yes', i % 2 ? 'no' : 'yes', 'partly'] }]),
  ),
  indicators: [
    { guide: 'economic-3', change: { before: 1000, after: 1500, unit: 'turistas' } },
    { name: 'jóvenes formados', change: { before: 0, after: 40, said: 'better' } },
  ],
};

async function textOf(practice: Practice, language: Language = 'es', of: Plan | undefined = plan) {
  const { content } = await exportPractice('docx', practice, of, options(language));
  return (await mammoth.extractRawText({ buffer: Buffer.from(content) })).value;
}

describe('the report of a practice', () => {
  it('holds all that was told, the scores and what they rest on', async () => {
    const text = await textOf(whole);
    for (const said of [
      'Feria de Tulcán',
      'Una feria de cultura',
      'Cámara de Comercio',
      'Puerto Ceiba',
      '2,5 de 3',
      '1,5 de 3',
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/promedio de 16 criterios y se apoya en 48 de 48 respuestas/);
    expect(text).toMatch(/Turistas internacionales\s+turistas\s+1\.000\s+1\.500\s+\+500; \+50 %/);
    expect(text).toMatch(/jóvenes formados[\s\S]*\+40; partía de cero\s+mejoró, según la entidad/);
    expect(text).toContain('Un pasaje de la guía, tal como está escrito.');
    expect(text).not.toMatch(/Quedan? .* pendiente|Por averiguar/);
  });

  it('marks what is not known and lists it, and invents no score', async () => {
    const text = await textOf(half);
    expect(text).toContain('actas de 2023');
    expect(text).toMatch(/Innovación\s+No aplica/);
    expect(text).toMatch(/Eficiencia\s+pendiente/);
    expect(text).toMatch(/Por averiguar[\s\S]*Inclusión: ¿Se evaluó/);
    expect(text).toMatch(/Turistas internacionales\s+10\s+pendiente\s+pendiente/);
    expect(await textOf(empty, 'es', undefined)).toContain('Todavía no hay puntaje');
  });

  it('recommends from the answers «no» and «en parte» only', async () => {
    const text = await textOf(half);
    expect(text).toContain(texts.es.t('practice.task.planning-2'));
    expect(text).toContain(texts.es.t('practice.task.inclusion-1'));
    expect(text).not.toContain(texts.es.t('practice.task.planning-1'));
    expect(text).not.toContain(texts.es.t('practice.task.inclusion-2'));
  });

  it.each(['es', 'en'] as const)(
    'comes in Word and PDF with a plain name, empty, half and full, in %s',
    async (language) => {
      for (const practice of [empty, half, whole])
        for (const format of ['docx', 'pdf'] as const) {
          const { name, content } = await exportPractice(format, practice, plan, options(language));
          expect(name).toMatch(new RegExp(`^evalua[a-z0-9-]+\\.${format}$`));
          const magic = String.fromCharCode(...content.slice(0, 4));
          expect(magic).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
        }
    },
  );

  it('never fails on whatever was answered', () => {
    const verdict = fc.constantFrom(...PRACTICE_VERDICTS);
    const route = fc.constantFrom('quick' as const, 'full' as const);
    const change = fc.record(
      {
        before: fc.double({ noNaN: true, noDefaultInfinity: true }),
        after: fc.double({ noNaN: true, noDefaultInfinity: true }),
        unit: fc.constantFrom('%', 'convenios'),
        said: fc.constantFrom('better' as const, 'worse' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        route,
        fc.dictionary(
          fc.constantFrom(...CRITERIA),
          fc.record({ verdicts: fc.oneof(fc.tuple(verdict), fc.tuple(verdict, verdict, verdict)) }),
        ),
        fc.array(fc.record({ name: fc.string(), change }), { maxLength: 8 }),
        fc.constantFrom('es' as const, 'en' as const),
        (way, criteria, indicators, language) => {
          const practice: Practice = { route: way, criteria, indicators };
          const outline = practiceOutline(practice, undefined, options(language), []);
          expect(JSON.stringify(outline)).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the radar of a practice', () => {
  it('is drawn from three scores on, and tells them all', () => {
    expect(practicePicture(half, options('es'))).toBeUndefined();
    const picture = practicePicture(whole, options('es'));
    expect(picture?.alt).toContain('Planificación: 83 %');
  });
});
