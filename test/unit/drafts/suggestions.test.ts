import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TYPICAL } from '../../../dialogs/guide/drafts/governance.ts';
import { agendasOf, THEMES, themesOf } from '../../../dialogs/guide/drafts/themes.ts';
import { fittingIndicators } from '../../../dialogs/guide/parts/measures.ts';
import { guessSector } from '../../../dialogs/guide/parts/sectors.ts';
import { guideList, listSource } from '../../../src/guide/lists.ts';
import { DIMENSIONS, GLOBAL_AGENDAS, SECTORS } from '../../../src/plan/terms.ts';
import { asked, texts } from '../steps/plan.ts';
import { planOf } from './plans.ts';

const languages = ['es', 'en'] as const;
const folder = join(import.meta.dirname, '../../../knowledge/sources');
const guide = readFileSync(join(folder, `${listSource('agendas')}.txt`), 'utf8').replace(/\s+/g, ' ');

describe('what a plan is about', () => {
  it.each([
    ['Agua potable en tres veredas', 'water'],
    ['vender café especial', 'trade'],
    ['empleo joven', 'jobs'],
    ['Recuperar los manglares', 'nature'],
    ['mujeres víctimas del conflicto', 'women'],
    ['inundaciones cada invierno', 'risk'],
    ['turismo de aves', 'tourism'],
    ['acuerdos con municipios del Ecuador', 'border'],
    ['clean water for the school', 'water'],
    ['youth employment', 'jobs'],
    ['disaster preparedness', 'risk'],
  ])('«%s» is about %s', (text, theme) => {
    expect(themesOf([text]).map(({ id }) => id)).toContain(theme);
  });

  it.each(['Mejorar la gestión', 'Carlos Pérez', 'Somos gente amable'])('«%s» tells nothing', (text) => {
    expect(themesOf([text])).toEqual([]);
  });

  it.each([
    ['agua potable', { agendas: ['agenda-2030'], sdgs: [6] }],
    ['deslizamientos', { agendas: ['agenda-2030', 'sendai'], sdgs: [11, 13] }],
    ['cambio climático', { agendas: ['agenda-2030', 'paris'], sdgs: [7, 13] }],
    ['seguridad alimentaria', { agendas: ['agenda-2030', 'milan'], sdgs: [2] }],
    ['igualdad de género', { agendas: ['agenda-2030', 'beijing-25'], sdgs: [5] }],
    ['construcción de paz', { agendas: ['agenda-2030', 'new-agenda-for-peace'], sdgs: [16] }],
    ['vivienda digna', { agendas: ['agenda-2030', 'nau'], sdgs: [11] }],
    ['conseguir fondos', { agendas: ['agenda-2030', 'addis-ababa'], sdgs: [17] }],
  ])('«%s» fits its agendas and goals', (text, fit) => {
    expect(agendasOf(themesOf([text]))).toEqual(fit);
  });

  it('reaches every agenda of the guide', () => {
    expect(new Set(THEMES.flatMap(({ agendas }) => agendas))).toEqual(new Set(GLOBAL_AGENDAS));
  });
});

describe('networks', () => {
  const names = [...new Set(THEMES.flatMap(({ networks }) => networks))];
  it.each(names)('%s is named by the guide, letter by letter', (name) => {
    expect(guide).toContain(name);
  });

  it('come with where the guide explains them', () => {
    const field = asked.find(({ field: one }) => one.id === 'profile.positioning.positioning-q1')?.field;
    const draft = field?.draft?.({ plan: planOf('port'), texts: texts.es, today: '2026-11-21' });
    expect(draft?.proposals[0]).toContain('Ciudades Creativas de la UNESCO');
    expect(draft?.topic).toMatch(/red(es)? de ciudades/);
  });
});

describe('indicators', () => {
  const ids = guideList('indicators').flatMap(({ indicators }) => indicators.map(({ id }) => id));
  it('of the themes are among the 64', () => {
    for (const { indicators } of THEMES) for (const id of indicators) expect(ids).toContain(id);
  });

  it.each(DIMENSIONS)('fit the dimension %s, those of the theme first', (dimension) => {
    const [theme, ...others] = fittingIndicators(dimension, ['academic-7']);
    expect(theme?.id).toBe('academic-7');
    expect(others.length).toBeGreaterThanOrEqual(2);
  });

  it('are proposed with a baseline that only the official knows', () => {
    const field = asked.find(({ field: one }) => one.id === 'projects.*.indicators')?.field;
    const ctx = { plan: planOf('coffee'), texts: texts.es, today: '2026-11-21', item: 'project-1' };
    expect(field?.draft?.(ctx).proposals[0]).toEqual([
      { name: 'Compradores del exterior con acuerdos vigentes', baseline: 'pending' },
      { name: 'Nuevos mercados de exportación', baseline: 'pending', guide: 'economic-13' },
    ]);
  });
});

describe('stakeholders', () => {
  it.each(TYPICAL.map(({ key, sector }) => [key, sector] as const))(
    '%s tells its sector by its name',
    (key, sector) => {
      for (const language of languages)
        expect([language, guessSector(texts[language].t(`draft.stakeholder.${key}`))]).toEqual([
          language,
          sector,
        ]);
    },
  );

  it('are typical of the seven sectors, and none of a sector that has one comes first', () => {
    expect(new Set(TYPICAL.map(({ sector }) => sector))).toEqual(new Set(SECTORS));
    const field = asked.find(({ field: one }) => one.id === 'governance.stakeholders')?.field;
    const plan = planOf('coffee');
    const [first] = (field?.draft?.({ plan, texts: texts.es, today: '2026-11-21' }).proposals ??
      []) as string[][];
    const present = plan.governance.stakeholders?.map(({ sector }) => sector);
    expect(first?.map(guessSector).filter((sector) => present?.includes(sector))).toEqual([]);
  });

  it('lead with consulates where the entity is on the border', () => {
    const field = asked.find(({ field: one }) => one.id === 'governance.stakeholders')?.field;
    const tell = (entity: 'coffee' | 'port') =>
      JSON.stringify(
        field?.draft?.({ plan: planOf(entity), texts: texts.es, today: '2026-11-21' }).proposals,
      );
    expect(tell('coffee')).toContain('Consulados de los países vecinos');
    expect(tell('port')).not.toContain('Consulados');
  });
});

describe('milestones', () => {
  it('lie within the project and end with it', () => {
    const field = asked.find(({ field: one }) => one.id === 'projects.*.milestones')?.field;
    const ctx = { plan: planOf('port'), texts: texts.es, today: '2026-11-21' };
    const of = (item: string) =>
      field?.draft?.({ ...ctx, item }).proposals[0] as { name: string; date: string }[];
    expect(of('project-1').map(({ date }) => date)).toEqual(['2026-10', '2027-01', '2027-06', '2028-03-31']);
    expect(of('project-2').map(({ date }) => date)).toEqual(['2027-01-16', '2027-03', '2027-05-31']);
  });
});

it('gives every theme all its words in both languages', () => {
  for (const language of languages)
    for (const { id } of THEMES)
      for (const part of ['name', 'do', 'state', 'who', 'measure', 'risk', 'mitigation', 'area'])
        expect([id, part, texts[language].has(`draft.theme.${id}.${part}`)]).toEqual([id, part, true]);
});

it('has the same words and places in both languages', () => {
  const keys = (language: 'es' | 'en') => texts[language].keys().filter((key) => key.startsWith('draft.'));
  expect(keys('es')).toEqual(keys('en'));
  for (const key of keys('es'))
    expect([key, texts.en.placeholders(key).sort()]).toEqual([key, texts.es.placeholders(key).sort()]);
});
