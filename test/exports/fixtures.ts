import { readFileSync } from 'node:fs';
import type { ExportSource } from '../../src/export/model.ts';
import { emptyPlan, Plan } from '../../src/plan/schema.ts';

const full = JSON.parse(readFileSync(new URL('full-plan.json', import.meta.url), 'utf8')) as object;

/** A plan that has only been begun: some values in some steps, a project with almost nothing. */
export function halfPlan(): Plan {
  return Plan.parse({
    ...emptyPlan('half'),
    entity: { name: 'Puerto Ceiba', kind: 'municipality', department: 'Magdalena', population: 14_200 },
    reasons: [{ id: 'funds' }],
    commitment: { supported: true },
    governance: { stakeholders: [{ id: 'stakeholder-1', name: 'Asociación de pescadores' }] },
    strategy: { axes: [{ id: 'axis-1', name: 'Ciénaga viva' }] },
    projects: [{ id: 'project-1', name: 'Escuela de la ciénaga', axis: 'axis-1' }],
    indicators: [{ id: 'indicator-1', name: 'Familias formadas', baseline: 'pending' }],
  });
}

/** A whole plan of an invented municipality, with a value in every field that a document shows. */
export function fullPlan(language: Plan['language'] = 'es'): Plan {
  return Plan.parse({ ...full, language });
}

const NORMS = new Map([
  ['norm-a', 'Ley 1454 de 2011'],
  ['norm-b', 'Decreto 1510 de 2013'],
]);

/** Norms of an invented catalogue, for the ids that `fullPlan` names. */
export const normName = (id: string): string | undefined => NORMS.get(id);

export const sources: ExportSource[] = [
  {
    title: 'Guía para la acción internacional',
    kind: 'guía oficial',
    date: '2025',
    section: 'Capítulo 4. La planificación operativa',
    url: 'https://plan.example.org/fuentes/001#p-1',
    quote: 'Un pasaje de la guía, tal como está escrito.',
  },
  { title: 'Artículo sobre normas', kind: 'artículo académico', date: 'c. 2010', section: '', url: '' },
];

/** Keys whose strings are ids, terms of a vocabulary or dates: a document shows them in other words. */
const CODED = new Set(
  'id version language kind category globalAgendas nationalInstruments agendas sector willingness contracting norms level start end date axis objective dimension cooperationType state nature currency verdict due project milestone'.split(
    ' ',
  ),
);

/** Every text of a plan that a person wrote, one a line. */
export function freeTexts(plan: Plan): string[] {
  const collect = (value: unknown, key: string, parent: string): string[] => {
    if (typeof value === 'string') return value.split('\n');
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([k, v]) => {
      const inList = Array.isArray(value);
      const name = inList ? key : k;
      const coded = CODED.has(name) && !(name === 'language' && parent === 'communication');
      // A project names its indicators, and a reason its objectives, by their ids.
      const ids = typeof v === 'string' && inList && ['indicators', 'objectives'].includes(key);
      return coded || ids ? [] : collect(v, name, inList ? parent : key);
    });
  };
  return collect(plan, '', '');
}
