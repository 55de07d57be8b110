import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import type { Language } from '../../../src/text/locales.ts';

/** Three made-up entities that have little in common, with what officials of theirs would have told. */
export const ENTITIES = ['coffee', 'port', 'resguardo'] as const;
export type Entity = (typeof ENTITIES)[number];

const TOLD: Record<Entity, object> = {
  coffee: {
    title: 'Plan de Acción Internacional de Monteverde',
    start: '2027-01',
    end: '2028-12',
    entity: {
      name: 'Monteverde',
      kind: 'municipality',
      department: 'Nariño',
      population: 9300,
      borderZone: true,
      governmentPeriod: { from: 2024, to: 2027 },
    },
    reasons: [
      { id: 'exchange', objectives: ['exchange-1'] },
      { id: 'funds', objectives: ['funds-1'] },
    ],
    commitment: { supported: true, sponsor: { name: 'Rosa Pantoja', post: 'Alcaldesa' } },
    resources: {
      leadUnit: 'planeación',
      hasInternationalOffice: false,
      head: { name: 'Marta Erazo', post: 'secretaria de Planeación' },
      team: { size: 2 },
      budget: { amount: 90_000_000, currency: 'COP' },
    },
    alignment: { localPlan: ['Línea 3, campo que produce'] },
    transversality: {
      areas: [
        { id: 'area-1', name: 'Agricultura' },
        { id: 'area-2', name: 'Educación' },
      ],
    },
    governance: {
      stakeholders: [
        { id: 'stakeholder-1', name: 'cooperativa de caficultores', sector: 'private' },
        { id: 'stakeholder-2', name: 'SENA', sector: 'academic' },
        {
          id: 'stakeholder-3',
          name: 'cabildo',
          sector: 'social',
          contribution: 'Semillas propias y conocimiento.',
        },
      ],
    },
    profile: {
      antecedents: ['Una visita de Ibarra en 2023.'],
      capacities: ['Poca plata', 'Una funcionaria que habla inglés'],
      opportunities: ['Café especial', 'cercanía con Ecuador'],
      needs: ['Agua potable', 'Empleo para los jóvenes'],
    },
    legal: { actions: [{ id: 'action-1', action: 'firmar un hermanamiento con un municipio de Ecuador' }] },
    strategy: {
      axes: [
        { id: 'axis-1', name: 'café al mundo' },
        { id: 'axis-2', name: 'agua para todos' },
        { id: 'axis-3', name: 'frontera hermana' },
      ],
    },
    projects: [
      {
        id: 'project-1',
        name: 'Café sin fronteras',
        axis: 'axis-1',
        dimension: 'south-south',
        object: 'Vender café especial a compradores de otros países',
        responsible: { post: 'secretaria de Planeación' },
        partners: ['cooperativa de caficultores', 'alcaldía de Ibarra'],
        recipients: ['familias cafeteras'],
        start: '2027-02-01',
        end: '2028-11-30',
        indicators: ['indicator-1'],
        budget: { amount: 60_000_000, currency: 'COP' },
      },
    ],
    indicators: [{ id: 'indicator-1', name: 'Compradores nuevos' }],
    communication: { external: { channels: ['emisora', 'Facebook'] } },
    followUp: { frequency: 'Cada tres meses' },
  },
  port: {
    title: 'Puerto Alba, puertas al Caribe',
    start: '2026-06',
    end: '2029-06',
    entity: {
      name: 'Puerto Alba',
      kind: 'district',
      department: 'Magdalena',
      population: 312_000,
      borderZone: false,
      governmentPeriod: { from: 2024, to: 2027 },
    },
    reasons: [
      { id: 'positioning', objectives: ['positioning-4'] },
      { id: 'institutional', objectives: ['institutional-1'] },
    ],
    commitment: {
      supported: true,
      sponsor: { name: 'Luis Vergara', post: 'alcalde distrital' },
      formalAct: { kind: 'decree', reference: 'Decreto 088 de 2025' },
    },
    resources: {
      leadUnit: 'Oficina de Relaciones Internacionales',
      hasInternationalOffice: true,
      head: { name: 'Diana Molina', post: 'directora' },
      team: { size: 6 },
      languages: ['Inglés', 'Francés básico'],
      budget: { amount: 250_000, currency: 'USD' },
    },
    governance: {
      stakeholders: [
        {
          id: 'stakeholder-1',
          name: 'Cámara de Comercio',
          sector: 'private',
          contribution: 'Ruedas de negocios',
        },
        { id: 'stakeholder-2', name: 'Universidad del Litoral', sector: 'academic' },
        { id: 'stakeholder-3', name: 'hoteleros', sector: 'private' },
      ],
    },
    profile: {
      antecedents: ['Hermanamiento con Málaga desde 2015', 'Sede de un festival de cine'],
      capacities: ['Aeropuerto internacional', 'Equipo bilingüe'],
      opportunities: ['Playas', 'Centro histórico', 'Carnaval con cuatro siglos de tradición'],
      needs: ['Más visitantes en temporada baja', 'Recuperar los manglares'],
    },
    strategy: {
      axes: [
        { id: 'axis-1', name: 'Turismo todo el año' },
        { id: 'axis-2', name: 'Cultura que viaja' },
        { id: 'axis-3', name: 'Manglar vivo' },
      ],
    },
    projects: [
      {
        id: 'project-1',
        name: 'Carnaval en la red',
        axis: 'axis-2',
        dimension: 'multilateral',
        object: 'Entrar a una red de ciudades creativas con el Carnaval',
        responsible: { name: 'Diana Molina' },
        recipients: ['Artistas', 'Gestores culturales'],
        start: '2026-09',
        end: '2028-03',
        budget: { amount: 80_000, currency: 'USD' },
      },
      {
        id: 'project-2',
        name: 'Temporada baja',
        axis: 'axis-1',
        dimension: 'competition',
        start: '2027-01',
        end: '2027-05',
      },
    ],
    indicators: [{ id: 'indicator-1', name: 'Número de turistas internacionales' }],
    communication: { external: { channels: ['página web', 'redes sociales'] } },
    followUp: { frequency: 'Cada seis meses' },
  },
  resguardo: {
    title: 'Plan del Resguardo',
    start: '2027',
    end: '2027',
    entity: { name: 'Resguardo Indígena Aguas Claras', kind: 'indigenous-territory', department: 'Amazonas' },
    reasons: [{ id: 'solidarity', objectives: [] }],
    resources: { leadUnit: 'Consejería de Relaciones' },
    alignment: { lifePlans: 'Plan de vida, capítulo de la selva' },
    governance: {
      stakeholders: [{ id: 'stakeholder-1', name: 'Mujeres tejedoras', sector: 'social' }],
    },
    profile: {
      capacities: ['Guardia indígena', 'Sin internet en las malocas'],
      opportunities: ['Medicina tradicional, cantos y tejidos'],
      needs: ['Proteger la selva de la minería'],
    },
    legal: { actions: [{ id: 'action-1', action: 'Recibir una donación de una fundación de Noruega' }] },
    strategy: { axes: [{ id: 'axis-1', name: 'La selva en pie' }] },
    projects: [{ id: 'project-1', name: 'Guardianas del bosque', axis: 'axis-1', dimension: 'development' }],
    indicators: [{ id: 'indicator-1', name: 'Hectáreas vigiladas' }],
  },
};

/** One of the three plans. */
export function planOf(entity: Entity, language: Language = 'es'): Plan {
  return Plan.parse({ ...emptyPlan(`plan-${entity}`, language), ...TOLD[entity] });
}
