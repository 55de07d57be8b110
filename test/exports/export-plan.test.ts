import { describe, expect, it } from 'vitest';
import { exportPlan } from '../../src/export/export-plan.ts';
import { EXPORT_FORMATS } from '../../src/export/formats.ts';
import { importPlan } from '../../src/plan/import.ts';
import { readPlan } from '../../src/plan/migrate.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { fullPlan, normName, sources } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const options = (language: 'es' | 'en' = 'es') => ({
  texts: loadTexts(folder, language),
  today: '2026-11-21',
  sources,
  normName,
});
const named = (name: string): Plan => ({ ...emptyPlan('p'), entity: { name } });

describe('exportPlan', () => {
  it('gives the plan back from its JSON, indented for people to read', async () => {
    const { content, contentType } = await exportPlan('json', fullPlan(), options());
    const text = new TextDecoder().decode(content);
    expect(contentType).toBe('application/json');
    expect(text).toContain('\n  "entity": {\n    "name": "Puerto Ceiba"');
    expect(text).toContain('"$schema": "urn:accion-internacional:plan:1"');
    expect(readPlan(JSON.parse(text))).toEqual(fullPlan());
    expect(importPlan(text)).toEqual({ ok: true, plan: fullPlan() });
  });

  it('lets no invalid plan out as JSON', async () => {
    const invalid = { ...emptyPlan('p'), start: 'mañana' };
    await expect(exportPlan('json', invalid, options())).rejects.toThrow(/start/);
  });

  it('says what a Word document is', async () => {
    const { contentType, content } = await exportPlan('docx', emptyPlan('p'), options());
    expect(contentType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(new TextDecoder('latin1').decode(content.slice(0, 2))).toBe('PK');
  });

  it.each([
    ['Villa Esperanza', 'plan-accion-internacional-villa-esperanza.json'],
    ['  San José de Ñambí  (Nariño) ', 'plan-accion-internacional-san-jose-de-nambi-narino.json'],
    ['../../etc/passwd', 'plan-accion-internacional-etc-passwd.json'],
    ['日本', 'plan-accion-internacional.json'],
  ])('names the file of %j safely', async (name, file) => {
    expect((await exportPlan('json', named(name), options())).name).toBe(file);
  });

  it('names the public edition of a document, and of nothing else', async () => {
    const name = async (format: 'docx' | 'json') =>
      (await exportPlan(format, named('Honda'), { ...options(), edition: 'public' })).name;
    expect(await name('docx')).toBe('plan-accion-internacional-honda-publica.docx');
    expect(await name('json')).toBe('plan-accion-internacional-honda.json');
  });

  it('names every file after its format, in the language of the texts', async () => {
    for (const format of EXPORT_FORMATS) {
      const { name } = await exportPlan(format, named('Honda'), options('en'));
      expect(name).toBe(`international-action-plan-honda.${format}`);
    }
  });
});
