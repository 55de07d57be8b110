import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { readSeveral } from '../../../src/guide/several.ts';
import { initialState } from '../../../src/guide/state.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { plainPlan, texts } from '../steps/plan.ts';

const TODAY = '2026-06-01';

function say(message: string, plan: Plan = emptyPlan('p1'), current = 'route'): Turn {
  const state = { ...initialState('guide'), current };
  return handle(guide, { state, plan, texts: texts.es, today: TODAY }, message);
}

function reply({ outputs }: Turn): string {
  return outputs
    .map((o) => (o.type === 'request' ? `<${o.request.type}>` : 'text' in o ? o.text : ''))
    .join('\n');
}

const COP = (millions: number) => ({ amount: millions * 1_000_000, currency: 'COP' });

describe('a message about something else, where a name is asked for', () => {
  it('goes where it belongs, and the question stays', () => {
    const contact = say(
      'la alcaldesa doña Rosa Ibarra nos apoya, pero decreto no hay',
      plainPlan(),
      'entity.contactUnit',
    );
    expect(contact.plan.commitment).toMatchObject({ supported: true, formalAct: { kind: 'none' } });
    expect(contact.plan.entity.contactUnit).toBeUndefined();
    expect(reply(contact)).not.toContain('«pero»');
    const title = say('presupuesto serían 350 palos para 2027 y 2028', plainPlan(), 'title');
    expect(title.plan.resources).toMatchObject({ budget: COP(350), budgetYears: { from: 2027, to: 2028 } });
    expect(title.plan.title).toBeUndefined();
  });

  it('is a name where it only has a figure or a year in it', () => {
    expect(say('Sotará mira al mundo 2027', plainPlan(), 'title').plan.title).toBe(
      'Sotará mira al mundo 2027',
    );
  });
});

describe('a question that takes up the one that was put', () => {
  it.each<[string, string, unknown]>([
    ['entity.population', '¿Cuántos somos? 9 mil', { entity: { population: 9000 } }],
    ['entity.category', '¿no es la sexta? yo creo que sexta', { entity: { category: '6' } }],
  ])('in %s leaves the answer: %s', (field, message, expected) => {
    const turn = say(message, emptyPlan('p1'), field);
    expect(turn.plan).toMatchObject(expected as object);
    expect(turn.outputs.some(({ type }) => type === 'request')).toBe(false);
  });
});

describe('a message about several things', () => {
  const cases: [message: string, plan: Record<string, unknown>][] = [
    [
      'Somos Mirasol, Caldas, 21 mil habitantes',
      { entity: { name: 'Mirasol', department: 'Caldas', population: 21_000 } },
    ],
    [
      'Les escribo de la alcaldía de Piedra Alta, en Boyacá. Categoría sexta',
      { entity: { name: 'Piedra Alta', department: 'Boyacá', category: '6' } },
    ],
    [
      'Río Claro, Sucre, distrito, 130.000 habitantes',
      { entity: { name: 'Río Claro', department: 'Sucre', kind: 'district', population: 130_000 } },
    ],
    [
      'somos un municipio de Sucre y no somos zona de frontera',
      { entity: { department: 'Sucre', kind: 'municipality', borderZone: false } },
    ],
    ['de frontera nada que ver, categoría seis', { entity: { borderZone: false, category: '6' } }],
    [
      'el convenio es con un municipio de frontera de Ecuador, nosotros no somos de frontera',
      { entity: { borderZone: false } },
    ],
    [
      'Ibarra, que es nuestro par en Ecuador, tiene 220 mil habitantes; nosotros somos 8.000 habitantes',
      { entity: { population: 8000 } },
    ],
    [
      'el presupuesto del año pasado fue de 50 millones y para este plan son 75 millones en 2027',
      { resources: { budget: COP(75), budgetYears: { from: 2027, to: 2027 } } },
    ],
    [
      'hay como 350 palos, eso es lo que hay pal plan en 2026 y 2027; de ahí 40 palos se van en el consultor',
      { resources: { budget: COP(350), budgetYears: { from: 2026, to: 2027 } } },
    ],
    [
      'para la vigencia 2027 nos aprobaron ciento diez millones y nadie habla inglés',
      { resources: { budget: COP(110), budgetYears: { from: 2027, to: 2027 } } },
    ],
    [
      'la oficina de cooperación existe, se creó con el Decreto 102 de 2022, artículo 14, y es la que va a liderar',
      {
        resources: {
          leadUnit: 'oficina de cooperación',
          hasInternationalOffice: true,
          legalBasis: 'Decreto 102 de 2022, artículo 14',
        },
      },
    ],
    [
      'oficina internacional no tenemos, de eso se encarga la Secretaría de Agricultura',
      { resources: { leadUnit: 'Secretaría de Agricultura', hasInternationalOffice: false } },
    ],
    [
      'el acuerdo está apenas en trámite en el concejo; del alcalde no tenemos respaldo',
      { commitment: { formalAct: { kind: 'none' }, supported: false } },
    ],
    ['el Decreto 12 de 2024 quedó derogado. Población: 9.000', { entity: { population: 9000 } }],
    [
      'somos cuatro: Lina, el ingeniero Paz, una pasante y yo. inglés solo Lina',
      {
        resources: {
          team: { size: 4, detail: 'Lina, el ingeniero Paz, una pasante y yo' },
          languages: ['inglés'],
        },
      },
    ],
    [
      'lo que queremos es conseguir plata de afuera y que nos conozcan, la solidaridad no',
      {
        reasons: [
          { id: 'positioning', objectives: [] },
          { id: 'funds', objectives: [] },
        ],
      },
    ],
    [
      'todas las razones menos la de solidaridad',
      {
        reasons: ['positioning', 'exchange', 'institutional', 'funds'].map((id) => ({ id, objectives: [] })),
      },
    ],
    [
      'El plan se va a llamar «Pueblo chico, mundo grande» y arranca en enero de 2027, hasta el 31 de diciembre del 29',
      { title: 'Pueblo chico, mundo grande', start: '2027-01', end: '2029-12-31' },
    ],
    [
      'terminamos el plan a finales del 28 y comenzamos a principios del 27',
      { start: '2027-01', end: '2028-12' },
    ],
    ['Población: 8.400. Zona de frontera: sí', { entity: { population: 8400, borderZone: true } }],
    [
      'Gobierno 2024-2027, categoría cuarta',
      { entity: { governmentPeriod: { from: 2024, to: 2027 }, category: '4' } },
    ],
    [
      'Presupuesto: 90 millones para 2027. Responsable: Elsa Vargas, directora de Turismo',
      {
        resources: {
          budget: COP(90),
          budgetYears: { from: 2027, to: 2027 },
          head: { name: 'Elsa Vargas', post: 'directora de Turismo' },
        },
      },
    ],
    [
      'tenemos 40 millones de pesos y la alcaldesa nos respalda',
      { resources: { budget: COP(40) }, commitment: { supported: true, sponsor: { post: 'alcaldesa' } } },
    ],
    [
      'El alcalde, Juan Daza, nos apoya; hay Decreto 012 de 2026',
      {
        commitment: {
          sponsor: { name: 'Juan Daza', post: 'alcalde' },
          formalAct: { kind: 'decree', reference: 'Decreto 012 de 2026' },
        },
      },
    ],
    [
      'El alcalde todavía no nos apoya. Idiomas: inglés y francés',
      { commitment: { supported: false }, resources: { languages: ['inglés', 'francés'] } },
    ],
    ['equipo: 3 personas; idiomas: inglés', { resources: { team: { size: 3 }, languages: ['inglés'] } }],
    [
      'Rosa Pérez Gil es la responsable y tenemos 25 millones de pesos',
      { resources: { head: { name: 'Rosa Pérez Gil' }, budget: COP(25) } },
    ],
    [
      'La Secretaría de Cultura lidera. Presupuesto 15 millones',
      { resources: { leadUnit: 'Secretaría de Cultura', budget: COP(15) } },
    ],
    [
      'No tenemos oficina internacional; esto lo lleva Planeación. Presupuesto: 10 millones',
      { resources: { leadUnit: 'Planeación', hasInternationalOffice: false, budget: COP(10) } },
    ],
    [
      'presupuesto 80 millones, no, mejor 95. Equipo: dos personas',
      { resources: { budget: COP(95), team: { size: 2 } } },
    ],
    [
      'queremos trabajar de marzo de 2027 a junio de 2029, con 60 millones de pesos',
      { start: '2027-03', end: '2029-06', resources: { budget: COP(60) } },
    ],
    [
      'El plan se llama «Mirasol sin bordes». ODS 4 y 11',
      { title: 'Mirasol sin bordes', alignment: { sdgs: [4, 11], globalAgendas: ['agenda-2030'] } },
    ],
    [
      'ODS 6, marco de Sendai y la ENCI',
      { alignment: { sdgs: [6], globalAgendas: ['agenda-2030', 'sendai'], nationalInstruments: ['enci'] } },
    ],
    [
      'Necesidades: acueducto rural, vías y conectividad. Oportunidades: avistamiento de aves y cacao',
      {
        profile: {
          needs: ['acueducto rural', 'vías', 'conectividad'],
          opportunities: ['avistamiento de aves', 'cacao'],
        },
      },
    ],
    [
      'Capacidades: museo y banda sinfónica. Antecedentes: visita de Quito',
      { profile: { capacities: ['museo', 'banda sinfónica'], antecedents: ['visita de Quito'] } },
    ],
    [
      'Visión: ser la capital del cacao en 2038. Ejes: cacao, aves y jóvenes',
      {
        strategy: {
          vision: 'ser la capital del cacao en 2038',
          axes: [{ name: 'cacao' }, { name: 'aves' }, { name: 'jóvenes' }],
        },
      },
    ],
    [
      'Actores: la cooperativa de cacao, el SENA y la emisora. Seguimiento semestral',
      {
        governance: {
          stakeholders: [{ name: 'cooperativa de cacao' }, { name: 'SENA' }, { name: 'emisora' }],
        },
        followUp: { frequency: 'semestral' },
      },
    ],
    [
      'Proyecto: Cacao Viajero, 30 millones, del 1 de abril de 2027 al 30 de noviembre de 2027, socio PNUD',
      {
        projects: [
          {
            name: 'Cacao Viajero',
            budget: COP(30),
            start: '2027-04-01',
            end: '2027-11-30',
            partners: ['PNUD'],
          },
        ],
      },
    ],
    [
      'Para el proyecto Aves del Sur hay 20.000 dólares; responsable Ana Mora, bióloga',
      { projects: [{ name: 'Aves del Sur', budget: { amount: 20_000, currency: 'USD' } }] },
    ],
    [
      'Comunicación: emisora y página web. Seguimiento: cada seis meses',
      {
        communication: { external: { channels: ['emisora', 'página web'] } },
        followUp: { frequency: 'cada seis meses' },
      },
    ],
    [
      'We are the municipality of Clearwater, 12,000 inhabitants',
      { entity: { name: 'Clearwater', population: 12_000 } },
    ],
    [
      'Soy de Mirasol, Caldas. El municipio vecino tiene 90.000 habitantes; nosotros, 21.000 habitantes',
      { entity: { name: 'Mirasol', population: 21_000 } },
    ],
    [
      'Somos Mirasol, Caldas. Manizales tiene 450 mil habitantes. Presupuesto: 12 millones',
      { entity: { name: 'Mirasol' }, resources: { budget: COP(12) } },
    ],
    [
      'Presupuesto: 12 millones. Tal vez otros 50 millones de pesos. Equipo: 2 personas',
      { resources: { budget: COP(12), team: { size: 2 } } },
    ],
    [
      'Área metropolitana somos nosotros; población: 300 mil. Presupuesto: 500 millones',
      { entity: { population: 300_000 }, resources: { budget: COP(500) } },
    ],
  ];

  it.each(cases)('%s', (message, expected) => {
    expect(say(message).plan).toMatchObject(expected);
  });

  it('shows each value with where it goes, and how to take them back', () => {
    const said = reply(say('Somos Mirasol, Caldas, 21 mil habitantes, presupuesto 80 millones'));
    expect(said).toMatch(/Mirasol, Caldas.*paso 0/);
    expect(said).toMatch(/21\.000.*paso 0/);
    expect(said).toMatch(/80\.000\.000.*paso 3/);
    expect(said).toContain('deshacer');
  });

  it('keeps the money of a project apart from that of the plan', () => {
    const { plan } = say('Presupuesto: 200 millones. Proyecto: Cacao Viajero, 30 millones, socio PNUD');
    expect(plan.resources.budget).toEqual(COP(200));
    expect(plan.projects?.[0]?.budget).toEqual(COP(30));
  });

  it('shows what a value it changes was', () => {
    const before = say('Presupuesto: 12 millones. Equipo: 2 personas').plan;
    const said = reply(say('Presupuesto: 18 millones. Idiomas: inglés', before));
    expect(said).toMatch(/antes «\$12\.000\.000 COP»; ahora \*\*\$18\.000\.000 COP/);
  });

  it('says what it left out and what it did not understand', () => {
    const said = reply(
      say(
        'Presupuesto: 12 millones. Equipo: 2 personas. Pasto tiene 400 mil habitantes. Brillan los zafiros',
      ),
    );
    expect(said).toMatch(/No guardé.*Pasto/);
    expect(said).toMatch(/No supe dónde va.*zafiros/);
  });

  it('asks first about a value in doubt', () => {
    const turn = say('Población: 12 habitantes. Presupuesto: 30 millones');
    expect(turn.plan.entity.population).toBeUndefined();
    expect(turn.state.pending).toMatchObject({ kind: 'caution', key: 'entity.population' });
  });

  it('sends a question on and takes the rest', () => {
    const turn = say(
      'Somos Mirasol, Caldas, 21 mil habitantes. ¿Qué dice la guía de los municipios pequeños?',
    );
    expect(reply(turn)).toContain('<answer>');
    expect(turn.plan.entity).toMatchObject({ name: 'Mirasol', population: 21_000 });
  });
});

describe('a plain answer', () => {
  const whole: [current: string, message: string, read: (plan: Plan) => unknown, value: unknown][] = [
    [
      'profile.needs',
      'conectividad y apoyo del alcalde',
      (p) => p.profile.needs,
      ['conectividad', 'apoyo del alcalde'],
    ],
    [
      'strategy.vision',
      'En 2035 seremos un territorio de paz con 100 mil habitantes y 300 millones de presupuesto',
      (p) => p.resources.budget,
      undefined,
    ],
    [
      'profile.antecedents',
      'un convenio con Quito por 200 millones de pesos en 2019',
      (p) => p.resources.budget,
      undefined,
    ],
    ['resources.budget', '200 millones para 2027', (p) => p.resources.budget, COP(200)],
    ['entity.name', 'San Juan del Río, Nariño', (p) => p.entity.name, 'San Juan del Río'],
  ];
  it.each(whole)('for %s is not torn apart: %s', (current, message, read, value) => {
    expect(read(say(message, plainPlan(), current).plan)).toEqual(value);
  });

  it('with a question beside it is saved, and the question goes to the documents', () => {
    const turn = say('nueve mil, ¿por qué es importante el dato?', plainPlan(), 'entity.population');
    expect(turn.plan.entity.population).toBe(9000);
    expect(reply(turn)).toContain('<answer>');
  });

  it('is not made of words that only lead to a question', () => {
    const turn = say('otra cosa, ¿quién firma los tratados?', plainPlan(), 'governance.participation');
    expect(turn.plan).toEqual(plainPlan());
  });
});

describe('undo', () => {
  it('takes a whole message back', () => {
    const before = plainPlan();
    const turn = say('Somos Mirasol, Caldas, 21 mil habitantes, presupuesto 80 millones', before);
    const undone = handle(guide, { ...turn, texts: texts.es, today: TODAY }, 'deshacer');
    expect(undone.plan).toEqual(before);
    expect(undone.state.current).toBe('route');
  });

  it('says so where there is nothing to take back', () => {
    expect(reply(say('deshacer'))).toMatch(/No hay un cambio reciente/);
  });
});

const PIECES = [
  'somos Mirasol, Caldas',
  '21 mil habitantes',
  'presupuesto 80 millones',
  'Proyecto: Cacao Viajero',
  'socio PNUD',
  'ejes: cacao, aves y agua',
  'hitos: feria en mayo de 2027',
  'ODS 6 y 13',
  'el alcalde nos apoya',
  '¿qué dice la guía?',
  'Pasto tiene 400 mil habitantes',
  'riesgo: lluvias; mitigar con techos',
  'del 1 de marzo de 2027 al 3 de mayo de 2026',
  'responsable: Ana Ruiz, jefa',
  'frontera: no',
  '31 de febrero de 2027',
  'indicador: visitas, meta 20',
  'reto: ¿cómo crecer?',
];

describe('any message', () => {
  const message = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 20 })), { minLength: 1, maxLength: 8 })
    .chain((parts) => fc.constantFrom('. ', ', ', '; ', ' y ', '\n').map((joint) => parts.join(joint)));

  it('leaves a valid plan, and undo restores the one before it', () => {
    fc.assert(
      fc.property(
        message,
        fc.constantFrom('route', 'entity.name', 'resources.budget', 'profile.needs'),
        (text, current) => {
          const before = plainPlan();
          const turn = say(text, before, current);
          expect(Plan.safeParse(turn.plan).success).toBe(true);
          if (turn.patch.length === 0) return;
          const undone = handle(guide, { ...turn, texts: texts.es, today: TODAY }, 'deshacer');
          expect(undone.plan).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is read without changing the plan', () => {
    const plan = plainPlan();
    const view = { plan, texts: texts.es, today: TODAY, state: initialState('guide') };
    readSeveral(guide, view, PIECES.join('. '));
    expect(plan).toEqual(plainPlan());
  });
});
