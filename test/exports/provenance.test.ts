import excel from 'exceljs';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { exportPlan } from '../../src/export/export-plan.ts';
import type { ExportFormat } from '../../src/export/formats.ts';
import { importPlan } from '../../src/plan/import.ts';
import { attribute } from '../../src/plan/provenance.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { fullPlan, normName, sources } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };
const PASSAGE = {
  title: 'Guía de acción internacional',
  kind: 'guía oficial',
  date: '2025',
  section: 'Anexo I',
  url: '/fuentes/001',
  quote: 'Número de vuelos internacionales',
};

/** A full plan that Ana wrote, whose vision the assistant proposed, and whose population nobody knows who wrote. */
function known(language: Language = 'es'): Plan {
  const plan = fullPlan(language);
  const first = attribute({ ...emptyPlan('p'), entity: { population: 14_200 } }, plan, [], {
    who: 'Ana Ruiz',
    at: '2026-11-20T15:04:00Z',
  });
  const changed = {
    ...first,
    strategy: { ...first.strategy, vision: 'Una ciudad abierta.' },
    followUp: { ...first.followUp, process: 'Otro.' },
  };
  const notes = [{ under: 'strategy.vision', how: 'proposed' as const, passages: [PASSAGE] }];
  return attribute(first, changed, notes, { at: '2026-11-21T22:30:00Z' });
}

const file = async (format: ExportFormat, plan: Plan, edition?: 'public' | 'internal') =>
  Buffer.from(
    (
      await exportPlan(format, plan, {
        texts: texts[plan.language],
        today: '2026-11-21',
        sources,
        normName,
        ...(edition && { edition }),
      })
    ).content,
  );
const word = async (plan: Plan, edition?: 'public' | 'internal') =>
  (await mammoth.convertToHtml({ buffer: await file('docx', plan, edition) })).value;

describe('the internal edition in Word', () => {
  it('tells who gave each datum, when, how and on what it rests', async () => {
    const [, annex = ''] = (await word(known())).split(/<h2>.*?Procedencia de los datos<\/h2>/);
    const rows = [...annex.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
    );
    expect(rows[0]).toEqual(['Dato', 'Quién', 'Cuándo', 'Cómo', 'En qué se apoya']);
    const entity = rows.find(([datum]) => datum?.split('; ').includes('Entidad'));
    expect(entity?.slice(1)).toEqual(['Ana Ruiz', '20/11/2026, 10:04 a. m.', 'Escrito', '']);
    expect(rows).toContainEqual([
      'Visión',
      'El canal no da su nombre',
      '21/11/2026, 5:30 p. m.',
      'Propuesto por el asistente y aceptado',
      '[1]',
    ]);
    expect(annex.replace(/<[^>]+>/g, ' ')).toMatch(
      /\[1\] Guía de acción internacional \(2025\)\. Anexo I\. «Número de vuelos internacionales»/,
    );
    expect(rows.flatMap(([datum]) => datum?.split('; '))).not.toContain('Población');
    expect(rows.filter(([, , , how]) => how === 'Propuesto por el asistente y aceptado')).toHaveLength(1);
    for (const [datum] of rows) expect(datum).not.toMatch(/^[a-z]+\.|project-\d/);
  });

  it('says it in English too', async () => {
    const html = await word(known('en'));
    expect(html).toContain('Where the data come from');
    expect(html).toContain('Proposed by the assistant and accepted');
  });

  it('has no annex where nothing is known', async () => {
    expect(await word(fullPlan())).not.toContain('Procedencia de los datos');
  });
});

describe('the public edition', () => {
  it('names nobody who gave a datum, in Word', async () => {
    const html = await word(known(), 'public');
    expect(html).not.toContain('Procedencia');
    expect(html).not.toContain('Ana Ruiz');
  });
});

describe('the PDF', () => {
  it('is longer by the annex in the internal edition alone', async () => {
    const pages = async (plan: Plan, edition: 'public' | 'internal') =>
      (await file('pdf', plan, edition)).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(await pages(known(), 'internal')).toBeGreaterThan(await pages(fullPlan(), 'internal'));
    expect(await pages(known(), 'public')).toBe(await pages(fullPlan(), 'public'));
  });
});

describe('the workbook', () => {
  it('has a sheet with them', async () => {
    const book = new excel.Workbook();
    await book.xlsx.load((await file('xlsx', known())).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('Procedencia');
    const rows: unknown[][] = [];
    sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1, 5)));
    expect(rows).toContainEqual(['Entidad', 'Ana Ruiz', '20/11/2026, 10:04 a. m.', 'Escrito']);
    expect(rows.some(([datum, , , how]) => datum === 'Visión' && String(how).startsWith('Propuesto'))).toBe(
      true,
    );
    await book.xlsx.load((await file('xlsx', fullPlan())).buffer as ArrayBuffer);
    expect(book.getWorksheet('Procedencia')).toBeUndefined();
  });
});

describe('the JSON file', () => {
  it('carries them, and they come back', async () => {
    const result = importPlan((await file('json', known())).toString('utf8'));
    expect(result.ok && result.plan.provenance).toEqual(known().provenance);
  });
});
