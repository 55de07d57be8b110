import { beforeAll, describe, expect, it } from 'vitest';
import { LocalPerson } from '../../src/cli/person.ts';
import type { Line } from '../../src/cli/script.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { openApp } from '../support/app.ts';
import { transcript } from './play.ts';

const NOON = Date.parse('2026-11-21T17:00:00Z');
/** A message that is none: the person comes back the day after. */
const NEXT_DAY = '(al día siguiente)';

interface Told {
  lines: Line[];
  plan: Plan;
  /** What was said in answer to a message, the last time it was sent. */
  to(message: string): string;
  choicesAfter(message: string): string[];
}

/** Talks through the web chat, where each message takes two minutes. */
async function talkOverTime(messages: readonly string[]): Promise<Told> {
  let passed = 0;
  const app = await openApp({ clock: () => new Date(NOON + passed) });
  try {
    const person = await LocalPerson.open(app, undefined, (days) => {
      passed += days * 86_400_000;
    });
    await person.listen();
    const lines: Line[] = [];
    const answers = new Map<string, string>();
    const choices = new Map<string, string[]>();
    for (const text of messages) {
      lines.push({ who: 'user', text });
      if (text === NEXT_DAY) {
        await person.waitDays(1);
        continue;
      }
      passed += 120_000;
      const replies = await person.send(text);
      const offered = replies.at(-1)?.choices ?? [];
      lines.push(...replies.map((reply): Line => ({ who: 'bot', text: reply.text })));
      if (offered.length > 0) lines.push({ who: 'bot', text: offered.map((one) => `[${one}]`).join(' ') });
      answers.set(text, replies.map((reply) => reply.text).join('\n'));
      choices.set(text, offered);
    }
    const [kept] = await app.store.list<Plan>('plans');
    return {
      lines,
      plan: kept?.value as Plan,
      to: (message) => answers.get(message) ?? '',
      choicesAfter: (message) => choices.get(message) ?? [],
    };
  } finally {
    await app.stop();
  }
}

describe('an adviser who asks where the data come from', () => {
  let talk: Told;
  beforeAll(async () => {
    talk = await talkOverTime([
      'Empezar mi plan',
      'completa',
      'Villa Esperanza, Boyacá',
      'municipio',
      '9 mil',
      '¿De dónde salió este dato?',
      'presupuesto: 80 millones; dependencia que lidera: Oficina de Planeación',
      '¿Quién puso el presupuesto?',
      '¿Quién puso la visión?',
      'razones: fondos y programas',
      '¿De dónde salieron las razones?',
      '¿De dónde salió la Ley 1150?',
    ]);
  }, 60_000);

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/history-origins.txt');
  });

  it('tells the datum at hand, when it was written, and puts the question again', () => {
    expect(talk.to('¿De dónde salió este dato?')).toMatch(
      /\*\*Población:\*\* 9\.000\nHoy a las 12:10\sp\.\sm\. se escribió en esta conversación\.[\s\S]*\?$/,
    );
  });

  it('tells what was taken from a message with several data from what was asked', () => {
    expect(talk.to('¿Quién puso el presupuesto?')).toContain('lo tomé de un mensaje de esta conversación');
  });

  it('says what is pending, and cites the list of the guide', () => {
    expect(talk.to('¿Quién puso la visión?')).toContain('**Visión** está pendiente');
    expect(talk.to('¿De dónde salieron las razones?')).toMatch(
      /Se apoya en: .*\[\\\[1\\\]\]\(\/fuentes\/001/,
    );
  });

  it('leaves what is no datum of the plan to the documents', () => {
    expect(talk.to('¿De dónde salió la Ley 1150?')).toContain('Ley 1150 de 2007');
  });
});

describe('an adviser who sees what changed and brings a version back', () => {
  let talk: Told;
  beforeAll(async () => {
    talk = await talkOverTime([
      'Empezar mi plan',
      'completa',
      'Neiva',
      'municipio',
      'Huila',
      '370 mil',
      'historial',
      NEXT_DAY,
      'corregir población: 372 mil',
      'corregir departamento: Tolima',
      '¿Qué cambió hoy?',
      '¿Cuándo cambió la población?',
      'comparar con la versión 5',
      'restaurar la versión 5',
      'Sí, restaurar la versión 5',
      '¿Quién puso el departamento?',
      'deshacer',
      'historial',
      'restaurar la versión 50',
      'volver a la versión anterior',
      'no',
    ]);
  }, 60_000);

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/history-restore.txt');
  });

  it('tells the changes of the day and of one datum, each before and after', () => {
    const today = talk.to('¿Qué cambió hoy?');
    expect(today).toContain('de «370.000» a «372.000»');
    expect(today).toContain('de «Huila» a «Tolima»');
    expect(today).not.toContain('Neiva');
    const population = talk.to('¿Cuándo cambió la población?');
    expect(population).toMatch(/hoy a las[\s\S]*ayer a las/);
    expect(population).not.toContain('Tolima');
  });

  it('says what would change before it restores', () => {
    expect(talk.to('restaurar la versión 5')).toMatch(/de «Tolima» a «Huila»[\s\S]*no se pierde nada/);
    expect(talk.choicesAfter('restaurar la versión 5')).toEqual([
      'Sí, restaurar la versión 5',
      'No, dejar todo igual',
    ]);
    expect(talk.to('¿Quién puso el departamento?')).toMatch(
      /se recuperó de una versión anterior\. Antes, ayer/,
    );
  });

  it('undoes it, and loses nothing', () => {
    expect(talk.plan.entity).toMatchObject({ department: 'Tolima', population: 372_000 });
    expect(talk.to('historial')).toMatch(
      /deshizo un cambio[\s\S]*restauró la versión 5[\s\S]*\*\*Versión 2\*\*/,
    );
    expect(talk.to('restaurar la versión 50')).toContain('la última es la');
  });
});

describe('the same in English', () => {
  let talk: Told;
  beforeAll(async () => {
    talk = await talkOverTime([
      'english',
      'Start my plan',
      'full',
      'Paipa, Boyacá',
      'municipality',
      '35 thousand',
      'Where does this come from?',
      'correct population: 36000',
      'What changed since yesterday?',
      'When did the population change?',
      'show version 3',
      'restore the previous version',
      'yes',
      'undo',
      'history',
    ]);
  }, 60_000);

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/history-english.txt');
  });

  it('tells where data come from and what changed, and restores', () => {
    expect(talk.to('Where does this come from?')).toMatch(
      /\*\*Population:\*\* 35,000\nToday at 12:1\d\sPM it was written/,
    );
    expect(talk.to('When did the population change?')).toContain('from “35,000” to “36,000”');
    expect(talk.to('yes')).toContain('write “undo”');
    expect(talk.plan.entity.population).toBe(36_000);
    expect(talk.to('history')).toContain('undid a change');
  });
});
