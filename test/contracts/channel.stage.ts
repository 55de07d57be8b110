import { expect } from 'vitest';
import type { Choice, Message } from '../../src/messages/message.ts';
import type {
  ChannelDriver,
  ChannelKind,
  ChannelPerson,
  Seen,
  Sent,
  Shown,
} from '../support/channels/person.ts';
import { ScriptedTalk } from './scripted-talk.ts';

/** A channel with a talk of the test behind it, and a person in front. */
export class Stage {
  readonly talk = new ScriptedTalk();
  readonly #channel: ChannelKind;
  #driver: ChannelDriver | undefined;
  #person: ChannelPerson | undefined;

  constructor(channel: ChannelKind) {
    this.#channel = channel;
  }

  async open(): Promise<void> {
    this.#driver = await this.#channel.open({ talk: this.talk });
  }

  /** Whether the channel has something. */
  has(what: Sent | Shown): boolean {
    return !(what in this.#channel.absent);
  }

  get driver(): ChannelDriver {
    if (!this.#driver) throw new Error('the channel is not open');
    return this.#driver;
  }

  /** Who came last. */
  get person(): ChannelPerson {
    if (!this.#person) throw new Error('nobody came');
    return this.#person;
  }

  /** Somebody comes who was never here before; they are answered with nothing. */
  async arrive(): Promise<ChannelPerson> {
    this.#person = await this.driver.person();
    this.talk.will([]);
    return this.#person;
  }

  /** What somebody new sees of messages. */
  async shows(...messages: Message[]): Promise<Seen[]> {
    const person = await this.arrive();
    this.talk.will(messages);
    const seen = await person.say('hola');
    expect(this.talk.heard).toHaveLength(1);
    return seen;
  }
}

/**
 * Choices whose values are not their labels; `wide` ones are too long for a button, alike at the beginning, and say more
 * than an id holds.
 */
export function choicesOf(count: number, wide = false): Choice[] {
  const reason = 'Cooperación técnica y financiera con entidades territoriales de países vecinos, número';
  return Array.from({ length: count }, (_, n) => ({
    label: wide ? `${reason} ${n + 1} de la lista` : `Opción ${n + 1}`,
    value: wide ? `valor ${n + 1} ${'de la lista '.repeat(25)}`.trim() : `valor ${n + 1}`,
  }));
}

/** All that is written, without what is pressed. */
export function textOf(seen: readonly Seen[]): string {
  return seen
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n');
}

export function optionsOf(seen: readonly Seen[]): Seen['options'] {
  return seen.flatMap(({ options }) => options);
}
