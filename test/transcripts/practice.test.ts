import { beforeAll, describe, expect, it } from 'vitest';
import { type Conversed, converse, transcript } from './play.ts';

const last = (talk: Conversed) => talk.answers.at(-1) ?? '';
const at = (talk: Conversed, said: readonly string[], message: string) =>
  talk.answers[said.indexOf(message)] ?? '';

describe('a practice evaluated quickly, in Spanish', () => {
  const said = [
    'quiero evaluar una práctica',
    'Hermanamiento con Quetzaltenango',
    'Intercambio de caficultores y estudiantes con esa ciudad',
    '2022 a 2024',
    'la universidad, la cooperativa de caficultores',
    'ruta rápida',
    ...[
      'sí',
      'en parte - hablamos con la agencia',
      'no',
      'sí',
      'sí',
      'sí, con mesas de trabajo',
      'no',
      'en parte',
    ],
    ...['no sé', 'no', 'sí', 'sí', 'no', 'sí', 'sí', 'no aplica'],
    'ninguno',
    'fuente 2',
    'Informe en PDF',
  ];
  let talk: Conversed;
  beforeAll(async () => {
    talk = await converse(said);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/practice-quick.txt');
  });

  it('asks one question a criterion and says how far it is', () => {
    for (const n of [1, 8, 16]) expect(talk.answers.join('\n')).toContain(`Criterio ${n} de 16`);
  });

  it('scores from what was answered only', () => {
    const outcome = at(talk, said, 'ninguno');
    expect(outcome).toMatch(/64 de 100.*promedio de 14 criterios.*14 de 16 respuestas.*Queda una respuesta/);
    expect(outcome).toMatch(/1\. \*\*Enfoque ODS:\*\* .*\[\\\[1\\\]\]/);
  });

  it('cites the passage of the guide that describes the criterion', () => {
    expect(at(talk, said, 'fuente 2')).toMatch(/TRANSPARENCIA/);
  });

  it('makes no plan', () => {
    expect(talk.plans).toEqual([]);
    expect(talk.choices.at(-1)).toContain('Informe en Word');
  });
});

describe('a practice evaluated in full, in the middle of a plan', () => {
  const said = [
    'Empezar mi plan',
    'corta',
    'Ipiales',
    'Evaluar una práctica',
    'Festival binacional',
    'feria anual de cultura con Tulcán',
    'desde 2019',
    'Tulcán, Cámara de Comercio',
    'completa',
    '1 sí, 2 no, 3 en parte — hay actas de 2023',
    'no, no, no sé',
    'sí a todo',
    '¿Qué son los ODS?',
    'sí, sí, sí',
    'no, era sí a todo menos la 3',
    'sí, no',
    '1 sí, 3 no',
    'no sé',
    'más o menos',
    'atrás',
    'sí a todo',
    'no aplica',
    '1 no porque no hay plata, 2 y 3 sí',
    'todas no',
    'deshacer',
    'sí a todo menos la 2',
    '1 y 2 sí, lo demás no sé',
    'saltar',
    'sí, no, no aplica',
    'no a todo',
    'sí',
    'corregir inclusión',
    '1 sí, 2 sí, 3 no',
    'sí a todo',
    'sí, no, sí',
    'Cooperación descentralizada e indicadores propios',
    '1, jóvenes formados: antes 0, después 40',
    '8',
    'de 1 a 4 convenios, mejoró',
    'Anotarla en el plan',
    'Seguir con el plan',
    'municipio',
  ];
  let talk: Conversed;
  beforeAll(async () => {
    talk = await converse(said);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/practice-in-plan.txt');
  });

  it('puts the three questions of a criterion in one message', () => {
    expect(at(talk, said, 'completa')).toMatch(/Criterio 1 de 16[\s\S]*\n1\. ¿[\s\S]*\n2\. ¿[\s\S]*\n3\. ¿/);
  });

  it('answers a question on the way and puts its own again', () => {
    expect(at(talk, said, '¿Qué son los ODS?')).toMatch(
      /Objetivos de Desarrollo Sostenible[\s\S]*Sigamos con la evaluación[\s\S]*Criterio 4 de 16/,
    );
  });

  it('corrects the answer before without leaving out the question that waits', () => {
    expect(at(talk, said, 'no, era sí a todo menos la 3')).toMatch(
      /Cambié \*\*Eficiencia\*\*[\s\S]*Criterio 5 de 16/,
    );
  });

  it('tells the figures with their change', () => {
    const outcome = at(talk, said, 'de 1 a 4 convenios, mejoró');
    expect(outcome).toContain('antes 1, después 4 (convenios); cambio: +3; +300 %; según usted, mejoró');
    expect(outcome).toContain('antes 0, después 40; cambio: +40; partía de cero');
  });

  it('keeps in the plan what was agreed to, and nothing else', () => {
    const [plan] = talk.plans;
    expect(plan?.profile.antecedents).toHaveLength(1);
    expect(plan?.profile.antecedents?.[0]).toMatch(
      /^Práctica evaluada: Festival binacional \(desde 2019\)\. Puntaje: \d+/,
    );
    expect(plan?.indicators).toBeUndefined();
    expect(plan?.entity).toEqual({ name: 'Ipiales', kind: 'municipality' });
  });

  it('gives the plan back where it was', () => {
    expect(at(talk, said, 'Seguir con el plan')).toContain('¿Qué clase de entidad es?');
    expect(last(talk)).toContain('¿En qué departamento queda?');
  });
});

describe('a practice evaluated in English', () => {
  const said = [
    'english',
    'I want to evaluate a practice',
    'Sister city with Tulcán',
    'exchange of firefighters',
    '2021-2023',
    'Tulcán fire brigade',
    'full',
    ...[
      'yes to all',
      '1 yes, 2 no, 3 partly',
      "no, no, I don't know",
      'yes, no, not applicable',
      'all yes except 2',
    ],
    ...[
      'partly',
      'yes',
      'no',
      "I don't know",
      '1 yes, the rest no',
      'yes to all',
      'no to all',
      'not applicable',
    ],
    ...['1 and 2 yes, 3 no - see the 2023 report', 'yes, yes, no', 'no'],
    'academic, our own indicators',
    '1; firefighters trained: before 0, after 25',
    'from 4 to 3',
    'Report in Word',
    'correct inclusion',
    'yes to all',
  ];
  let talk: Conversed;
  beforeAll(async () => {
    talk = await converse(said);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/practice-english.txt');
  });

  it('tells its outcome in English, with the change of each figure', () => {
    const outcome = at(talk, said, 'from 4 to 3');
    expect(outcome).toMatch(/Overall score: \*\*\d+ of 100\*\*/);
    expect(outcome).toContain('International students enrolled: before 4, after 3; change: −1; −25%');
    expect(outcome).not.toMatch(/Fortalezas|Puntaje|pendiente/);
  });

  it('is corrected after its report', () => {
    expect(last(talk)).toMatch(/I changed|Changed|✔/);
    expect(last(talk)).toMatch(/Overall score/);
  });
});
