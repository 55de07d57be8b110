import { randomUUID } from 'node:crypto';
import type { Person } from './person.ts';

/** A conversation as it goes: what is written, and how many messages of the assistant there are after each. */
export interface Course {
  messages: readonly string[];
  /** Messages heard in all after each message; before the first, where the channel welcomes, `welcome`. */
  heard: readonly number[];
  /** What was heard, in order. */
  said: readonly string[];
}

export interface Driven {
  /** Time from each message to the last of its answers, in ms. */
  latencies: number[];
  seconds: number;
  /** Deliveries that had to be made again. */
  redeliveries: number;
}

/** Plays a script once, alone, to learn how many messages answer each of its own. */
export async function rehearse(person: Person, messages: readonly string[]): Promise<Course> {
  await person.open();
  const heard: number[] = [];
  for (const text of messages) {
    const before = person.heard.length;
    await person.deliver({ id: randomUUID(), text, at: Date.now() });
    await person.until(before + 1);
    await person.settle();
    heard.push(person.heard.length);
  }
  await person.hearOut();
  return { messages, heard, said: [...person.heard] };
}

/**
 * So many people at once, each of whom writes as soon as the answer is there, and another one comes when a script has
 * come to its end: a closed loop, which never asks for more than is answered.
 * @param next another person and what they will say
 */
export async function drive(
  people: number,
  seconds: number,
  next: () => { person: Person; course: Course },
): Promise<Driven> {
  const latencies: number[] = [];
  let redeliveries = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const talk = async () => {
    while (performance.now() < end) {
      const { person, course } = next();
      await person.open();
      for (const [n, text] of course.messages.entries()) {
        const wrote = performance.now();
        if (wrote > end) break;
        await person.deliver({ id: randomUUID(), text, at: Date.now() });
        await person.until(course.heard[n] ?? 0);
        latencies.push(performance.now() - wrote);
      }
      redeliveries += person.redeliveries;
    }
  };
  await Promise.all(Array.from({ length: people }, talk));
  return { latencies, seconds: (performance.now() - began) / 1000, redeliveries };
}
