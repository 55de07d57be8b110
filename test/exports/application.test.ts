import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { applicationOutline } from '../../src/export/application.ts';
import { exportApplication } from '../../src/export/export-plan.ts';
import type { Application } from '../../src/plan/application.ts';
import { texts } from '../unit/steps/plan.ts';

const source = {
  title: 'Guía de acción internacional',
  kind: 'guía oficial',
  date: '2025',
  section: 'Fondos',
  url: 'https://example.org/fuentes/001#p',
  quote: 'Contar con aval institucional.',
};
const options = { texts: texts.es, today: '2026-11-21', sources: [source] };
const nothing: Application = { objectives: [], requirements: [] };
const some: Application = {
  entity: 'Ipiales',
  title: 'Agua & salud',
  cost: { amount: 900, currency: 'COP' },
  requested: { amount: 600, currency: 'COP' },
  period: { start: '2027-01', end: '2027-12' },
  objectives: [
    { id: 'objective-1', name: 'instalar plantas', goal: '4 plantas', period: { end: '2027-06' } },
    { id: 'objective-2', name: 'formar comités', period: { start: '2027-02', end: '2027-10' } },
  ],
  requirements: [{ id: 'requirement-1', name: 'socio europeo', state: 'no' }],
};

describe('the document of an application', () => {
  it('has the ten steps, whatever was told, and counts what is pending', () => {
    const outline = applicationOutline(nothing, options);
    expect(outline.parts[0]?.sections.map(({ number }) => number)).toHaveLength(10);
    expect(outline.pending).toBeGreaterThan(20);
    expect(outline.cover.draft).toContain(`${outline.pending}`);
    expect(applicationOutline(some, options).pending).toBeLessThan(outline.pending);
  });

  it('has a schedule where there are dates, told in words too', () => {
    const figures = (application: Application) =>
      applicationOutline(application, options)
        .parts.flatMap(({ sections }) => sections)
        .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'figure'));
    expect(figures(nothing)).toEqual([]);
    expect(figures(some)[0]?.picture.alt).toContain('formar comités (febrero de 2027 – octubre de 2027)');
  });

  it('says what the entity gives itself', () => {
    expect(JSON.stringify(applicationOutline(some, options))).toMatch(/Contrapartida.*\$300 COP/);
  });

  it('is a Word file that opens, under the name of the project', async () => {
    const { name, content } = await exportApplication('docx', some, options);
    expect(name).toBe('postulacion-agua-salud.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content) });
    for (const told of [
      'Agua & salud',
      '4 plantas',
      'socio europeo',
      'Contar con aval institucional',
      'no tiene responsable',
    ])
      expect(value).toContain(told);
  });

  it('is a PDF, also with nothing told and in English', async () => {
    const { name, content } = await exportApplication('pdf', nothing, { ...options, texts: texts.en });
    expect(name).toBe('application.pdf');
    expect(Buffer.from(content.slice(0, 5)).toString()).toBe('%PDF-');
  });
});
