import { beforeAll, describe, expect, it } from 'vitest';
import { type Conversed, converse, transcript } from './play.ts';

const reads = 'reads as it did when a person last read it';

describe('an application to a fund, without a plan', () => {
  let talk: Conversed;
  const said = [
    'quiero postular a un fondo de cooperación',
    'Municipio de Villa Esperanza',
    'el plan de desarrollo promete agua y la plata propia no alcanza',
    'Ana Ruiz, secretaria de Planeación',
    'saltar',
    'la alcaldesa Rosa Mina',
    'ninguno todavía',
    'agua potable en las veredas del norte',
    '¿qué es la cooperación descentralizada?',
    'la mesa del agua de 2025',
    'AECID',
    'Agua rural 2027',
    '30 de marzo de 2027',
    '¿qué régimen de contratación aplico?',
    'un organismo de cooperación',
    '60 %',
    '200.000 euros',
    'cancelar',
    'hola',
    'Continuar la postulación',
    'No hay agua tratada en doce veredas y los niños se enferman',
    '42 % de las viviendas rurales no tiene agua tratada (censo 2025)',
    'no, era el 45 % de las viviendas rurales (censo 2025)',
    '3.200',
    'acueducto veredal, Universidad de Nariño y la cámara de comercio',
    'el acueducto pone la mano de obra',
    'Llevar agua potable a las veredas del norte',
    'instalar plantas de tratamiento; formar comités de agua',
    '4 plantas para 800 hogares',
    'secretario de Obras',
    'de septiembre a diciembre de 2027',
    'formar a los comités',
    'saltar',
    'no sé',
    'hogares con agua tratada',
    'Agua segura',
    'cuatro plantas y comités que las cuidan',
    'de julio de 2027 a junio de 2028',
    '900 millones',
    '950 millones',
    'contrapartida del 20 %; un socio europeo',
    'sí',
    'no',
    'informe cada tres meses',
    'carpeta en Planeación',
    'audiencia pública cada año',
    'ellos financian agua rural y nosotros llevamos seis años en eso',
    'carta de aval; presupuesto detallado',
    'corregir monto que se pide',
    '650 millones',
    'Proyecto',
    'deshacer',
    'Anotar todo',
    'exportar la postulación en PDF',
    'Empezar mi plan',
  ];
  const answerTo = (message: string) => talk.answers[said.indexOf(message)] ?? '';
  beforeAll(async () => {
    talk = await converse(said);
  });

  it(reads, async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/funds.txt');
  });

  it('answers a doubt and a contracting decision on the way, and puts its question again', () => {
    expect(answerTo('¿qué es la cooperación descentralizada?')).toMatch(
      /Sigamos con la postulación\.\s+¿Cómo saben/,
    );
    expect(answerTo('60 %')).toMatch(/50 % o más[\s\S]*¿Cuánto es lo máximo/);
  });

  it('is left and gone back to where it stood', () => {
    expect(answerTo('cancelar')).toContain('queda guardado');
    expect(talk.choices[said.indexOf('hola')]).toContain('Continuar la postulación');
    expect(answerTo('Continuar la postulación')).toMatch(
      /Lleva 11 de \d+[\s\S]*¿Qué problema quiere resolver\?/,
    );
  });

  it('corrects an answer and goes on with the question that waited', () => {
    const at = said.findIndex((one) => one.startsWith('no, era'));
    expect(talk.answers[at]).toMatch(/Cambié \*\*Datos del problema\*\*[\s\S]*¿A cuántas personas afecta\?/);
  });

  it('suggests what the data show, and no longer what was corrected', () => {
    const first = answerTo('carta de aval; presupuesto detallado');
    expect(first).toContain('«formar comités de agua» no tiene una cifra');
    expect(first).toContain('«formar comités de agua» no tiene responsable');
    expect(first).not.toContain('«instalar plantas de tratamiento» no tiene');
    expect(first).toContain('más que el costo total');
    expect(answerTo('650 millones')).not.toContain('más que el costo total');
  });

  it('hands over a document with everything told, marked where it is pending, with sources', () => {
    const document = talk.documents.at(-1) ?? '';
    for (const told of [
      'Agua segura',
      'Municipio de Villa Esperanza',
      'Ana Ruiz',
      'Rosa Mina',
      '45 % de las viviendas rurales',
      '3.200',
      'Universidad de Nariño',
      '4 plantas para 800 hogares',
      'secretario de Obras',
      '650.000.000',
      '250.000.000',
      'un socio europeo',
      'carta de aval',
    ])
      expect(document).toContain(told);
    expect(document).toMatch(/pendiente/i);
    expect(document).not.toContain('42 %');
    expect(document).toContain('Guía de acción internacional');
    expect(talk.lines.some(({ text }) => text === '(archivo: postulacion-agua-segura.pdf)')).toBe(true);
  });

  it('writes in the plan what the official says, once not undone', () => {
    expect(answerTo('Proyecto')).toContain('Anotado en su plan. **Proyecto:** Agua segura');
    expect(answerTo('deshacer')).toMatch(/quité[\s\S]*\*\*Proyecto:\*\* Agua segura/);
    const [plan] = talk.plans;
    expect(talk.plans).toHaveLength(1);
    expect(plan?.entity.name).toBe('Municipio de Villa Esperanza');
    expect(plan?.commitment.sponsor).toEqual({ name: 'Rosa Mina', post: 'alcaldesa' });
    expect(plan?.profile.needs).toEqual(['agua potable en las veredas del norte']);
    expect(plan?.governance.stakeholders?.map(({ sector }) => sector)).toContain('academic');
    expect(plan?.projects).toMatchObject([
      {
        name: 'Agua segura',
        budget: { amount: 900_000_000, currency: 'COP' },
        start: '2027-07',
        end: '2028-06',
        milestones: [{ name: '4 plantas para 800 hogares', date: '2027-12' }],
      },
    ]);
  });
});

describe('an application to a fund, in the middle of the plan', () => {
  let talk: Conversed;
  const said = [
    'Empezar mi plan',
    'corta',
    'Villa Esperanza, Nariño',
    'La responsable del plan es Marta Rosero, secretaria de Planeación. Las necesidades son agua potable y empleo joven. Los actores son el SENA y la cooperativa de caficultores.',
    'Otras tareas',
    'Preparar una postulación',
    'Usar lo del plan',
    'queremos exportar café',
    'sí',
    'ver mi plan',
    'volver al plan',
    'municipio',
    { days: 5 },
    'preparar una postulación',
    'Continuar',
    'saltar',
    'saltar',
    'saltar',
    'Empleo joven',
    '¿qué me falta?',
    'exportar',
    'ver la postulación',
    'corregir responsable',
    'Pedro Gil, asesor',
    'saltar paso',
    'saltar paso',
    'sí',
    'pausar',
    'sigamos',
  ];
  const at = (message: string) => said.indexOf(message) - (said.indexOf(message) > 12 ? 1 : 0);
  const answerTo = (message: string) => talk.answers[at(message)] ?? '';
  beforeAll(async () => {
    talk = await converse(said);
  });

  it(reads, async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/funds-in-plan.txt');
  });

  it('proposes what the plan holds, taken with its button or a yes', () => {
    expect(answerTo('Preparar una postulación')).toContain('Su plan dice: «Villa Esperanza»');
    expect(answerTo('Usar lo del plan')).toContain('✔ **Entidad que postula:** Villa Esperanza');
    expect(answerTo('sí')).toContain('✔ **Responsable:** Marta Rosero, secretaria de Planeación');
    expect(answerTo('Empleo joven')).toContain('✔ **Necesidad:** empleo joven');
  });

  it('shows the plan from inside and puts its own question again', () => {
    expect(answerTo('ver mi plan')).toMatch(/\*\*Entidad:\*\* Villa Esperanza[\s\S]*¿Quiénes le ayudan/);
  });

  it('lets the plan go on, and days later offers to continue', () => {
    expect(answerTo('volver al plan')).toMatch(/queda guardado[\s\S]*¿Qué clase de entidad es\?/);
    expect(talk.choices[at('preparar una postulación')]).toEqual(['Continuar', 'Empezar otra vez']);
    expect(answerTo('Continuar')).toMatch(/Lleva 3 de[\s\S]*¿Quiénes le ayudan a prepararla\?/);
  });

  it('tells what it lacks and how it stands, and hands itself over halfway', () => {
    expect(answerTo('¿qué me falta?')).toMatch(/datos importantes:[\s\S]*Problema[\s\S]*¿Cómo saben/);
    expect(answerTo('exportar')).toContain('Aquí está la postulación como va hasta ahora');
    expect(talk.documents[0]).toContain('empleo joven');
    expect(answerTo('ver la postulación')).toMatch(/Lo que lleva hasta ahora[\s\S]*queremos exportar café/);
  });

  it('corrects its own answer and leaves the one of the plan', () => {
    expect(answerTo('Pedro Gil, asesor')).toContain('antes «Marta Rosero');
    expect(talk.plans[0]?.resources.head).toEqual({ name: 'Marta Rosero', post: 'secretaria de Planeación' });
    expect(talk.plans[0]?.entity.kind).toBe('municipality');
  });
});

describe('a city network, weighed in the middle of the plan', () => {
  let talk: Conversed;
  const said = [
    'Empezar mi plan',
    'corta',
    'Puerto Acacias, Meta',
    'El proyecto es Intercambio de guías de naturaleza.',
    'quiero unirme a una red de ciudades',
    'Mercociudades',
    'integrar a las ciudades de Suramérica',
    'sí',
    'en parte',
    '1',
    'no, ninguna otra',
    'capitales y ciudades intermedias, varias con turismo',
    '¿qué beneficios tienen las redes de ciudades?',
    'sí',
    'dos reuniones al año',
    '2.000 dólares',
    'no sé',
    'sí',
    'sí',
    'Julián Ortega',
    'con una carta del alcalde',
    'continuar la evaluación de la red',
    'sí',
    'Anotar todo',
    'perdón, es una cuota',
  ];
  beforeAll(async () => {
    talk = await converse(said);
  });

  it(reads, async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/network-in-plan.txt');
  });

  it('recommends nothing while what decides is not known, and offers nothing to the plan', () => {
    const first = talk.answers[20];
    expect(first).toMatch(/Por averiguar:\*\* si hay recursos económicos/);
    expect(first).toContain('todavía no hay con qué decidir');
    expect(first).not.toContain('Anotar');
  });

  it('asks for it again, and then says what the answers say, with the guide as source', () => {
    expect(talk.answers[21]).toContain('¿Su entidad tiene recursos económicos');
    const balance = talk.answers[22] ?? '';
    expect(balance).toMatch(/A favor:\*\*.*no hay otra red más cercana/);
    expect(balance).toMatch(/A medias:\*\* ayuda solo en parte a sus acciones/);
    expect(balance).toContain('positivo, con reparos');
    expect(balance).toContain('preparar la solicitud escrita');
    expect(balance).toContain('solicitudes escritas por parte de los jefes de gobierno local');
    expect(balance).toContain('guía oficial, 2025');
  });

  it('becomes an actor and an action of the project it helps', () => {
    const [plan] = talk.plans;
    expect(plan?.governance.stakeholders).toMatchObject([{ name: 'Mercociudades', sector: 'international' }]);
    expect(plan?.projects).toMatchObject([
      {
        name: 'Intercambio de guías de naturaleza',
        cooperationActions: ['Vincularse a la red Mercociudades'],
      },
    ]);
  });

  it('returns to the step of the plan', () => {
    expect(talk.answers[23]).toContain('Volvamos a su plan');
  });
});

describe('a city network, in English and without a plan', () => {
  let talk: Conversed;
  beforeAll(async () => {
    talk = await converse([
      'english',
      'we want to join a network of cities',
      'ICLEI',
      'skip',
      'no',
      'cancel',
      'continue the assessment of the network',
      'no',
      'undo',
      'no',
      'yes',
      'Metropolis, it has more ports',
      'skip',
      'skip',
      'skip',
      'none',
      'yes',
      'yes',
      'partly',
      'skip',
      'skip',
      'start my plan',
    ]);
  });

  it(reads, async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/network-english.txt');
  });

  it('goes back to its question, with what was told before', () => {
    expect(talk.answers[5]).toContain('What you told me is kept');
    expect(talk.answers[6]).toMatch(/Let us go on where we were[\s\S]*contribute directly/);
    expect(talk.answers[8]).toMatch(/contribute directly/);
  });

  it('advises against joining where the network does not fit, and writes nothing', () => {
    const balance = talk.answers[20] ?? '';
    expect(balance).toMatch(/does not suit you to join now[\s\S]*it does not match your objectives/);
    expect(balance).not.toContain('Write it all');
    expect(balance).not.toContain('Next step');
    expect(talk.plans[0]?.governance).toEqual({});
  });
});
