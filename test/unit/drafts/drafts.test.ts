import { describe, expect, it } from 'vitest';
import { DRAFTS } from '../../../dialogs/guide/drafts/index.ts';
import type { FieldContext } from '../../../src/guide/definition.ts';
import { applyPatch, valueAt } from '../../../src/plan/patch.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import type { Language } from '../../../src/text/locales.ts';
import { type Asked, asked, contextFor, plainPlan, texts } from '../steps/plan.ts';
import { ENTITIES, planOf } from './plans.ts';

/** Fields that take free text and are not proposed: what they ask for only the official knows, and why. */
const ONLY_THE_OFFICIAL: Record<string, string> = {
  'entity.name': 'who they are',
  'entity.contactUnit': 'an address',
  title: 'has its own suggestion as a button',
  'commitment.sponsor': 'who backs the plan',
  'commitment.governmentPlan': 'what a document of theirs says',
  'resources.leadUnit': 'their own structure',
  'resources.head': 'a person',
  'resources.team': 'who works there',
  'resources.languages': 'what the team speaks',
  'alignment.localPlan': 'what a document of theirs says',
  'alignment.lifePlans': 'what a document of the communities says',
  'transversality.areas.*.liaison': 'a person',
  'governance.guiding.policy': 'what other bodies have',
  'profile.antecedents': 'what happened',
  'profile.opportunities': 'what the territory has',
  'profile.needs': 'what people need',
  'profile.positioning.positioning-q2': 'how others see them',
  projects: 'a name that is theirs to give',
  'projects.*.name': 'was given already',
  'projects.*.responsible': 'a person',
  'projects.*.funding': 'who pays',
  'projects.*.milestoneResponsibles': 'persons',
  'indicators.*.name': 'was given already',
  'followUp.responsible': 'a person',
};

/** Words that are no value of anything: a field that reads them takes free text. */
const ANYTHING = 'zarque molino bresta';
const freeText = asked.filter(({ field, each }) => field.read(ANYTHING, contextFor(plainPlan(), each)).ok);

describe('the drafts of the guide', () => {
  it.each(freeText.map(({ field }) => field.id))('%s is proposed, or only the official knows it', (id) => {
    expect([id, id in DRAFTS, id in ONLY_THE_OFFICIAL]).toEqual([
      id,
      !(id in ONLY_THE_OFFICIAL),
      !(id in DRAFTS),
    ]);
  });

  it('are of fields that there are, and the list of what is not proposed holds none that is gone', () => {
    const ids = new Set(asked.map(({ field }) => field.id));
    for (const id of [...Object.keys(DRAFTS), ...Object.keys(ONLY_THE_OFFICIAL)])
      expect([id, ids.has(id)]).toEqual([id, true]);
  });
});

/** A field asked of one element of a plan. */
interface Case {
  asked: Asked;
  ctx: FieldContext;
}

function casesOf(plan: Plan, language: Language): Case[] {
  return asked
    .filter(({ field }) => field.draft)
    .flatMap((one): Case[] => {
      const items = one.each ? ((valueAt(plan, one.each) ?? []) as { id: string }[]) : [undefined];
      return items.map((item) => ({
        asked: one,
        ctx: { plan, texts: texts[language], today: '2026-11-21', item: item?.id },
      }));
    });
}

/** The sentences of a proposal: a text, or the statements of a list. */
function told(proposal: unknown): string[] {
  if (typeof proposal === 'string') return [proposal];
  if (Array.isArray(proposal)) return proposal.flatMap(told);
  if (proposal !== null && typeof proposal === 'object')
    return Object.entries(proposal).flatMap(([key, value]) =>
      ['statement', 'name', 'risk', 'mitigation'].includes(key) ? told(value) : [],
    );
  return [];
}

/** What no sentence that somebody signs has. */
const BAD: Record<Language, RegExp> = {
  es: /undefined|null|\bpendiente|\{|\}|<|>| {2,}|\.\.|,,|: ?\.|\( ?\)|«»|(?<!\p{L})(?:de|a) el(?!\p{L})|[,;:]$| [,.;:]|\b(?:el|la|los|las) (?:el|la|los|las)\b|\by i(?!e)|«\p{Ll}|\. \p{Ll}/u,
  en: /undefined|null|\bpending|\{|\}|<|>| {2,}|\.\.|,,|: ?\.|\( ?\)|«»|\b(the|a|an) (the|a|an)\b|[,;:]$| [,.;:]|«\p{Ll}|\. \p{Ll}/u,
};

describe.each(['es', 'en'] as const)('in %s', (language) => {
  describe.each(ENTITIES)('the drafts of %s', (entity) => {
    const plan = planOf(entity, language);
    const cases = casesOf(plan, language);

    it('read as whole, correct sentences that fit a phone', () => {
      for (const { asked: one, ctx } of cases)
        for (const proposal of one.field.draft?.(ctx).proposals ?? []) {
          const shown = [one.field.id, told(proposal)];
          for (const sentence of told(proposal)) {
            expect(shown).not.toEqual([
              one.field.id,
              expect.arrayContaining([expect.stringMatching(BAD[language])]),
            ]);
            expect(sentence.length).toBeLessThanOrEqual(600);
            expect(sentence).toMatch(/^[\p{Lu}¿«\d]/u);
          }
          if (typeof proposal === 'string' && proposal.length > 60) expect(proposal).toMatch(/[.?]$/);
        }
    });

    it('are values that the plan takes and shows', () => {
      for (const { asked: one, ctx } of cases)
        for (const proposal of one.field.draft?.(ctx).proposals ?? []) {
          const result = applyPatch(plan, one.field.write(proposal, ctx));
          expect([one.field.id, result.ok]).toEqual([one.field.id, true]);
          expect(one.field.show(proposal, ctx)).not.toMatch(/^$|undefined|\[object/);
        }
    });

    it('are never the same twice, nor empty lists', () => {
      for (const { asked: one, ctx } of cases) {
        const { proposals } = one.field.draft?.(ctx) ?? { proposals: [] };
        expect(new Set(proposals.map((p) => JSON.stringify(p))).size).toBe(proposals.length);
        for (const proposal of proposals)
          if (Array.isArray(proposal)) expect(proposal.length).toBeGreaterThan(0);
      }
    });

    it('are there for nearly every question', () => {
      const without = cases.filter(({ asked: one, ctx }) => one.field.draft?.(ctx).proposals.length === 0);
      expect(without.length / cases.length).toBeLessThan(0.12);
    });
  });

  it('differ from plan to plan wherever they stand on its data', () => {
    const STANDING = ['strategy.vision', 'profile.narrative', 'governance.participation', 'followUp.impact'];
    for (const id of STANDING) {
      const first = ENTITIES.map((entity) => {
        const found = casesOf(planOf(entity, language), language).find(
          ({ asked: one }) => one.field.id === id,
        );
        return found?.asked.field.draft?.(found.ctx).proposals[0];
      });
      expect([id, new Set(first).size]).toEqual([id, ENTITIES.length]);
    }
  });

  it('propose nothing that leans on what an empty plan does not tell, and name what would help', () => {
    const plan = emptyPlan('plan-empty', language);
    const leaning = [
      'strategy.vision',
      'strategy.axes',
      'profile.narrative',
      'profile.swot.threats',
      'legal.actions',
    ];
    for (const { asked: one, ctx } of casesOf(plan, language)) {
      if (!leaning.includes(one.field.id)) continue;
      const draft = one.field.draft?.(ctx);
      expect([one.field.id, draft?.proposals]).toEqual([one.field.id, []]);
      expect(draft?.lacks.length).toBeGreaterThan(0);
    }
  });
});

it('holds what was told, in the words for it', () => {
  const plan = planOf('coffee');
  const draftsOf = (id: string, item?: string) =>
    (asked
      .find(({ field }) => field.id === id)
      ?.field.draft?.({
        plan,
        texts: texts.es,
        today: '2026-11-21',
        item,
      }).proposals ?? []) as string[];
  expect(draftsOf('profile.narrative')[0]).toBe(
    'Somos Monteverde, un municipio de Nariño, Colombia, con 9.300 habitantes. Nos distingue lo que tenemos para ofrecer: café especial y cercanía con Ecuador. Somos tierra de frontera y conocemos de cerca a nuestros vecinos. Buscamos amigos y socios en el mundo para llevar la producción local a nuevos mercados y ampliar el acceso al agua potable.',
  );
  expect(draftsOf('strategy.axes.*.challengeQuestion', 'axis-2')[1]).toBe(
    '¿Cómo lograr que el eje «Agua para todos» responda a lo que la gente necesita (agua potable)?',
  );
  expect(draftsOf('projects.*.object', 'project-1')[0]).toBe(
    'Llevar la producción local a nuevos mercados mediante cooperación sur-sur. Se trabajará con la cooperativa de caficultores y la alcaldía de Ibarra. Beneficiará a las familias cafeteras.',
  );
});
