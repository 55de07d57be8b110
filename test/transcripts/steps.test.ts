import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import { type Conversed, converse, transcript } from './play.ts';

const START = ['Quiero hacer un plan para el municipio de Salento, Quindío', 'completa'];
const planOf = ({ plans }: Conversed): Plan => {
  const [plan] = plans;
  if (!plan || plans.length !== 1) throw new Error(`the conversation left ${plans.length} plans`);
  return plan;
};

/** What was said in answer to a message. */
function answerTo(told: Conversed, messages: readonly string[], message: string): string {
  return told.answers[messages.lastIndexOf(message)] ?? '';
}

describe('the strategy, from retos to desafíos', () => {
  const messages = [
    ...START,
    'corregir presupuesto',
    '100 millones para 2027',
    'corregir ejes',
    'Turismo de aves, queso con origen, jóvenes conectados',
    'sí',
    'corregir reto (Turismo de aves)',
    'fortalecer la formación de guías locales',
    'Guardar así',
    'corregir desafío (Turismo de aves)',
    'Formar y certificar diez guías bilingües',
    'corregir reto (queso con origen)',
    'el queso',
    'Escribir otra',
    '¿Cómo vender el queso fuera del país?',
    'corregir objetivos del eje (Turismo de aves)',
    'General: atraer visitantes\nEspecífico: formar diez guías (20 millones)\nEspecífico: abrir tres miradores (50 millones)',
    'corregir presupuesto del eje (Turismo de aves)',
    '60 millones',
    'corregir presupuesto del eje (queso con origen)',
    '70 millones',
  ];
  let told: Conversed;
  beforeAll(async () => {
    told = await converse(messages);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/strategy.txt');
  });

  it('keeps the retos as questions and the desafío under its own', () => {
    const [birds, cheese] = planOf(told).strategy.axes ?? [];
    expect(birds).toMatchObject({
      challengeQuestion: '¿Cómo fortalecer la formación de guías locales?',
      challenge: 'Formar y certificar diez guías bilingües',
      budget: { amount: 60_000_000 },
    });
    expect(birds?.objectives?.map(({ level, budget }) => [level, budget?.amount])).toEqual([
      ['general', undefined],
      ['specific', 20_000_000],
      ['specific', 50_000_000],
    ]);
    expect(cheese?.challengeQuestion).toBe('¿Cómo vender el queso fuera del país?');
  });

  it('quotes the reto when it asks the desafío, and says which sums go over', () => {
    expect(answerTo(told, messages, 'corregir desafío (Turismo de aves)')).toContain(
      'El reto es: «¿Cómo fortalecer la formación de guías locales?»',
    );
    expect(answerTo(told, messages, '60 millones')).toContain('los objetivos específicos suman');
    expect(answerTo(told, messages, '70 millones')).toContain('los ejes suman');
  });
});

describe('a project with its sixteen aspects, deleted and brought back', () => {
  const messages = [
    ...START,
    'agregar otro proyecto: Ruta de aves',
    'sur-sur con Otavalo',
    'técnica',
    'formar diez guías de aves',
    'convocar, formar con Otavalo y certificar',
    'diez guías certificados; una ruta publicada',
    'Ana Ruiz, secretaria de Turismo',
    'un salón y binoculares',
    'la universidad regional y la alcaldía de Otavalo',
    '20 millones',
    'mitad recursos propios y mitad de un cooperante',
    'juntas comunales y colegio rural',
    'treinta jóvenes rurales',
    'marzo de 2027',
    'noviembre de 2027',
    'primero el convenio, luego la formación',
    'ver toda la lista',
    '1 y 5',
    'Listo, seguir',
    'ver toda la lista',
    'ver más opciones',
    '18',
    'Listo, seguir',
    'convenio firmado el 30 de abril de 2027; primer curso en julio de 2027, responsable Luis Paz',
    '1: la misma',
    'que el socio se retire; medida: firmar antes un convenio',
    'con el plan local de turismo',
    'videos cortos en redes cada mes',
    'encuesta a los guías antes y un año después',
    'la asociación de guías mantiene la ruta',
    'no',
    'guías certificados: hoy 0, meta 10',
    'ver proyectos',
    'borrar el proyecto Ruta de aves',
    'Sí, borrar',
    'ver proyectos',
    'deshacer',
    'cambie el nombre del proyecto Ruta de aves a Ruta de aves de montaña',
    'borrar el hito primer curso',
  ];
  let told: Conversed;
  beforeAll(async () => {
    told = await converse(messages);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/project.txt');
  });

  it('is whole again after «deshacer», with its new name and without the milestone deleted', () => {
    const plan = planOf(told);
    expect(plan.projects).toHaveLength(1);
    expect(plan.projects?.[0]).toMatchObject({
      name: 'Ruta de aves de montaña',
      dimension: 'south-south',
      object: 'formar diez guías de aves',
      process: 'convocar, formar con Otavalo y certificar',
      results: ['diez guías certificados', 'una ruta publicada'],
      responsible: { name: 'Ana Ruiz', post: 'secretaria de Turismo' },
      resources: 'un salón y binoculares',
      budget: { amount: 20_000_000, currency: 'COP' },
      funding: 'mitad recursos propios y mitad de un cooperante',
      start: '2027-03',
      end: '2027-11',
      sequence: 'primero el convenio, luego la formación',
      cooperationActions: ['Buscar un socio', 'Firmar acuerdos y hermanamientos'],
      competitionActions: ['Promover el turismo receptivo'],
      milestones: [{ name: 'convenio firmado', date: '2027-04-30', responsible: { name: 'Ana Ruiz' } }],
      risks: [{ risk: 'que el socio se retire', mitigation: 'firmar antes un convenio' }],
      synergies: 'con el plan local de turismo',
      communication: 'videos cortos en redes cada mes',
      impactEvaluation: 'encuesta a los guías antes y un año después',
      sustainability: 'la asociación de guías mantiene la ruta',
    });
    expect(plan.indicators).toMatchObject([{ name: 'guías certificados', baseline: 0, target: 10 }]);
  });

  it('says before what goes with it, and afterwards that nothing is left', () => {
    expect(answerTo(told, messages, 'borrar el proyecto Ruta de aves')).toMatch(
      /2 hitos.*riesgo[\s\S]*guías certificados/,
    );
    expect(answerTo(told, messages, 'ver proyectos')).toContain('todavía no tiene proyectos');
  });
});

describe('looking through the guide’s indicators', () => {
  const messages = [
    ...START,
    'agregar otro proyecto: Ruta de aves',
    'corregir indicadores',
    'ver toda la lista',
    '1',
    '3',
    'ver más opciones',
    '13 y 14',
    'Otros grupos',
    'cooperación multilateral',
    'adhesiones a nuevas redes',
    'guías certificados: hoy 0, meta 10',
    'ver indicadores',
    'borrar el indicador Nuevos mercados de importación',
    'sí',
    'english please',
    'change indicators',
    'see the whole list',
    '7',
    '1 and 3',
    'Done, go on',
  ];
  let told: Conversed;
  beforeAll(async () => {
    told = await converse(messages);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/indicators.txt');
  });

  it('keeps those chosen by their ids, and one of one’s own', () => {
    const plan = planOf(told);
    expect(plan.indicators?.map(({ guide, name }) => guide ?? name)).toEqual([
      'economic-3',
      'economic-13',
      'multilateral-3',
      'guías certificados',
      'positioning-1',
      'positioning-3',
    ]);
    expect(plan.projects?.[0]?.indicators).toHaveLength(6);
  });

  it('never shows a page of more than ten', () => {
    for (const answer of told.answers)
      expect(answer.split('\n').filter((line) => /^\d+\. /.test(line)).length).toBeLessThanOrEqual(10);
  });
});

describe('recording how the plan goes', () => {
  const messages = [
    'registrar avance',
    ...START,
    'agregar otro proyecto: Ruta de aves',
    'corregir hitos',
    'convenio firmado en octubre de 2026; primer curso en julio de 2027; mirador abierto en agosto de 2026',
    'el hito convenio firmado ya se cumplió',
    'el acta está en la carpeta del proyecto',
    'se atrasó el hito primer curso, queda para agosto',
    'el socio no tiene instructor',
    'contratar uno de la universidad antes de junio',
    'avance del proyecto Ruta de aves: se formaron seis guías',
    'ninguna',
    'registrar una desviación',
    'Ruta de aves',
    'los binoculares costaron el doble',
    'usar los del parque',
    '15 de noviembre',
    'registrar revisión del plan',
    'se retira el proyecto de ferias',
    'el cooperante cerró su oficina',
    'Hoy',
    'ver seguimiento',
    'registrar un avance en el proyecto Ruta de aves: se imprimió el mapa',
    'no',
    'deshacer',
    'ver avances',
    'el hito puente ya se cumplió',
    'cancelar',
  ];
  let told: Conversed;
  beforeAll(async () => {
    told = await converse(messages);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/tracking.txt');
  });

  it('asks for a plan first', () => {
    expect(told.answers[0]).toContain('Todavía no hay un plan');
  });

  it('keeps progress, deviations and revisions with their days, and brings the milestones up to date', () => {
    const plan = planOf(told);
    expect(plan.projects?.[0]?.milestones).toMatchObject([
      { name: 'convenio firmado', date: '2026-10', state: 'done' },
      { name: 'primer curso', date: '2027-08', state: 'delayed' },
      { name: 'mirador abierto', date: '2026-08' },
    ]);
    expect(plan.followUp.progress).toEqual([
      {
        id: 'progress-1',
        date: '2026-11-21',
        subject: 'convenio firmado',
        note: 'el acta está en la carpeta del proyecto',
        project: 'project-1',
        milestone: 'milestone-1',
        state: 'done',
      },
      {
        id: 'progress-2',
        date: '2026-11-21',
        subject: 'primer curso',
        note: 'el socio no tiene instructor',
        deviation: 'Estaba previsto para julio de 2027; ahora, para agosto de 2027',
        measure: 'contratar uno de la universidad antes de junio',
        project: 'project-1',
        milestone: 'milestone-2',
        state: 'delayed',
        due: '2027-08',
      },
      {
        id: 'progress-3',
        date: '2026-11-21',
        subject: 'Ruta de aves',
        note: 'se formaron seis guías',
        project: 'project-1',
      },
      {
        id: 'progress-4',
        date: '2026-11-15',
        subject: 'Ruta de aves',
        note: 'Se presentó una desviación',
        deviation: 'los binoculares costaron el doble',
        measure: 'usar los del parque',
        project: 'project-1',
      },
    ]);
    expect(plan.followUp.revisions).toEqual([
      {
        id: 'revision-1',
        date: '2026-11-21',
        note: 'se retira el proyecto de ferias',
        reason: 'el cooperante cerró su oficina',
      },
    ]);
  });

  it('shows them with what is overdue, and without what was taken back', () => {
    const shown = answerTo(told, messages, 'ver avances');
    expect(shown).toMatch(/mirador abierto · agosto de 2026 · Previsto · \*\*venció sin cumplirse\*\*/);
    expect(shown).toContain('primer curso · agosto de 2027 · Atrasado');
    expect(shown).not.toContain('mapa');
  });
});
