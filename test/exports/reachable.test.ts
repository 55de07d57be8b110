import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportPlan } from '../../src/export/export-plan.ts';
import { EXPORT_FORMATS } from '../../src/export/formats.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { arbitraryWay, Walker } from '../support/events.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { normName, sources } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };
const options = { today: '2026-11-21', sources, normName };

it('exports every plan a conversation can reach, in every format and edition', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryWay(15),
      fc.constantFrom(...EXPORT_FORMATS),
      fc.constantFrom('public' as const, 'internal' as const),
      async ({ language, answered, events }, format, edition) => {
        const walker = new Walker(texts[language]);
        walker.answer(answered);
        for (const event of events) walker.do(event);
        const { plan } = walker.turn;
        const { content } = await exportPlan(format, plan, { ...options, texts: texts[language], edition });
        expect(content.length).toBeGreaterThan(100);
      },
    ),
    { numRuns: 25 },
  );
}, 180_000);

it('exports every plan that the schema allows, whoever wrote its JSON', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan(), fc.constantFrom(...EXPORT_FORMATS), async (plan, format) => {
      const { content } = await exportPlan(format, plan, { ...options, texts: texts[plan.language] });
      expect(content.length).toBeGreaterThan(100);
    }),
    { numRuns: 25 },
  );
}, 180_000);
