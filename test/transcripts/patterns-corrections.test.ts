import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Conversed, Office, type Said, transcript } from './play.ts';

/** To the question on the budget, on the short route. */
const BEGUN = ['Empezar mi plan', 'corta'] as const;
const TO_BUDGET = (where: string, who: string) => [
  ...BEGUN,
  where,
  'de enero de 2027 a diciembre de 2028',
  'fondos y cooperación',
  'sí, el alcalde',
  who,
];

const SCRIPTS = {
  'no-eran-200': [
    ...TO_BUDGET('municipio de Puerto Carreño, Vichada', 'Yolima Gaitán, secretaria de gobierno'),
    '20 millones',
    'no, eran 200',
    'pescadores artesanales, la gobernación y parques nacionales',
    'uy no, perdón, el responsable es Wilmar Gaitán, secretario de hacienda',
    'ríos y selva',
    '¿cómo quedó el presupuesto?',
    'ver plan',
  ],
  'no-era-febrero': [
    ...BEGUN,
    'municipio de Chinácota, Norte de Santander',
    'de enero a diciembre de 2027',
    'no, era de febrero de 2027 a junio de 2028',
    'posicionamiento',
    'no, es fondos',
    'no, todavía no nos apoya',
    'me equivoqué, sí: la alcaldesa Nubia Romero',
  ],
  'answers-that-begin-with-no': [
    'Empezar mi plan',
    'completa',
    'municipio de Cubarral, Meta',
    'unos 6500',
    'sexta',
    'No, estamos a 200 km de la frontera',
    '2024 a 2027',
    'planeacion@cubarral.gov.co',
    'no, espere, es la secretaría de gobierno',
    'ver plan',
  ],
  'dependants-of-the-end': [
    ...TO_BUDGET('municipio de Jericó, Antioquia', 'Luz Mery Arango, directora de cultura'),
    '120 millones',
    'colegios, la parroquia, comerciantes',
    'arquitectura y bordados',
    'más turismo entre semana',
    'Turismo cultural',
    'Jericó abre sus puertas',
    'que vengan grupos de afuera todo el año',
    'Luz Mery Arango',
    'primera feria el 15 de octubre de 2028',
    'grupos que llegan: hoy 0, meta 12',
    'corregir fin',
    'junio de 2028',
    'corregir fin: diciembre de 2028',
    'cada seis meses',
  ],
  'budget-below-its-project': [
    'quiero hacer el plan de acción internacional',
    'completa',
    'municipio de Guapi, Cauca',
    'saltar paso',
    'saltar paso',
    'saltar paso',
    'corregir presupuesto: 90 millones',
    'vamos al paso de proyectos',
    'Viche para el mundo',
    'corregir presupuesto del proyecto: 80 millones',
    'cambie el presupuesto a 50 millones',
    'deshacer',
  ],
  'renamed-axis': [
    ...TO_BUDGET('municipio de Pitalito, Huila', 'Jhon Fredy Cuéllar, asesor'),
    '300 millones',
    'cooperativas, el SENA',
    'café especial',
    'mercados nuevos',
    'Café especial y Jóvenes rurales',
    'Escuela de cata',
    'Café especial',
    'formar catadores dentro del eje Café especial',
    'cambie el eje Café especial por Café de altura',
    'corregir ejes',
    'Jóvenes rurales',
    'Escribir otra',
    'Café de altura, jóvenes rurales y agua',
    '¿cómo quedaron los ejes?',
  ],
  'renamed-entity': [
    'buenas, quiero armar el plan',
    'completa',
    'municipio de Santa Rosa, Bolívar',
    'corregir título: Santa Rosa sale al mundo 2027',
    'el municipio no es Santa Rosa, es Santa Rosa del Sur',
    'corregir título',
    'Santa Rosa del Sur sale al mundo 2027',
  ],
  'by-step': [
    ...TO_BUDGET('municipio de Riohacha, La Guajira', 'Keila Epiayú, jefe de planeación'),
    '150 millones',
    'volvamos al paso 3',
    'responsable del plan',
    'Keila Epiayú, secretaria de planeación',
    'quiero corregir el paso de razones',
    'Seguir con el plan',
    'volver al paso 45',
    'vamos al paso de comunicación',
    'completar el paso 6',
    'pescadores y artesanas',
  ],
  undo: [
    ...BEGUN,
    'somos el municipio de Inírida, Guainía y el plan va de 2027 a 2029',
    'deshacer',
    'municipio de Inírida, Guainía',
    'enero de 2027 a diciembre de 2029',
    'quite eso',
    'enero de 2027 a junio de 2029',
    'deshaga',
    'deshacer',
    'deshacer',
    'deshacer',
  ],
} satisfies Record<string, readonly Said[]>;

let office: Office;
const talks = {} as Record<keyof typeof SCRIPTS, Conversed>;
beforeAll(async () => {
  office = await Office.open();
  for (const [name, said] of Object.entries(SCRIPTS))
    talks[name as keyof typeof SCRIPTS] = await office.converse(said);
}, 60_000);
afterAll(() => office.close());

describe('corrections', () => {
  it.each(Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[])(
    '%s reads as when a person last read it',
    async (name) => {
      await expect(transcript(talks[name].lines)).toMatchFileSnapshot(`golden/patterns/${name}.txt`);
    },
  );
});

describe('«no, eran 200»', () => {
  it('corrects the answer just given, in its unit, and the question that waits stays', () => {
    const { plans, answers, asked } = talks['no-eran-200'];
    expect(plans[0]?.resources.budget).toEqual({ amount: 200_000_000, currency: 'COP' });
    expect(answers[8]).toMatch(
      /antes «\$20\.000\.000 COP»; ahora \*\*\$200\.000\.000 COP\*\*[\s\S]*¿Qué actores/,
    );
    expect(plans[0]?.governance.stakeholders?.map(({ name }) => name)).not.toContain('eran 200');
    expect(plans[0]?.resources.head).toEqual({ name: 'Wilmar Gaitán', post: 'secretario de hacienda' });
    expect(asked.filter((key) => key === 'resources.budget')).toHaveLength(1);
  });

  it('shows one answer when asked how it is now', () => {
    expect(talks['no-eran-200'].answers[12]).toMatch(/^\*\*Presupuesto:\*\* \$200\.000\.000 COP/);
  });

  it('takes both dates, a choice and a support back, each to its own question', () => {
    const { plans, waiting } = talks['no-era-febrero'];
    expect([plans[0]?.start, plans[0]?.end]).toEqual(['2027-02', '2028-06']);
    expect(plans[0]?.reasons?.map(({ id }) => id)).toEqual(['funds']);
    expect(plans[0]?.commitment).toMatchObject({ supported: true, sponsor: { name: 'Nubia Romero' } });
    expect(waiting).toBe('resources.head');
  });

  it('leaves an answer that begins with no to the question that waits', () => {
    const plan = talks['answers-that-begin-with-no'].plans[0];
    expect(plan?.entity).toMatchObject({ category: '6', borderZone: false, population: 6500 });
    expect(plan?.entity.contactUnit).toBe('la secretaría de gobierno');
    expect(plan?.title).toBeUndefined();
  });
});

describe('what depends on a corrected answer', () => {
  it('is flagged with the way to it and not deleted: milestones outside a shorter plan', () => {
    const { answers, plans } = talks['dependants-of-the-end'];
    expect(answers[18]).toMatch(
      /No borré nada[\s\S]*«primera feria»[\s\S]*«corregir Hitos \(Jericó abre sus puertas\)»/,
    );
    expect(answers[19]).not.toContain('Ojo');
    expect(plans[0]?.projects?.[0]?.milestones).toHaveLength(1);
    expect(plans[0]?.end).toBe('2028-12');
  });

  it('is flagged where a total falls below its parts, and undone with the change', () => {
    const { answers, plans } = talks['budget-below-its-project'];
    expect(answers[10]).toContain(
      'Los proyectos suman $80.000.000 COP y el presupuesto total es de $50.000.000 COP',
    );
    expect(plans[0]?.resources.budget?.amount).toBe(90_000_000);
    expect(plans[0]?.projects?.[0]?.budget?.amount).toBe(80_000_000);
  });

  it('keeps to a renamed axis, with the old name shown where it is still written', () => {
    const { answers, plans } = talks['renamed-axis'];
    const at = answers.findIndex((said) => said.includes('ahora **Café de altura**'));
    expect(answers[at]).toContain(
      '«Café especial» sigue escrito en: Oportunidades y Objeto (Escuela de cata)',
    );
    const axis = plans[0]?.strategy.axes?.find(({ name }) => name === 'Café de altura');
    expect(plans[0]?.projects?.[0]?.axis).toBe(axis?.id);
  });

  it('is not lost with a list told again: what would go is named first', () => {
    const { answers, choices, plans } = talks['renamed-axis'];
    const at = answers.findIndex((said) => said.includes('se perdería'));
    expect(answers[at]).toContain('no está «Café de altura»');
    expect(choices[at]).toEqual(['Guardar así', 'Escribir otra']);
    expect(plans[0]?.strategy.axes).toHaveLength(3);
  });

  it('tells where the name of the entity stands', () => {
    const { answers, plans } = talks['renamed-entity'];
    expect(answers[4]).toContain('«Santa Rosa» sigue escrito en: Título del plan');
    expect(plans[0]?.title).toBe('Santa Rosa del Sur sale al mundo 2027');
  });
});

describe('a step', () => {
  it('shows its answers to choose one from, and the question that waited comes back', () => {
    const { answers, choices, plans } = talks['by-step'];
    const at = answers.findIndex((said) => said.startsWith('**Paso 3 · '));
    expect(choices[at]).toEqual(['Responsable del plan', 'Presupuesto', 'Seguir con el plan']);
    expect(answers[at + 2]).toContain('¿Qué actores deberían participar?');
    expect(plans[0]?.resources.head?.post).toBe('secretaria de planeación');
  });

  it('that there is none of is said with the way to name one', () => {
    expect(talks['by-step'].answers.join('\n')).toContain('No encontré el paso «45»');
  });
});

describe('undo', () => {
  it('takes one message back after another, and says when there is none left', () => {
    const { answers, plans } = talks.undo;
    expect(answers.filter((said) => said.startsWith('Listo: quité'))).toHaveLength(4);
    expect(answers.filter((said) => said.startsWith('No hay un cambio reciente'))).toHaveLength(2);
    expect(plans[0]?.entity.name).toBeUndefined();
  });
});
