import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle } from '../../../src/guide/engine.ts';
import { initialState } from '../../../src/guide/state.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { texts } from '../steps/plan.ts';

const TODAY = '2026-06-01';
const COP = (millions: number) => ({ amount: millions * 1_000_000, currency: 'COP' });

/** The plan after a message, with a project to speak of unless it is told otherwise. */
function told(
  message: string,
  projects: object[] = [{ id: 'project-1', name: 'Faro' }],
  current = 'route',
): Plan {
  const plan = Plan.parse({ ...emptyPlan('p1'), projects });
  const state = { ...initialState('guide'), current };
  return handle(guide, { state, plan, texts: texts.es, today: TODAY }, message).plan;
}

describe('axes told with what is theirs', () => {
  it('take their goals and amounts, which are not the plan’s', () => {
    const { strategy, alignment, resources } = told(
      'son dos ejes, música y memoria con los ODS 4 y 11, y mar abierto con el 14. Para el primero 70 millones y para el segundo 95',
    );
    expect(strategy.axes).toMatchObject([
      { name: 'música y memoria', sdgs: [4, 11], budget: COP(70) },
      { name: 'mar abierto', sdgs: [14], budget: COP(95) },
    ]);
    expect([alignment.sdgs, resources.budget]).toEqual([undefined, undefined]);
  });

  it('are read so where they are asked for', () => {
    const { axes } = told('dos ejes: puertos (ODS 9) y oficios (ODS 4 y 8)', [], 'strategy.axes').strategy;
    expect(axes).toMatchObject([
      { name: 'puertos', sdgs: [9] },
      { name: 'oficios', sdgs: [4, 8] },
    ]);
  });

  it('leave the total to the plan', () => {
    const { strategy, resources } = told(
      'El presupuesto total es de 300 millones, de los cuales 100 son para el eje Puertos y 200 para el eje Oficios',
    );
    expect(resources.budget).toEqual(COP(300));
    expect(strategy.axes).toMatchObject([
      { name: 'Puertos', budget: COP(100) },
      { name: 'Oficios', budget: COP(200) },
    ]);
  });

  it('are opened by their name where their objectives are told', () => {
    const [axis] =
      told(
        'el objetivo general del eje Sal y Viento es vender afuera, y el objetivo específico, formar 20 salineras',
      ).strategy.axes ?? [];
    expect(axis).toMatchObject({
      name: 'Sal y Viento',
      objectives: [
        { level: 'general', statement: 'vender afuera' },
        { level: 'specific', statement: 'formar 20 salineras' },
      ],
    });
  });
});

describe('goals', () => {
  it.each([
    ['con el ODS 9 no vamos; los nuestros son el 3 y el 4', [3, 4]],
    ['trabajamos los ODS 2 y 8, menos el ODS 14', [2, 8]],
    ['al ODS 1 no le apuntamos, sí al 5 y al 10', [5, 10]],
  ])('that are denied are left out: %s', (message, sdgs) => {
    expect(told(message).alignment.sdgs).toEqual(sdgs);
  });
});

describe('stakeholders told one by one', () => {
  it('keep what is told of each, and no hedge in their names', () => {
    const { stakeholders } = told(
      'los actores serían la cooperativa Sur, que tiene disposición alta y pone el acopio, el cabildo, con poca disposición, y la diócesis pero esa no sabemos',
    ).governance;
    expect(stakeholders).toMatchObject([
      { name: 'cooperativa Sur', willingness: 'high', contribution: 'el acopio' },
      { name: 'cabildo', willingness: 'low' },
      { name: 'diócesis', willingness: 'unknown' },
    ]);
  });

  it('are not those of a project', () => {
    const { governance, projects } = told('en el proyecto Nido los actores son los colegios y la parroquia');
    expect(governance.stakeholders).toBeUndefined();
    expect(projects?.at(-1)).toMatchObject({ name: 'Nido', actors: ['colegios', 'parroquia'] });
  });
});

describe('projects', () => {
  it('told together keep each its own', () => {
    const { projects } = told(
      'Son dos proyectos: Puente Nuevo, de 90 millones, que arranca en marzo de 2027, y Casa Azul, de 20 mil euros, que arranca en mayo',
      [],
    );
    expect(projects).toMatchObject([
      { name: 'Puente Nuevo', budget: COP(90), start: '2027-03' },
      { name: 'Casa Azul', budget: { amount: 20_000, currency: 'EUR' }, start: '2027-05' },
    ]);
  });

  it('are named by what is told of them, and their names tell nothing else', () => {
    const plan = told(
      'hitos del proyecto Sabor de Frontera: acta en marzo de 2027, feria en agosto del mismo año y cierre el 15 de octubre',
      [],
    );
    expect(plan.projects).toMatchObject([
      {
        name: 'Sabor de Frontera',
        milestones: [
          { name: 'acta', date: '2027-03' },
          { name: 'feria', date: '2027-08' },
          { name: 'cierre', date: '2027-10-15' },
        ],
      },
    ]);
    expect(plan.entity.borderZone).toBeUndefined();
  });

  it('do not take what each partner gives for their budget', () => {
    const [project] =
      told('Proyecto Lago Claro. Financiación: la JICA pone 30 mil dólares y nosotros 20 millones', [])
        .projects ?? [];
    expect(project?.budget).toBeUndefined();
    expect(project?.funding).toBe('la JICA pone 30 mil dólares y nosotros 20 millones');
  });

  it('are not answered for by who answers for a milestone', () => {
    const [project] =
      told(
        'Proyecto Vela Mayor: el hito es la botadura el 3 de mayo de 2027 y de ese hito responde Elsa Riascos; el proyecto lo dirige Hugo Mina',
        [],
      ).projects ?? [];
    expect(project?.responsible).toEqual({ name: 'Hugo Mina' });
    expect(project?.milestones).toMatchObject([
      { name: 'botadura', date: '2027-05-03', responsible: { name: 'Elsa Riascos' } },
    ]);
  });
});

describe('indicators', () => {
  it.each([
    [
      'son dos indicadores: ruedas de negocio, meta 3, y visitas recibidas, línea base 5 y meta doce',
      [
        { name: 'ruedas de negocio', target: 3 },
        { name: 'visitas recibidas', baseline: 5, target: 12 },
      ],
    ],
    [
      'línea base pendiente, meta 8, indicador becas entregadas, ese es de gestión',
      [{ name: 'becas entregadas', baseline: 'pending', target: 8, nature: 'management' }],
    ],
    [
      'el indicador de fincas certificadas: la meta era 90 pero la bajamos a 40',
      [{ name: 'fincas certificadas', target: 40 }],
    ],
    [
      'Indicador: voluntarios, que es de resultado, meta 30, se mide cada mes',
      [{ name: 'voluntarios', target: 30, nature: 'outcome', frequency: 'cada mes' }],
    ],
  ])('are told apart: %s', (message, indicators) => {
    const found = told(message).indicators ?? [];
    expect(found).toMatchObject(indicators);
    for (const [i, indicator] of indicators.entries())
      if (!('baseline' in indicator)) expect(found[i]?.baseline).toBeUndefined();
  });
});

describe('the other steps', () => {
  it.each([
    [
      'la fortaleza más grande es la gente y la debilidad, que no hay vías',
      { profile: { swot: { strengths: ['la gente'], weaknesses: ['que no hay vías'] } } },
    ],
    [
      'Antecedentes: en 2018 un hermanamiento con Loja, y en 2021 un proyecto de tres años con la Unión Europea por 80 mil euros',
      {
        profile: {
          antecedents: [
            'en 2018 un hermanamiento con Loja',
            'en 2021 un proyecto de tres años con la Unión Europea por 80 mil euros',
          ],
        },
      },
    ],
    [
      'la instancia que coordina es el Consejo Interno de Cooperación, que se reúne cada mes; las áreas que participan son Salud y Obras',
      {
        transversality: {
          coordinatingBody: 'el Consejo Interno de Cooperación',
          areas: [{ name: 'Salud' }, { name: 'Obras' }],
        },
      },
    ],
    [
      'la acción es pedir un crédito a la CAF, se contrata con sus reglas por ser banco multilateral, artículo 20 de la Ley 1150 de 2007',
      {
        legal: {
          actions: [
            {
              action: 'pedir un crédito a la CAF',
              norms: ['ley-1150-2007-art-20'],
              contracting: 'multilateral-credit',
            },
          ],
        },
      },
    ],
    [
      'Comunicación interna directa: a los directivos, por comité y chat, quincenal; externa: radio y Facebook',
      { communication: { internalDirect: { channels: ['comité', 'chat'], frequency: 'quincenal' } } },
    ],
    [
      'como no hay datos usaremos encuestas propias; frente al cambio de gobierno dejaremos un acuerdo',
      {
        followUp: {
          obstacles: { 'no-data': 'encuestas propias' },
          challenges: { continuity: 'un acuerdo' },
        },
      },
    ],
    [
      'conviene incidir en la CEPAL, y a los productores los acompañamos con ruedas de negocio',
      {
        profile: {
          positioning: { 'positioning-q1': 'la CEPAL', 'positioning-q7': 'con ruedas de negocio' },
        },
      },
    ],
    [
      'del plan de desarrollo tomamos la línea «Campo vivo»; del orden nacional, el PND y lo de Cancillería',
      { alignment: { localPlan: ['Campo vivo'], nationalInstruments: ['pnd', 'foreign-ministry'] } },
    ],
  ])('are read from one message: %s', (message, plan) => {
    expect(told(message)).toMatchObject(plan);
  });
});
