import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { exportDocx } from '../../src/export/docx.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { freeTexts, fullPlan, halfPlan, normName, sources } from './fixtures.ts';
import { readZip } from './zip.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };

const docx = (plan: Plan, language: Language = 'es') =>
  exportDocx(plan, { texts: texts[language], today: '2026-11-21', sources, normName });
async function textOf(plan: Plan, language: Language = 'es'): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(await docx(plan, language)) })).value;
}
const times = (text: string, word: string) => text.split(word).length - 1;

describe('the Word document of a full plan', () => {
  it.each(['es', 'en'] as const)('holds everything the official wrote, in %s', async (language) => {
    const text = await textOf(fullPlan(language), language);
    const missing = freeTexts(fullPlan(language)).filter((words) => !text.includes(words));
    expect(missing).toEqual([]);
  });

  it('writes numbers, dates, amounts and chosen terms in plain Spanish', async () => {
    const text = await textOf(fullPlan());
    for (const words of [
      '14.200',
      '1.500',
      '$620.000.000 COP',
      '$32.500 USD',
      '1 de febrero de 2027',
      '15 de marzo de 2028',
      'diciembre de 2027',
      '2024 a 2027',
      'Municipio',
      'Sexta',
      'ODS 14: Vida submarina',
      'Marco de Sendai',
      'Cooperación norte-sur',
      'Entidad pública extranjera',
      'De resultado',
      'En marcha',
      'Ley 1454 de 2011',
      'Decreto 1510 de 2013',
    ])
      expect(text).toContain(words);
  });

  it('is no draft: nothing is pending and nothing is to be corrected', async () => {
    const text = await textOf(fullPlan());
    expect(text).not.toMatch(/pendiente|borrador/i);
    expect(text).not.toContain(texts.es.t('export.severity.error'));
  });

  it('adds the budgets up, each currency apart', async () => {
    const text = await textOf(fullPlan());
    const [total] = text.split('Presupuesto por eje').slice(-1);
    expect(text).toMatch(/Total\s+\$180\.000\.000 COP\s+\$32\.500 USD/);
    expect(total).toMatch(/Total\s+\$570\.000\.000 COP\s+\$270\.000\.000 COP/);
  });

  it('cites its sources with kind, date, section and passage, each linked where it has an address', async () => {
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(await docx(fullPlan())) })).value;
    expect(html).toContain('<a href="https://plan.example.org/fuentes/001#p-1">');
    expect(html).toContain('Guía para la acción internacional (guía oficial, 2025). Capítulo 4');
    expect(html).toContain('Un pasaje de la guía, tal como está escrito.');
    expect(html).toContain('Artículo sobre normas (artículo académico, c. 2010)');
  });
});

describe('the Word document of a plan with blanks', () => {
  it.each([
    ['es', 'pendiente', 'Borrador'],
    ['en', 'pending', 'Draft'],
  ] as const)('marks what is missing of an empty plan, in %s', async (language, pending, draft) => {
    const text = await textOf(emptyPlan('p', language), language);
    expect(times(text, pending)).toBeGreaterThan(80);
    expect(text).toContain(draft);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  it('shows what a half plan has next to what it lacks, and what is to be corrected', async () => {
    const text = await textOf(halfPlan());
    for (const words of ['Puerto Ceiba', 'Asociación de pescadores', 'Ciénaga viva', 'Escuela de la ciénaga'])
      expect(text).toContain(words);
    expect(text).toMatch(/Objeto\s+pendiente/);
    expect(text).toMatch(/Familias formadas\s+pendiente\s+pendiente/);
    expect(text).toContain('El proyecto «Escuela de la ciénaga» no tiene responsable.');
  });

  it('never fails, and stays a well-formed document, for any valid plan', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan(),
        fc.constantFrom('es' as const, 'en' as const),
        async (plan, language) => {
          const text = await textOf(plan, language);
          expect(text).toContain(texts[language].t('export.chapter.review'));
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe('the structure of the Word document', () => {
  it('has real headings by part and chapter, fifteen chapters in the order of the guide', async () => {
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(await docx(fullPlan())) })).value;
    const headings = (level: number) =>
      [...html.matchAll(new RegExp(`<h${level}>(.*?)</h${level}>`, 'g'))].map((m) =>
        (m[1] as string).replace(/<[^>]+>/g, ''),
      );
    expect(headings(1)).toEqual(
      ['strategic', 'operational', 'annex'].map((p) => texts.es.t(`export.part.${p}`)),
    );
    const chapters = headings(2).filter((title) => /^\d+\. /.test(title));
    expect(chapters.map((title) => Number.parseInt(title, 10))).toEqual(
      Array.from({ length: 15 }, (_, i) => i + 1),
    );
    expect(headings(3)).toContain('11.1 Manglar para la vida');
  });

  it('repeats the head of every table with columns, and gives each cell its width', async () => {
    const xml = (await readZip(await docx(fullPlan()))).get('word/document.xml') ?? '';
    const tables = xml.split('<w:tbl>').slice(1);
    expect(tables.filter((t) => t.includes('<w:tblHeader')).length).toBeGreaterThan(12);
    for (const table of tables) {
      const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) => Number(m[1]));
      expect(grid.reduce((a, b) => a + b)).toBe(9640);
      expect(times(table, '<w:tcW w:type="dxa"')).toBe(times(table, '<w:tc>'));
    }
  });

  it('is on letter paper, in the language of the plan, with title, author, contents and page numbers', async () => {
    for (const [language, region] of [
      ['es', 'es-CO'],
      ['en', 'en-US'],
    ] as const) {
      const files = await readZip(await docx(fullPlan(language), language));
      expect(files.get('word/document.xml')).toContain('w:w="12240" w:h="15840"');
      expect(files.get('word/styles.xml')).toContain(`w:lang w:val="${region}"`);
      expect(files.get('docProps/core.xml')).toContain('Puerto Ceiba se abre al mundo');
      expect(files.get('docProps/core.xml')).toContain('<dc:creator>Puerto Ceiba</dc:creator>');
      expect(files.get('word/document.xml')).toContain('TOC \\h \\o');
      const footers = [...files].filter(([name]) => /^word\/footer\d/.test(name)).map(([, xml]) => xml);
      expect(footers.join()).toMatch(/PAGE.*NUMPAGES/s);
    }
  });

  it('uses no style that it does not define', async () => {
    const files = await readZip(await docx(fullPlan()));
    const defined = [...(files.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(
      (m) => m[1],
    );
    const used = (files.get('word/document.xml') ?? '').matchAll(/<w:[pr]Style w:val="([^"]+)"/g);
    expect([...new Set([...used].map((m) => m[1]))].filter((id) => !defined.includes(id))).toEqual([]);
  });

  it('spaces by style: it has no empty paragraph outside its tables', async () => {
    const xml = (await readZip(await docx(fullPlan()))).get('word/document.xml') ?? '';
    const outside = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '').replace(/<w:sdt>.*?<\/w:sdt>/gs, '');
    const bare = outside
      .match(/<w:p>.*?<\/w:p>/gs)
      ?.filter((p) => !/<w:t[ >]/.test(p) && !/<w:(sectPr|drawing)/.test(p));
    expect(bare).toEqual([]);
  });
});
