import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FONT_FILES } from '../../src/export/fonts.ts';
import { PLAN_PICTURES } from '../../src/export/formats.ts';
import { drawPlan, type Picture, pictureFile } from '../../src/export/pictures/index.ts';
import { progressPicture } from '../../src/export/pictures/progress.ts';
import { type RadarData, radarPicture } from '../../src/export/pictures/radar.ts';
import { pictureSvg } from '../../src/export/pictures/svg.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { fullPlan, normName } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };
const draw = (name: (typeof PLAN_PICTURES)[number], plan: Plan, language: Language = 'es') =>
  drawPlan(name, plan, { texts: texts[language], today: '2026-11-21', normName });
const font = { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES) };
/** Texts that an SVG shows, joined as they come. */
const words = (picture: Picture | undefined) =>
  [...(picture?.body ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]).join(' ');

/** Reads the picture as a second program would, and tells how far what it draws reaches. */
function expectInside(picture: Picture): void {
  const bare = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="9000" font-family="DejaVu Sans Condensed">${picture.body}</svg>`;
  const box = new Resvg(bare, { font }).getBBox();
  if (!box) throw new Error('an empty picture');
  expect(box.x).toBeGreaterThanOrEqual(-2);
  expect(box.y).toBeGreaterThanOrEqual(-2);
  expect(box.x + box.width).toBeLessThanOrEqual(picture.width + 2);
  expect(box.y + box.height).toBeLessThanOrEqual(picture.height + 2);
}

describe('pictures of a plan', () => {
  it.each(PLAN_PICTURES)('draw nothing of an empty plan: %s', (name) => {
    expect(draw(name, emptyPlan('p'))).toBeUndefined();
  });

  it.each(PLAN_PICTURES)(
    'have a title and a description in both languages, and stay in their frame: %s',
    (name) => {
      const [es, en] = [draw(name, fullPlan()), draw(name, fullPlan('en'), 'en')] as [Picture, Picture];
      expect(es.title).not.toBe(en.title);
      expect(es.alt.length).toBeGreaterThan(40);
      expect(pictureSvg(es)).toContain(`<title>${es.title}</title>`);
      for (const picture of [es, en]) expectInside(picture);
    },
  );

  it('are well formed and stay in their frame for any plan', () => {
    let drawn = 0;
    fc.assert(
      fc.property(arbitraryPlan(), fc.constantFrom('es' as const, 'en' as const), (plan, language) => {
        for (const name of PLAN_PICTURES) {
          const picture = draw(name, plan, language);
          if (!picture) continue;
          drawn += 1;
          expectInside(picture);
          expect(() => new Resvg(pictureSvg(picture, { titled: true }), { font })).not.toThrow();
        }
      }),
      { numRuns: 60 },
    );
    expect(drawn).toBeGreaterThan(20);
  }, 60_000);

  it('come as a PNG of twice their size, with their title above when sent alone', () => {
    const picture = draw('swot', fullPlan()) as Picture;
    const { name, contentType, content } = pictureFile(picture, 'foda');
    expect([name, contentType]).toEqual(['foda.png', 'image/png']);
    const header = new DataView(content.buffer, content.byteOffset);
    expect(header.getUint32(16)).toBe((picture.width + 32) * 2);
    expect(header.getUint32(20)).toBeGreaterThan(picture.height * 2 + 60);
  });

  it('show marks of a markup as the words they are', () => {
    const plan = fullPlan();
    plan.profile.swot = { strengths: ['</text><script>alert("1")</script> & <b>'] };
    const picture = draw('swot', plan) as Picture;
    expect(picture.body).not.toContain('<script');
    expect(words(picture)).toContain('&lt;script&gt;');
  });
});

describe('the schedule', () => {
  it('has a bar for each project and a mark and a date for each milestone', () => {
    const shown = words(draw('gantt', fullPlan()));
    for (const text of [
      'Manglar para la vida',
      'Vivero en marcha',
      'mayo de 2027',
      '15 de marzo de 2028',
      'En marcha',
    ])
      expect(shown).toContain(text);
  });

  it('puts milestones from left to right by their date', () => {
    const plan = fullPlan();
    const project = plan.projects?.[0];
    if (!project) throw new Error('no project');
    project.milestones = ['2029-06-01', '2027-03-01', '2028-01-15'].map((date, i) => ({
      id: `m-${i}`,
      name: `Hito ${i}`,
      date,
    }));
    plan.projects = [project];
    const diamonds = [...(draw('gantt', plan)?.body ?? '').matchAll(/<polygon points="([\d.]+),/g)].map((m) =>
      Number(m[1]),
    );
    const marks = diamonds.slice(0, 3);
    expect(marks).toHaveLength(3);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect(new Set(marks).size).toBe(3);
  });

  it('tells what it leaves out: rows beyond a page, milestones without a date', () => {
    const plan = fullPlan();
    const [project] = plan.projects ?? [];
    if (!project) throw new Error('no project');
    project.milestones = Array.from({ length: 50 }, (_, i) => ({
      id: `m-${i}`,
      name: `Hito ${i}`,
      ...(i < 40 && { date: '2028-05' }),
    }));
    plan.projects = [project];
    const shown = words(draw('gantt', plan));
    expect(shown).toContain('y 15 más');
    expect(shown).toContain('10 hitos no tienen fecha');
  });
});

describe('the other pictures', () => {
  it('cut a long list of a SWOT and say how many are left', () => {
    const plan = fullPlan();
    plan.profile.swot = { strengths: Array.from({ length: 12 }, (_, i) => `Fortaleza ${i}`) };
    const shown = words(draw('swot', plan));
    expect(shown).toContain('Fortaleza 6');
    expect(shown).not.toContain('Fortaleza 7');
    expect(shown).toContain('y 5 más');
    expect(shown.match(/pendiente/g)).toHaveLength(3);
  });

  it('map actors only once something is known of the willingness of one', () => {
    const plan = fullPlan();
    plan.governance.stakeholders = [{ id: 's-1', name: 'Emisora' }];
    expect(draw('stakeholders', plan)).toBeUndefined();
    plan.governance.stakeholders.push({
      id: 's-2',
      name: 'Colegio',
      sector: 'academic',
      willingness: 'high',
    });
    const shown = words(draw('stakeholders', plan));
    for (const text of ['Emisora', 'Colegio', 'Sector pendiente', 'Alta', 'No se sabe'])
      expect(shown).toContain(text);
  });

  it('draw budgets in proportion, each currency apart, and of projects where an axis has none', () => {
    const plan = fullPlan();
    const shown = words(draw('budget', plan));
    expect(shown).toContain('$300.000.000 COP · 53 %');
    expect(shown).toContain('Total: $570.000.000 COP');
    for (const axis of plan.strategy.axes ?? []) delete axis.budget;
    const bars = words(draw('budget', plan));
    expect(bars).toContain('$180.000.000 COP');
    expect(bars).toContain('Total: $32.500 USD');
    expect(bars).toContain('suma de sus proyectos');
  });

  it('count only the questions that apply in the review', () => {
    const plan = fullPlan();
    const verdict = (v: 'met' | 'missing' | 'not-yet') => ({ verdict: v });
    plan.review.criteria = {
      'planning-1': verdict('met'),
      'planning-2': verdict('missing'),
      'planning-3': verdict('not-yet'),
      'efficiency-1': verdict('met'),
      'effectiveness-1': verdict('missing'),
      'inclusion-1': verdict('not-yet'),
    };
    const alt = draw('review', plan)?.alt ?? '';
    expect(alt).toMatch(/Planificación: 50 %/);
    expect(alt).toMatch(/Eficiencia: 100 %; Eficacia: 50 %/);
    expect(alt).toMatch(/Inclusión: (?!0 %)/);
    expect(draw('review', emptyPlan('p'))).toBeUndefined();
  });

  it('draw what the entity says apart from what the data tell, once it has judged anything', () => {
    const plan: Plan = { ...fullPlan(), review: {} };
    expect(words(draw('review', plan))).not.toContain('Con lo que dice la entidad');
    const judged: Plan = { ...plan, review: { criteria: { 'planning-1': { verdict: 'missing' } } } };
    const shown = words(draw('review', judged));
    expect(shown).toContain('Con lo que dice la entidad');
    expect(shown).toContain('Según los datos del plan');
  });

  const radar = (more: Partial<RadarData>): Picture | undefined =>
    radarPicture({
      title: 'Evaluación',
      alt: 'Tres criterios.',
      max: 3,
      scoreText: String,
      axes: ['Uno', 'Dos', 'Tres'],
      series: [{ name: 'Antes', values: [1, 2, 3] }],
      ...more,
    });

  it('draw a radar from scores alone, and two series told apart by their line', () => {
    expect(words(radar({}))).toContain('Uno Dos Tres');
    const two = radar({
      series: [
        { name: 'Antes', values: [1, 2, 3] },
        { name: 'Después', values: [3, 3, 9] },
      ],
    }) as Picture;
    expect(two.body).toContain('stroke-dasharray');
    expect(words(two)).toContain('Antes Después');
    expectInside(two);
  });

  it('draw no radar of two axes, of no scores, or of a scale without height', () => {
    expect(radar({ axes: ['Uno', 'Dos'] })).toBeUndefined();
    expect(radar({ series: [{ name: 'Antes', values: [1, undefined, 3] }] })).toBeUndefined();
    expect(radar({ max: 0 })).toBeUndefined();
  });

  it('draw progress by step, and nothing when nothing is asked', () => {
    const steps = [
      { title: 'Entidad', filled: 3, total: 4 },
      { title: 'Razones', filled: 0, total: 2 },
    ];
    const picture = progressPicture(steps, texts.es) as Picture;
    expect(picture.title).toBe('Avance del plan: 50 %');
    expect(words(picture)).toBe('Entidad 3 de 4 Razones 0 de 2');
    expectInside(picture);
    expect(progressPicture([{ title: 'Nada', filled: 0, total: 0 }], texts.es)).toBeUndefined();
  });
});
