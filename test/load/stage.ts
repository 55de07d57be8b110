import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { GraphApi } from '../support/graph-api.ts';
import { ServiceProcess } from '../support/service.ts';
import { type Course, rehearse } from './drive.ts';
import { PROBED } from './measure.ts';
import type { Person } from './person.ts';
import type { Script } from './script.ts';
import { Teams } from './teams.ts';
import { WebChatPerson } from './webchat.ts';
import { WhatsApp } from './whatsapp.ts';

export const CHANNELS = ['webchat', 'teams', 'whatsapp'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Meta takes 80 messages a second of a number: with two of them its pace would be measured, and not the service's. */
const NUMBERS = Array.from({ length: 10 }, (_, n) => `10654035224${2900 + n}`);

/** The channels around the service, all on this machine. */
export class Stage {
  readonly graph: GraphApi;
  readonly #teams: Teams;
  readonly #whatsApp: WhatsApp;
  readonly #address: () => string;
  #count = 0;

  private constructor(graph: GraphApi, teams: Teams, address: () => string) {
    this.graph = graph;
    this.#teams = teams;
    this.#whatsApp = new WhatsApp(graph);
    this.#address = address;
  }

  /** @param address where the service is; asked before each request */
  static async open(graph: GraphApi, address: () => string): Promise<Stage> {
    return new Stage(graph, await Teams.open(), address);
  }

  /** Somebody who was never here before. */
  person(channel: Channel): Person {
    this.#count += 1;
    if (channel === 'webchat') return new WebChatPerson(this.#address);
    if (channel === 'teams') return this.#teams.person(`person-${this.#count}`, this.#address);
    return this.#whatsApp.person();
  }

  /** What every script comes to on every channel, in peace; it warms the service up, too. */
  async rehearse(scripts: readonly Script[]): Promise<Map<Channel, Course[]>> {
    const play = (channel: Channel) =>
      Promise.all(scripts.map(({ messages }) => rehearse(this.person(channel), messages)));
    return new Map(
      await Promise.all(CHANNELS.map(async (channel) => [channel, await play(channel)] as const)),
    );
  }

  async close(): Promise<void> {
    await this.graph.stop();
    await this.#teams.close();
  }
}

/** One service with its database in a folder, measured, and the channels around it. */
export async function openStage(
  environment: Record<string, string> = {},
): Promise<{ stage: Stage; service: ServiceProcess }> {
  const graph = await GraphApi.start(NUMBERS);
  const service = await ServiceProcess.prepare({ ...graph.environment, ...environment }, PROBED);
  await service.start();
  graph.webhook = `${service.url}/api/whatsapp`;
  return { stage: await Stage.open(graph, () => service.url), service };
}

/** Starts the reference; its process and address. */
export async function startEcho(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, 'echo-bot.ts'), { execArgv: PROBED, stdio: 'pipe' });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, url: `http://127.0.0.1:${port}` };
}
