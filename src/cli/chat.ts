import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { type Config, readConfig } from '../config.ts';
import type { Plan } from '../plan/schema.ts';
import { type App, createApp } from '../server/app.ts';
import { type Door, LocalPerson } from './person.ts';
import { playScript, type Reply, Script } from './script.ts';

const USAGE = `npm run chat [-- options]
  --script FILE.json   play a scripted conversation and print it
  --plan OUT.json      write the plan at the end
  --new                begin a new conversation instead of going on with the last one`;

const { values } = parseArgs({
  options: {
    script: { type: 'string' },
    plan: { type: 'string' },
    new: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) console.log(USAGE);
else if (values.script) await play(values.script);
else await talk();

/** Plays a script against a service of its own, in memory, with a clock that the script moves. */
async function play(file: string): Promise<void> {
  const script = Script.parse(JSON.parse(readFileSync(file, 'utf8')));
  let waited = 0;
  const clock = () => new Date(Date.now() + waited);
  const app = await open({ database: ':memory:', clock });
  const person = await LocalPerson.open(app, undefined, (days) => {
    waited += days * 86_400_000;
  });
  for (const reply of await person.listen()) print('bot', shown(reply));
  const { lines, unasked } = await playScript(script, person, 'saltar');
  for (const { who, text } of lines) print(who, text);
  for (const text of unasked) console.error(`never asked for: ${text}`);
  await writePlan(app);
  await app.stop();
}

/** Talks in the terminal; the conversation is kept and goes on the next time. */
async function talk(): Promise<void> {
  const config = readConfig();
  const app = await open({ database: join(config.DATA_FOLDER, 'terminal.db') });
  const kept = join(config.DATA_FOLDER, 'terminal.json');
  const door = existsSync(kept) && !values.new ? (JSON.parse(readFileSync(kept, 'utf8')) as Door) : undefined;
  const person = await LocalPerson.open(app, door);
  writeFileSync(kept, JSON.stringify(person.door), { mode: 0o600 });
  const said = await person.listen();
  for (const reply of door ? said.slice(-1) : said) print('bot', shown(reply));

  const input = createInterface({ input: stdin, output: stdout, prompt: '> ' });
  // Lines from a file may all be read before the first is answered.
  let ended = false;
  input.once('close', () => {
    ended = true;
  });
  input.prompt();
  for await (const line of input) {
    for (const reply of await person.send(line)) print('bot', shown(reply));
    if (!ended) input.prompt();
  }
  await writePlan(app);
  await app.stop();
}

function open(options: { database: string; clock?: () => Date }): Promise<App> {
  const config: Config = readConfig();
  return createApp({ config, log: pino({ level: 'silent' }), ...options });
}

/** The newest plan of the service, where `--plan` says. */
async function writePlan(app: App): Promise<void> {
  if (!values.plan) return;
  const [newest] = (await app.store.list<Plan>('plans')).sort((a, b) => b.at.localeCompare(a.at));
  writeFileSync(values.plan, `${JSON.stringify(newest?.value ?? null, null, 2)}\n`);
}

function shown(reply: Reply): string {
  const buttons = reply.choices?.length ? `\n[${reply.choices.join('] [')}]` : '';
  return reply.file ? `[${reply.file.name}]` : `${reply.text}${buttons}`;
}

function print(who: 'user' | 'bot', text: string): void {
  console.log(who === 'user' ? `\n> ${text}\n` : `${text}\n`);
}
