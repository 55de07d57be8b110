import { beforeAll, describe, expect, it } from 'vitest';
import { type Conversed, converse, transcript } from './play.ts';

describe('an answer, and what a person does with it', () => {
  let talk: Conversed;
  const said = [
    '¿Qué es una red de ciudades?',
    'más',
    'fuente 2',
    'resuma',
    '¿y qué beneficios tienen?',
    'fuente 9',
  ];
  beforeAll(async () => {
    talk = await converse(said);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/follow-ups.txt');
  });

  it('offers three next questions under the answer', () => {
    expect(talk.choices[0]?.filter((one) => one.startsWith('¿'))).toHaveLength(3);
    expect(talk.choices[0]).toContain('Más detalles');
  });

  it('numbers the sources of «más» on', () => {
    expect(talk.answers[0]).toMatch(/\[1\\\][\s\S]*\[2\\\]/);
    expect(talk.answers[1]).toMatch(/\[3\\\]/);
    expect(talk.answers[1]).not.toMatch(/\[1\\\]/);
  });

  it('opens the whole passage of a source under its heading, with kind and date', () => {
    expect(talk.answers[2]).toMatch(/Según la guía de 2025: \*\*.+\*\* \[\\\[2\\\]\]/);
    expect(talk.answers[2]).toContain('guía oficial, 2025');
  });

  it('sums that passage up in less words of its own', () => {
    expect(talk.answers[3]?.length).toBeLessThan(talk.answers[2]?.length ?? 0);
    expect(talk.answers[3]).toMatch(/\[2\\\]/);
  });

  it('reads the next question with the first one', () => {
    expect(talk.answers[4]).toMatch(/red(?:es)?/);
    expect(talk.answers[4]).toContain('redes de ciudades');
  });

  it('says which sources there are', () => {
    expect(talk.answers[5]).toMatch(/fuentes? 1/);
  });
});

describe('a question that the documents do not answer', () => {
  let talk: Conversed;
  beforeAll(async () => {
    talk = await converse(['¿Cuánto gana un alcalde?', '2', 'resuma', 'más']);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/nearest.txt');
  });

  it('offers the nearest passages by name, and opens the one chosen with its source', () => {
    expect(talk.answers[0]).toContain('No encontré la respuesta');
    expect(talk.choices[0]?.filter((one) => one.startsWith('Abrir: '))).toHaveLength(3);
    const name = talk.choices[0]?.[1]?.replace('Abrir: ', '').replace('…', '') as string;
    expect(talk.answers[1]).toContain(name);
    expect(talk.answers[1]).toMatch(/\*\* \[\\\[2\\\]\]/);
  });

  it('has no more to tell on the question itself', () => {
    expect(talk.answers[3]).toContain('quedó sin respuesta');
  });
});

describe('the contracting decision', () => {
  let whole: Conversed;
  let inPlan: Conversed;
  beforeAll(async () => {
    whole = await converse([
      '¿Qué régimen de contratación aplico?',
      'un organismo de cooperación',
      '40 %',
      'no, era el 60 %',
      'fuente 1',
      '¿Puedo firmar un hermanamiento?',
    ]);
    inPlan = await converse([
      'Empezar mi plan',
      'corta',
      'Ipiales',
      'decisión de contratación',
      '¿Puedo firmar un tratado?',
      'más',
      'Volver a la pregunta',
      'un banco multilateral',
      'no, es un ente público extranjero',
      'municipio',
      'decisión de contratación',
      'cancelar',
      'Nariño',
      '¿Puedo firmar un convenio de cooperación?',
      'más',
      'resuma',
      'Seguir con el plan',
    ]);
  });

  it('reads whole as it did when a person last read it', async () => {
    await expect(transcript(whole.lines)).toMatchFileSnapshot('golden/contracting.txt');
  });

  it('reads in the middle of the plan as it did when a person last read it', async () => {
    await expect(transcript(inPlan.lines)).toMatchFileSnapshot('golden/contracting-in-plan.txt');
  });

  it('ends in the row of the table, norm by norm, with sources and the advice to confirm', () => {
    expect(whole.answers[2]).toMatch(
      /menos del 50 %[\s\S]*Decreto 1510 de 2013, art\. 157[\s\S]*Ley 80 de 1993/,
    );
    expect(whole.answers[2]).toContain('confirme con su oficina jurídica');
    expect(whole.answers[2]).toContain('**Fuentes**');
  });

  it('is corrected after its end', () => {
    expect(whole.answers[3]).toMatch(
      /antes «40 %»; ahora \*\*60 %\*\*[\s\S]*puede someterse a los reglamentos/,
    );
  });

  it('makes no plan of its own', () => {
    expect(whole.plans).toEqual([]);
  });

  it('answers a doubt on the way and puts its question again, once', () => {
    expect(inPlan.answers[4]).toMatch(/Presidente de la República[\s\S]*¿Quién da el dinero/);
    expect(inPlan.answers[5]).not.toContain('¿Quién da el dinero');
    expect(inPlan.answers[6]).toContain('¿Quién da el dinero');
  });

  it('returns to the step of the plan where it began, ended, corrected or left', () => {
    for (const at of [7, 8])
      expect(inPlan.answers[at]).toMatch(/Volvamos a su plan\.\s+¿Qué clase de entidad es\?/);
    expect(inPlan.answers[8]).toContain('lo que acuerden las partes');
    expect(inPlan.answers[11]).toMatch(
      /Dejamos la decisión de contratación[\s\S]*¿En qué departamento queda\?/,
    );
    expect(inPlan.plans[0]?.entity).toMatchObject({
      name: 'Ipiales',
      kind: 'municipality',
      department: 'Nariño',
    });
  });

  it('leaves the plan to its step after a question on what may be signed, put again once', () => {
    const waiting = inPlan.answers[13]?.split('\n\n').at(-1) as string;
    expect(inPlan.answers[13]).toMatch(/^Sí: su entidad puede celebrar acuerdos o convenios/);
    expect(waiting).toContain('¿');
    for (const at of [14, 15]) expect(inPlan.answers[at]).not.toContain(waiting);
    expect(inPlan.answers[16]).toContain(waiting);
  });
});
