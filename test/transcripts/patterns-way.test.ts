import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRules } from '../../src/plan/rules.ts';
import { SCRIPTS } from './patterns-way.ts';
import { type Conversed, Office, transcript } from './play.ts';

type Name = keyof typeof SCRIPTS;
let office: Office;
const talks = {} as Record<Name, Conversed>;
beforeAll(async () => {
  office = await Office.open();
  for (const [name, said] of Object.entries(SCRIPTS)) talks[name as Name] = await office.converse(said);
}, 60_000);
afterAll(() => office.close());

describe('the way through the plan', () => {
  it.each(Object.keys(SCRIPTS) as Name[])('%s reads as when a person last read it', async (name) => {
    await expect(transcript(talks[name].lines)).toMatchFileSnapshot(`golden/patterns/${name}.txt`);
  });
});

describe('the short route', () => {
  it('puts some fifteen questions to a municipality with one axis and one project', () => {
    const { asked, plans } = talks['short-route-to-the-end'];
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((key) => key !== 'route').length).toBeLessThanOrEqual(16);
    expect(plans[0]?.projects).toHaveLength(1);
  });

  it('tells beforehand what it then asks', () => {
    const told = /\*\*Corta:\*\* .* Unas (\d+) preguntas, unos (\d+) minutos/.exec(
      talks['short-route-to-the-end'].answers[0] ?? '',
    );
    const asked = talks['short-route-to-the-end'].asked.filter((key) => key !== 'route').length;
    expect(Math.abs(Number(told?.[1]) - asked)).toBeLessThanOrEqual(1);
    expect(Number(told?.[2])).toBeGreaterThan(5);
  });

  it('makes a document to be presented: every answer in it, and nothing for the rules to object to', () => {
    const { documents, plans } = talks['short-route-to-the-end'];
    for (const value of [
      'Salento',
      'Beatriz Díaz',
      'Carlos Marín',
      '150.000.000',
      'cámara de comercio',
      'palma de cera',
      'inglés para los guías',
      'Turismo de naturaleza',
      'Guías bilingües',
      'convenio firmado',
      'guías certificados en inglés',
      'cada tres meses',
    ])
      expect(documents.at(-1)).toContain(value);
    const [plan] = plans;
    expect(plan && checkRules(plan).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan?.projects?.[0]?.axis).toBe(plan?.strategy.axes?.[0]?.id);
  });

  it('ends with what comes next, and with the way to another project', () => {
    const { answers, choices } = talks['short-route-to-the-end'];
    expect(answers[17]).toMatch(/Lo que sigue[\s\S]*«ver plan»[\s\S]*«exportar»[\s\S]*calendario/);
    expect(choices[17]).toEqual([
      'Siguiente vacío',
      'Ver qué falta',
      'Seguir con la ruta completa',
      'Ver plan',
      'Exportar',
      'Agregar otro proyecto',
    ]);
    expect(talks['another-project-after-the-end'].plans[0]?.projects?.map(({ name }) => name)).toEqual([
      'Guardianes del páramo',
      'Tejidos sin fronteras',
    ]);
  });

  it('comes back to what was put off before it offers the rest', () => {
    const { answers, asked } = talks['what-is-missing-at-the-end'];
    expect(answers[12]).toContain('¿Cuándo empieza y cuándo termina el plan?');
    expect(asked.at(-1)).toBe('reasons');
  });
});

describe('the effort', () => {
  const counts = (text: string | undefined) =>
    /Lleva (\d+) de (\d+) respuestas/
      .exec(text ?? '')
      ?.slice(1)
      .map(Number);

  it('is told before there is a plan, before the route, and in the middle, step by step', () => {
    const { answers } = talks['how-much-is-left'];
    expect(answers[0]).toMatch(/\*\*corta\*\* son unas \d+ preguntas/);
    expect(answers[2]).toMatch(/\*\*completa\*\* son unas \d+ o más/);
    expect(answers[5]).toMatch(
      /calculo unas 2 horas más[\s\S]*- ▸ 0\. La entidad y el plan: 3 de \d+\n- 1\. /,
    );
    expect(answers[9]).toMatch(/calculo unos \d+ minutos más/);
  });

  it('adds up: the steps come to the whole', () => {
    const answer = talks['how-much-is-left'].answers[9];
    const steps = [...(answer ?? '').matchAll(/: (\d+) de (\d+)$/gm)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ]);
    const sum = (at: 0 | 1) => steps.reduce((all, pair) => all + (pair[at] ?? 0), 0);
    expect(counts(answer)).toEqual([sum(0), sum(1)]);
  });

  it('stands in the headings and goes down', () => {
    const minutes = talks['short-route-to-the-end'].answers.flatMap((said) => {
      const [, told] = /· por delante, unos (\d+) minutos/.exec(said) ?? [];
      return told === undefined ? [] : [Number(told)];
    });
    expect(minutes.length).toBeGreaterThan(5);
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
  });
});

describe('in English', () => {
  it('takes back, goes to a step, undoes', () => {
    const { plans, answers } = talks['english-corrections'];
    expect(plans[0]?.commitment.sponsor?.name).toBe('Norma Taylor');
    expect(plans[0]?.resources.budget?.amount).toBe(200_000_000);
    expect(answers[12]).toContain('**Step 3 · Resources and structure**');
  });

  it.each([
    'english-small-talk',
    'english-comes-back',
    'english-not-understood',
    'english-corrections',
  ] as const)('%s says nothing in Spanish', (name) => {
    const from = talks[name].answers.findIndex((said) => said.includes('English'));
    const own = talks[name].answers
      .slice(from)
      .join('\n')
      .replace(/“[^”]*”|\[\\\[[^\n]*/g, '');
    expect(own).not.toMatch(/¿|respuestas|pregunta|su plan/);
  });

  it('recaps once on coming back', () => {
    const { answers } = talks['english-comes-back'];
    expect(answers[6]).toMatch(/^Welcome back\. We were at step 0 of 14/);
    expect(answers[9]).toMatch(/^Welcome back[\s\S]*✔ \*\*Border zone:\*\* No/);
  });
});
