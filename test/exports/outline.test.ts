import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOutline } from '../../src/export/outline.ts';
import { assess } from '../../src/plan/assessment/assess.ts';
import { emptyPlan } from '../../src/plan/schema.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { fullPlan, halfPlan, normName } from './fixtures.ts';

const texts = loadTexts(new URL('../../dialogs/locales', import.meta.url).pathname, 'es');
const context = { texts, today: '2026-11-21', normName };
const outline = (plan = fullPlan()) => buildOutline(plan, context, []);

describe('the outline of a plan', () => {
  it('is no draft when everything is told and nothing contradicts', () => {
    expect(outline()).toMatchObject({ pending: 0, draft: false });
  });

  it('is a draft as soon as one thing is missing, and counts it', () => {
    const plan = fullPlan();
    delete plan.strategy.vision;
    expect(outline(plan)).toMatchObject({ pending: 1, draft: true });
    expect(outline(plan).cover.draft).toBe('Borrador: queda un dato pendiente.');
  });

  it('tells on the cover what a presentable plan lacks, where that is known', () => {
    const plan = fullPlan();
    delete plan.strategy.vision;
    const note = (missing: number) => buildOutline(plan, { ...context, missing }, []).cover.draft;
    expect(note(2)).toBe('Borrador: faltan 2 datos esenciales. Lo demás marcado «pendiente» es opcional.');
    expect(note(0)).toContain('tiene lo esencial');
  });

  it('has whoever answers for a project answer for its milestones', () => {
    const plan = halfPlan();
    const milestones = [
      { id: 'milestone-1', name: 'taller' },
      { id: 'milestone-2', name: 'feria', responsible: { name: 'Luz Mora' } },
    ];
    plan.projects = [{ id: 'project-1', name: 'Escuela', responsible: { name: 'Ana Ruiz' }, milestones }];
    const calendar = outline(plan).parts[1]?.sections[0]?.sections.find(
      ({ title }) => title === 'Calendario de hitos',
    );
    const table = calendar?.blocks[0];
    const who = table?.kind === 'table' ? table.rows.map((cells) => cells[3]?.[0]?.text) : [];
    expect(who).toEqual(['Ana Ruiz', 'Luz Mora']);
  });

  it('sets what the data tell of each criterion beside what the entity says, and counts what is left', () => {
    const plan = halfPlan();
    plan.review = { criteria: { 'planning-1': { verdict: 'met', note: 'hay manual' } } };
    const review = outline(plan).parts[1]?.sections.at(-1);
    const table = review?.blocks.find((b) => b.kind === 'table' && b.caption === 'Criterios cualitativos');
    if (table?.kind !== 'table') throw new Error('no table of criteria');
    const [planning] = table.rows.map((cells) => cells.map((cell) => cell[0]?.text));
    expect(planning?.[0]).toBe('Planificación');
    expect(planning?.slice(2)).toEqual(['Falta', 'Se cumple', 'hay manual']);
    const open = assess(plan).filter(({ verdict }) => verdict === undefined);
    expect(table.rows).toHaveLength(48 - open.length);
    expect(JSON.stringify(review)).toContain(`Quedan ${open.length} preguntas de los criterios por valorar`);
  });

  it('leaves out the columns of the entity until it has judged something', () => {
    const plan = fullPlan();
    plan.review = {};
    const review = outline(plan).parts[1]?.sections.at(-1);
    const heads = review?.blocks.flatMap((b) => (b.kind === 'table' ? [b.columns.map((c) => c.title)] : []));
    expect(heads).toEqual([
      ['Enfoque', 'Según los datos'],
      ['Criterio', 'Pregunta', 'Según los datos'],
    ]);
  });

  it('says of a plan hardly begun that its review is pending, without a list of all it lacks', () => {
    const review = outline(emptyPlan('p')).parts[1]?.sections.at(-1);
    expect(review?.blocks.map(({ kind }) => kind)).toEqual(['prose', 'prose']);
  });

  it('is a draft when nothing is missing but the budgets do not add up', () => {
    const plan = fullPlan();
    plan.resources.budget = { amount: 1, currency: 'COP' };
    expect(outline(plan)).toMatchObject({ pending: 0, draft: true });
    expect(outline(plan).cover.draft).toContain('por revisar');
  });

  it('leaves out what need not be told: life plans, notes, an office that there is not', () => {
    const { pending } = outline();
    const plan = fullPlan();
    delete plan.alignment.lifePlans;
    delete plan.resources.hasInternationalOffice;
    delete plan.projects?.[0]?.dimensionNote;
    expect(outline(plan).pending).toBe(pending);
  });

  it('counts more as pending the less there is told of what was begun', () => {
    expect(outline(halfPlan()).pending).toBeGreaterThan(outline(emptyPlan('p')).pending);
  });

  it('puts the milestones of all projects in the order of their dates', () => {
    const chapter = outline().parts[1]?.sections[0];
    const table = chapter?.sections.at(-2)?.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.map((row) => row[1]?.[0]?.text)).toEqual([
      'Vivero en marcha',
      'Inventario publicado',
      'Primeras diez hectáreas',
    ]);
  });

  it('has no cell too many or too few, no table without rows, for any valid plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const blocks = outline(plan).parts.flatMap((p) =>
          p.sections.flatMap((s) => [...s.blocks, ...s.sections.flatMap((inner) => inner.blocks)]),
        );
        for (const block of blocks) {
          if (block.kind !== 'table') continue;
          expect(block.rows.length).toBeGreaterThan(0);
          for (const row of [...block.rows, ...(block.totals ?? [])])
            expect(row.length).toBe(block.columns.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the strategic plan alone in its public edition, without what the team thinks of its stakeholders', () => {
    const published = buildOutline(fullPlan(), { ...context, edition: 'public' }, []);
    expect(published.parts.map(({ title }) => title)).toEqual([
      texts.t('export.part.strategic'),
      texts.t('export.part.annex'),
    ]);
    const said = JSON.stringify(published);
    expect(said).toContain('Asociación de Pescadores Artesanales');
    for (const internal of [
      'La captura cayó a la mitad',
      'Voluntad',
      'Sequía fuerte',
      texts.t('export.chapter.findings'),
    ])
      expect(said).not.toContain(internal);
    expect(JSON.stringify(outline())).toContain('La captura cayó a la mitad');
    expect(published.cover.facts.at(-1)?.text).toBe('pública (planeación estratégica)');
  });

  it('counts in the public edition only what it shows', () => {
    const plan = fullPlan();
    delete plan.projects;
    expect(buildOutline(plan, { ...context, edition: 'public' }, []).pending).toBe(0);
  });
});
