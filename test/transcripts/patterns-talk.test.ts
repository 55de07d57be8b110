import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCRIPTS } from './patterns-talk.ts';
import { type Conversed, Office, transcript } from './play.ts';

type Name = keyof typeof SCRIPTS;
let office: Office;
const talks = {} as Record<Name, Conversed>;
beforeAll(async () => {
  office = await Office.open();
  for (const [name, said] of Object.entries(SCRIPTS)) talks[name as Name] = await office.converse(said);
}, 60_000);
afterAll(() => office.close());

describe('talks', () => {
  it.each(Object.keys(SCRIPTS) as Name[])('%s reads as when a person last read it', async (name) => {
    await expect(transcript(talks[name].lines)).toMatchFileSnapshot(`golden/patterns/${name}.txt`);
  });
});

const said = (name: Name) => talks[name].answers.join('\n');

describe('a digression', () => {
  it('returns to the question that waited, once, and takes nothing for its answer', () => {
    const { answers, plans, waiting } = talks['digression-and-return'];
    for (const at of [3, 4]) {
      expect(answers[at]).toMatch(
        /\[1\\\][\s\S]*Volvamos a su plan\.\s+¿Cuándo empieza y cuándo termina el plan\?/,
      );
      expect(answers[at]?.match(/¿Cuándo empieza y/g)).toHaveLength(1);
    }
    expect(plans[0]).toMatchObject({ start: '2027', end: '2028' });
    expect(waiting).toBe('commitment.sponsor');
  });

  it('into another workflow returns to the plan as well', () => {
    const { answers, plans } = talks['another-workflow-and-return'];
    expect(answers[6]).toMatch(/50 % o más[\s\S]*Volvamos a su plan\.\s+¿Cuántos habitantes/);
    expect(plans[0]?.entity).toMatchObject({ population: 8200, category: '6' });
  });
});

describe('help', () => {
  it('shows how other cities did it, with the source, one after another', () => {
    const { answers, choices, plans } = talks['help-from-other-cities'];
    expect(answers[3]).toContain('La guía no cuenta cómo lo hizo otra ciudad');
    expect(choices[4]).not.toContain('Ver un ejemplo de otra ciudad');
    expect(choices[6]).toContain('Ver un ejemplo de otra ciudad');
    expect(answers[7]).toMatch(
      /\*\*Neiva\*\*, según la guía de 2025: «.+» \[\\\[1\\\]\][\s\S]*guía oficial, 2025/,
    );
    expect(answers[8]).toContain('**Cali**');
    expect(plans[0]?.transversality.areas?.map(({ name }) => name)).toEqual([
      'planeación',
      'cultura',
      'hacienda',
    ]);
  });

  it('repeats the question in whatever words it is asked to', () => {
    const { answers } = talks.repeat;
    for (const at of [3, 4]) expect(answers[at]).toBe('¿Cuándo empieza y cuándo termina el plan?');
    expect(answers[5]).toContain('Puede dar las dos fechas de una vez');
  });
});

describe('going back and putting off', () => {
  it('leads to what was put off, and lists what a presentable plan lacks', () => {
    const { plans, answers } = talks['back-skip-and-do-not-know'];
    expect(plans[0]?.entity).toMatchObject({ population: 14_000, borderZone: false });
    expect(answers[5]).toMatch(/queda como «pendiente»/);
    expect(answers.at(-1)).toMatch(/Al plan le quedan \d+ vacíos[\s\S]*- \*\*Responsable del plan:/);
  });
});

describe('coming back', () => {
  it('after days tells in one paragraph where the plan was, what was kept, how far and what comes', () => {
    const recap = talks['back-after-three-days'].answers[6]?.split('\n')[0];
    expect(recap).toMatch(
      /de vuelta\. Estábamos en el paso 2 de 14, «Compromiso político», del plan de Uribia\. .*\*\*Razones\*\*.* Lleva \d+ de \d+ respuestas .* calculo unos \d+ minutos más\. Después sigue «Recursos y estructura»/,
    );
    expect(talks['back-after-three-days'].answers[8]).toMatch(/^Hola\. Aquí seguimos\./);
  });

  it('with an answer at once takes it, after the recap', () => {
    const { answers, plans } = talks['answers-at-once-after-two-days'];
    expect(answers[4]).toMatch(/^Qué bueno tenerle de vuelta[\s\S]*✔ \*\*Razones:\*\*/);
    expect(answers[6]).toMatch(/^Qué bueno tenerle de vuelta[\s\S]*Triangular[\s\S]*Volvamos a su plan/);
    expect(answers[7]?.match(/Estábamos en el paso/g)).toHaveLength(1);
    expect(plans[0]?.reasons).toHaveLength(2);
  });
});

describe('cancelling', () => {
  it('asks first, answers what would be lost, and deletes on the button alone', () => {
    const { answers, plans } = talks['cancels-and-regrets'];
    expect(answers[6]).toContain('no se puede recuperar');
    expect(answers[7]).toContain('Pausamos');
    expect(answers[10]).toContain('Borré el plan');
    expect(plans.map(({ entity }) => entity.name)).toEqual([undefined]);
  });
});

describe('small talk', () => {
  it.each(['small-talk', 'ill-humour'] as const)('of %s never reaches the documents or the plan', (name) => {
    expect(said(name)).not.toMatch(/Fuente|No encontré la respuesta/);
    expect(JSON.stringify(talks[name].plans)).not.toMatch(/chiste|fastidio|gusta|sirve|asesor/);
  });

  it('says that it is an assistant and promises no person', () => {
    expect(said('small-talk')).toContain('un programa, no una persona');
    expect(said('small-talk')).toContain('no puedo comunicarle con una persona');
    expect(said('small-talk')).not.toMatch(/asesor humano|le comunico|en breve/);
  });

  it('meets ill humour without repeating itself', () => {
    const { answers } = talks['ill-humour'];
    const [first, second] = [answers[5], answers[6]].map((text) => text?.split('\n')[0]);
    expect(first).toContain('Lamento');
    expect(second).not.toBe(first);
  });
});

describe('what cannot be understood', () => {
  it('never gets the same words three times', () => {
    const counts = Map.groupBy(talks['not-understood'].answers, (text) => text);
    for (const [text, times] of counts)
      expect([text, times.length]).toEqual([text, Math.min(times.length, 2)]);
  });

  it('gets an example and choices the second time, and is put off in the end', () => {
    const { answers, choices, plans } = talks['not-understood'];
    const second = answers.findIndex((text) => text.startsWith('No logro leer «asdf»'));
    expect(answers[second]).toContain('por ejemplo: «De enero de 2027');
    expect(choices[second]).toEqual(['Ayuda', 'Saltar', 'Ver un ejemplo']);
    expect(said('not-understood')).toContain('Queda pendiente: **Inicio del plan**');
    expect(plans[0]).not.toHaveProperty('start');
  });

  it('takes the short route for someone who does not choose', () => {
    expect(talks['not-understood'].answers[2]).toContain('Empecemos por la ruta corta');
  });

  it('does not stop someone in a hurry who writes as they speak', () => {
    const { plans, documents } = talks['in-a-hurry'];
    expect(plans[0]?.entity).toMatchObject({ name: 'Chiriguana', department: 'Cesar', kind: 'municipality' });
    expect(plans[0]?.resources.budget?.amount).toBe(45_000_000);
    expect(documents.at(-1)).toContain('Marelvis Daza');
  });
});
