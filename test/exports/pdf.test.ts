import fc from 'fast-check';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../src/export/docx.ts';
import { exportPdf } from '../../src/export/pdf.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { freeTexts, fullPlan, halfPlan, normName, sources } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };

const write = (plan: Plan, language: Language = 'es', more: Partial<ExportOptions> = {}) =>
  exportPdf(plan, { texts: texts[language], today: '2026-11-21', sources, normName, ...more });
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
const open = async (plan: Plan, language: Language = 'es', more: Partial<ExportOptions> = {}): Promise<Pdf> =>
  getDocumentProxy(await write(plan, language, more));
const pagesOf = async (pdf: Pdf) => (await extractText(pdf)).text;
const textOf = async (pdf: Pdf) => (await pagesOf(pdf)).join('\n');
/** Rows of a narrow column break words and phrases anywhere: they are compared without their spaces. */
const tight = (text: string) => text.replace(/\s+/g, '');

interface Node {
  role: string;
  alt?: string;
  children?: Node[];
}
/** Every element of the structure of every page, in order. */
async function structure(pdf: Pdf): Promise<Node[]> {
  const nodes: Node[] = [];
  const visit = (node: Node) => {
    if (node.role) nodes.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  for (let n = 1; n <= pdf.numPages; n++) visit((await (await pdf.getPage(n)).getStructTree()) as Node);
  return nodes;
}

describe('the PDF of a full plan', () => {
  it.each(['es', 'en'] as const)(
    'holds everything the official wrote, accents included, in %s',
    async (language) => {
      const text = tight(await textOf(await open(fullPlan(language), language)));
      expect(freeTexts(fullPlan(language)).filter((words) => !text.includes(tight(words)))).toEqual([]);
    },
  );

  it('goes in the order of the plan, and is no draft', async () => {
    const text = await textOf(await open(fullPlan()));
    const at = (words: string) => text.lastIndexOf(words);
    const order = [
      '1. Entidad y plan',
      '8. Perfil de internacionalización',
      '11. Proyectos',
      '15. Revisión del plan',
    ];
    expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
    expect(Math.min(...order.map(at))).toBeGreaterThan(0);
    expect(text).not.toMatch(/pendiente|borrador/i);
  });

  it.each([
    ['es', 'es-CO'],
    ['en', 'en-US'],
  ] as const)('says its title, author and language, and shows the title, in %s', async (language, region) => {
    const bytes = await write(fullPlan(language), language);
    const { info } = await getMeta(await getDocumentProxy(bytes.slice()));
    expect(info).toMatchObject({
      Title: 'Puerto Ceiba se abre al mundo: Plan de Acción Internacional 2027-2030',
      Author: 'Puerto Ceiba',
      Language: region,
      PDFFormatVersion: '1.7',
    });
    expect(Buffer.from(bytes).toString('latin1')).toContain('/DisplayDocTitle true');
  });

  it('embeds every font it uses', async () => {
    const raw = Buffer.from(await write(fullPlan())).toString('latin1');
    const fonts = raw.match(/\/Type \/FontDescriptor/g)?.length;
    expect(fonts).toBe(3);
    expect(raw.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(3);
    expect(raw).not.toMatch(/\/Subtype \/Type1\b/);
  });

  it('is the same file for the same plan and day', async () => {
    const [one, other] = [await write(halfPlan()), await write(halfPlan())];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});

describe('the structure of the PDF', () => {
  it('is tagged: headings, paragraphs, lists, tables with heads, figures with a description', async () => {
    const pdf = await open(fullPlan());
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const nodes = await structure(pdf);
    const count = (role: string) => nodes.filter((n) => n.role === role).length;
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'TOC',
      'Caption',
    ])
      expect(count(role), role).toBeGreaterThan(0);
    const figures = nodes.filter((n) => n.role === 'Figure');
    expect(figures).toHaveLength(5);
    for (const { alt } of figures) expect(alt).toMatch(/.{40,}/);
    expect(figures[1]?.alt).toContain('Ciénaga reconocida por sus aves');
  });

  it('has a bookmark for each heading, nested as the headings are', async () => {
    const pdf = await open(fullPlan());
    const bookmarks = await pdf.getOutline();
    expect(bookmarks.map(({ title }) => title)).toEqual(
      ['strategic', 'operational', 'annex'].map((part) => texts.es.t(`export.part.${part}`)),
    );
    const projects = bookmarks[1]?.items[0];
    expect(projects?.title).toBe('11. Proyectos');
    expect(projects?.items.map(({ title }: { title: string }) => title)).toContain(
      '11.1 Manglar para la vida',
    );
  });

  it('lists every heading with the page it is on, and leads there', async () => {
    const pdf = await open(fullPlan());
    const pages = await pagesOf(pdf);
    const [, contents = ''] = pages;
    const links = (await (await pdf.getPage(2)).getAnnotations()).filter((a) => a.subtype === 'Link');
    const rows = contents.split('\n').filter((row) => /\s\d+$/.test(row) && !row.startsWith('Página'));
    expect(rows.length).toBeGreaterThan(25);
    expect(links).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      const [, title = '', number] = /^(.*?)\s+(\d+)$/.exec(row) ?? [];
      const [page] = (await pdf.getDestination(links[i].dest as string)) ?? [];
      expect(await pdf.getPageIndex(page), row).toBe(Number(number) - 1);
      expect(tight(pages[Number(number) - 1] ?? '')).toContain(tight(title));
    }
  });

  it('numbers its pages but the cover, and repeats the head of a table on each', async () => {
    const pages = await pagesOf(await open(fullPlan()));
    const total = pages.length;
    expect(pages[0]).not.toContain('Página');
    for (let n = 2; n <= total; n++) expect(pages[n - 1]).toContain(`Página ${n} de ${total}`);
    const heads = pages.filter((page) => /Criterio\s+Pregunta\s+Según/.test(page));
    expect(heads.length).toBeGreaterThan(1);
  });

  it('links its sources to their passage', async () => {
    const pdf = await open(fullPlan());
    const links = await (await pdf.getPage(pdf.numPages)).getAnnotations();
    expect(links.map((a) => a.url)).toContain('https://plan.example.org/fuentes/001#p-1');
  });
});

describe('the PDF of a plan with blanks', () => {
  it.each([
    ['es', 'pendiente', 'Borrador', 'Plan de Acción Internacional'],
    ['en', 'pending', 'Draft', 'International Action Plan'],
  ] as const)(
    'marks what an empty plan lacks, but never as its title, in %s',
    async (language, pending, draft, name) => {
      const pdf = await open(emptyPlan('p', language), language);
      const text = await textOf(pdf);
      expect(text.split(pending).length).toBeGreaterThan(80);
      expect(text).toContain(draft);
      expect(text).not.toMatch(/undefined|null|\[object/);
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const largest = items
        .flatMap((i) => ('height' in i ? [i] : []))
        .toSorted((a, b) => b.height - a.height)[0];
      expect(largest?.str.trim()).toBe(name);
    },
  );

  it('draws no picture of nothing', async () => {
    const roles = (await structure(await open(emptyPlan('p')))).map((n) => n.role);
    expect(roles).not.toContain('Figure');
  });

  it('draws what its fonts have, leaves emoji out, and marks what it cannot draw', async () => {
    const plan = { ...halfPlan(), title: 'Año 2030 👍🏽: Ñeembucú ↔ 日本' };
    const [cover = ''] = await pagesOf(await open(plan));
    expect(cover.replace(/\s+/g, ' ')).toContain('Año 2030 : Ñeembucú ↔ \uFFFD\uFFFD');
  });

  it('leaves the operational plan out of the public edition', async () => {
    const text = await textOf(await open(fullPlan(), 'es', { edition: 'public' }));
    expect(text).toContain('Ciénaga viva');
    expect(text).not.toContain('Vivero en marcha');
  });

  it('goes on over the pages with a cell taller than a page, and loses nothing', async () => {
    const plan = halfPlan();
    const words = Array.from(
      { length: 60 },
      (_, i) => `Resultado ${i}: ${'familias formadas en la ciénaga '.repeat(9)}fin.`,
    );
    for (const project of plan.projects ?? []) project.results = words;
    const text = tight(await textOf(await open(plan))).replace(
      /PuertoCeiba·PlandeAcciónInternacional|Página\d+de\d+/g,
      '',
    );
    expect(words.filter((one) => !text.includes(tight(one)))).toEqual([]);
  });

  it('never fails, and writes inside its margins, for any valid plan', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan(),
        fc.constantFrom('es' as const, 'en' as const),
        async (plan, language) => {
          const pdf = await open(plan, language);
          const outside: unknown[] = [];
          for (let n = 1; n <= pdf.numPages; n++) {
            const { items } = await (await pdf.getPage(n)).getTextContent();
            for (const item of items) {
              if (!('transform' in item) || item.str.trim() === '') continue;
              const [x, y] = [item.transform[4], item.transform[5]] as [number, number];
              if (x < 64 || x + item.width > 612 - 64 || y < 30 || y > 762) outside.push([n, x, y, item]);
            }
          }
          expect(outside).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
