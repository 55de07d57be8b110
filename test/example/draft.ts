// Drafts a whole plan in the real web chat, as a person would, and leaves its documents and screenshots in docs/example.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../browser/chat-page.ts';
import { ServiceProcess } from '../support/service.ts';
import { ANSWERS, CREATED, MORE, ON_THE_WAY } from './answers.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/example');
/** More messages than any way through the guide takes. */
const PATIENCE = 420;
/** Documents handed over at the end: what is said, and what the file is called. */
const DOCUMENTS = [
  ['exportar', 'docx'],
  ['exportar la edición pública en Word', 'docx'],
  ['exportar en pdf', 'pdf'],
  ['exportar en Excel', 'xlsx'],
  ['exportar el calendario', 'ics'],
  ['exportar en json', 'json'],
] as const;

/** What the page got from the service and is being shown. */
interface Heard {
  id: string;
  text?: string;
  type: string;
  from: { role?: string };
  channelData?: { field?: string };
  suggestedActions?: { actions: { title: string }[] };
  attachments?: { name?: string; contentUrl?: string }[];
}

class Visit {
  readonly #page: Page;
  readonly #heard = new Map<string, Heard>();
  readonly lines: string[] = [];
  #shots = 0;

  constructor(page: Page) {
    this.#page = page;
    page.on('response', async (response) => {
      if (!response.url().includes('/activities') || response.request().method() !== 'GET') return;
      const page = (await response.json().catch(() => ({ activities: [] }))) as { activities: Heard[] };
      for (const activity of page.activities) this.#heard.set(activity.id, activity);
    });
  }

  get #replies(): Heard[] {
    return [...this.#heard.values()].filter(({ type, from }) => type === 'message' && from.role === 'bot');
  }

  /** The last thing said that waits for an answer, or offers something. */
  get last(): Heard | undefined {
    return this.#replies.findLast(
      ({ suggestedActions, channelData }) => suggestedActions || channelData?.field,
    );
  }

  get offered(): string[] {
    return this.last?.suggestedActions?.actions.map(({ title }) => title) ?? [];
  }

  /** Waits until what was sent has been answered and nothing more comes. */
  async #settle(before: number): Promise<Heard[]> {
    const deadline = Date.now() + 60_000;
    let seen = before;
    let quiet = 0;
    while (quiet < 2) {
      if (Date.now() > deadline) throw new Error('the assistant did not answer');
      await this.#page.waitForTimeout(300);
      const now = this.#replies.length;
      quiet = now > before && now === seen ? quiet + 1 : 0;
      seen = now;
    }
    return this.#replies.slice(before);
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
    await this.#settle(0);
  }

  async say(text: string): Promise<Heard[]> {
    const before = this.#replies.length;
    const box = this.#page.getByPlaceholder('Escriba su mensaje');
    await box.fill(text);
    await box.press('Enter');
    return this.#note(text, await this.#settle(before));
  }

  async press(label: string): Promise<Heard[]> {
    const before = this.#replies.length;
    await this.#page.getByRole('button', { name: label, exact: true }).last().click();
    return this.#note(`[${label}]`, await this.#settle(before));
  }

  #note(said: string, answers: Heard[]): Heard[] {
    this.lines.push(
      `\n> ${said}\n`,
      ...answers.map(({ text, attachments }) => text ?? `(${attachments?.[0]?.name})`),
    );
    return answers;
  }

  async screenshot(name: string): Promise<void> {
    this.#shots += 1;
    await this.#page.waitForTimeout(1_200);
    const path = resolve(FOLDER, `${String(this.#shots).padStart(2, '0')}-${name}.png`);
    await this.#page.screenshot({ path });
  }

  /** The file that an answer handed over. */
  async download(answers: Heard[]): Promise<Buffer> {
    const url = answers
      .flatMap(({ attachments }) => attachments ?? [])
      .find(({ contentUrl }) => contentUrl)?.contentUrl;
    if (!url) throw new Error('no file was handed over');
    const response = await this.#page.request.get(new URL(url, this.#page.url()).href);
    return await response.body();
  }
}

/** Moments worth a picture, by the question that waits then. */
const PICTURED: Readonly<Record<string, string>> = {
  'entity.kind': 'inicio',
  'resources.head': 'pregunta-en-medio',
  'profile.narrative': 'borrador',
  'strategy.axes.axis-1.challengeQuestion': 'foda',
  'projects.project-1.process': 'proyecto',
  'review.approaches': 'revision',
};

async function draftPlan(visit: Visit): Promise<void> {
  const asked = new Map<string, number>();
  await visit.press('Empezar mi plan');
  for (let n = 0; n < PATIENCE; n += 1) {
    const key = visit.last?.channelData?.field;
    if (key === undefined) return;
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    if (times === 0 && PICTURED[key]) await visit.screenshot(PICTURED[key]);
    if (times === 0) for (const aside of ON_THE_WAY[key] ?? []) await visit.say(aside);
    await answer(visit, key, times);
  }
  throw new Error('the guide did not come to its end');
}

async function answer(visit: Visit, key: string, times: number): Promise<void> {
  const known = CREATED[key]?.[times] ?? MORE[key]?.[times] ?? (times === 0 ? ANSWERS[key] : undefined);
  if (known !== undefined) await visit.say(known);
  else if (key.startsWith('review.criteria.')) await visit.say('todas sí');
  else if (key.endsWith('.more')) await visit.say('no');
  else if (visit.offered.includes('Usar así')) await visit.press('Usar así');
  else if (times === 0 && visit.offered.includes('Proponga un borrador'))
    await visit.press('Proponga un borrador');
  else if (visit.offered.includes('Sí, así está') || key.endsWith('.confirm'))
    await visit.press(visit.offered[0] ?? '');
  else await visit.say('saltar');
}

await mkdir(FOLDER, { recursive: true });
// What tells of the example is written by hand, and stays.
for (const name of await readdir(FOLDER)) if (!name.endsWith('.md')) await rm(resolve(FOLDER, name));
const service = await ServiceProcess.prepare();
await service.start();
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 860 } });
  page.setDefaultTimeout(180_000);
  const visit = new Visit(page);
  await visit.open(service.url);
  await draftPlan(visit);
  await visit.screenshot('final');
  await visit.say('revisar el plan');
  await visit.screenshot('vacios');
  for (const picture of ['ver cronograma', 'ver mapa de actores', 'ver presupuesto por eje'])
    await visit.say(picture);
  await visit.screenshot('presupuesto');
  for (const [words, extension] of DOCUMENTS) {
    const content = await visit.download(await visit.say(words));
    const name = `plan${words.includes('pública') ? '-publico' : ''}.${extension}`;
    await writeFile(resolve(FOLDER, name), content);
  }
  await visit.say('historial');
  await visit.screenshot('historial');
  await writeFile(resolve(FOLDER, 'conversacion.txt'), `${visit.lines.join('\n').trim()}\n`);
} finally {
  await browser.close();
  await service.end('SIGTERM');
}
