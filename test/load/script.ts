import { LocalPerson } from '../../src/cli/person.ts';
import type { Reply } from '../../src/cli/script.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { ANSWERS, CREATED, MORE } from '../example/answers.ts';
import { openApp } from '../support/app.ts';

/** What one person writes, and the plan that comes of it. */
export interface Script {
  messages: string[];
  plan: Plan;
}

/** Municipalities that the scripts are about: the first answers, and what else is told on the way. */
const TOWNS = [
  { name: 'Alto Yariguí, Santander', population: '23 mil', route: 'Completa' },
  { name: 'Puerto Lucero, Nariño', population: '9.800', route: 'Completa' },
  { name: 'Villa del Páramo, Boyacá', population: 'unos 31 mil', route: 'Rápida' },
] as const;

/** What is said besides answers, by the message before which it is said: questions, corrections, looks at the plan. */
const BESIDE: Readonly<Record<number, readonly string[]>> = {
  9: ['¿qué es la cooperación descentralizada?'],
  14: ['corregir población a 24.500'],
  19: ['¿cómo voy?'],
  24: ['atrás', 'saltar'],
  30: ['ver mi plan'],
};

/**
 * Writes down what people say who answer question after question, by letting them talk with the assistant in this
 * process, one after another and in peace: this is what a plan must come to also in the middle of everything else.
 * @param turns messages of each
 */
export async function recordScripts(turns: number): Promise<Script[]> {
  const app = await openApp();
  try {
    const scripts: Script[] = [];
    for (const town of TOWNS) {
      const known = new Set((await app.store.list('plans')).map(({ key }) => key));
      const person = await LocalPerson.open(app);
      await person.listen();
      const messages = await record(person, town, turns);
      const plans = (await app.store.list<Plan>('plans')).filter(({ key }) => !known.has(key));
      const [made] = plans;
      if (!made || plans.length > 1) throw new Error(`the script of ${town.name} left ${plans.length} plans`);
      scripts.push({ messages, plan: made.value });
    }
    return scripts;
  } finally {
    await app.stop();
  }
}

async function record(person: LocalPerson, town: (typeof TOWNS)[number], turns: number): Promise<string[]> {
  const messages: string[] = [];
  const asked = new Map<string, number>();
  let replies: Reply[] = [];
  let waiting: string | undefined;
  const say = async (text: string) => {
    messages.push(text);
    replies = await person.send(text);
    waiting = replies.findLast(({ field }) => field !== undefined)?.field ?? waiting;
  };
  await say('Empezar mi plan');
  while (messages.length < turns) {
    for (const text of BESIDE[messages.length] ?? []) if (messages.length < turns) await say(text);
    if (messages.length >= turns) break;
    const key = waiting ?? '';
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    await say(answerTo(key, times, town, replies.at(-1)?.choices ?? []));
  }
  return messages;
}

function answerTo(
  key: string,
  times: number,
  town: (typeof TOWNS)[number],
  choices: readonly string[],
): string {
  const own: Record<string, string> = {
    route: town.route,
    'entity.name': town.name,
    'entity.population': town.population,
  };
  const known =
    CREATED[key]?.[times] ?? MORE[key]?.[times] ?? (times === 0 ? (own[key] ?? ANSWERS[key]) : undefined);
  if (known !== undefined) return known;
  if (key.endsWith('.more')) return 'no';
  if (choices.includes('Usar así')) return 'Usar así';
  if (choices.includes('Sí, así está') || key.endsWith('.confirm')) return choices[0] ?? 'sí';
  // The short route has come to its end: there is more to tell on the long one.
  return times === 2 ? 'ruta completa' : 'saltar';
}
