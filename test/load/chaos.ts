import { randomUUID } from 'node:crypto';
import type { Plan } from '../../src/plan/schema.ts';
import type { Course } from './drive.ts';
import { type Message, type Person, pause } from './person.ts';

/** Numbers that are the same for the same seed (mulberry32), each in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of a hundred messages come how. */
const TWICE_AT_ONCE = 0.15;
const TWICE_LATER = 0.1;
const WITH_THE_NEXT = 0.1;

/**
 * Talks as a script says while messages come twice at once, once more after the answer, and, where a channel delivers
 * several together, two in the wrong order. Resolves when every message was answered.
 */
export async function talkInChaos(person: Person, course: Course, random: () => number): Promise<void> {
  await person.open();
  let earlier: Message | undefined;
  let written = Date.now() - 3_600_000;
  const { messages, heard } = course;
  for (let n = 0; n < messages.length; n += 1) {
    written += 2_000;
    const message = messageOf(messages[n] ?? '', written);
    const dice = random();
    if (dice < WITH_THE_NEXT && person.deliversTogether && n + 1 < messages.length) {
      written += 2_000;
      n += 1;
      await person.deliver(messageOf(messages[n] ?? '', written), message);
    } else if (dice < WITH_THE_NEXT + TWICE_AT_ONCE)
      await Promise.all([person.deliver(message), person.deliver(message)]);
    else await person.deliver(message);
    if (earlier && random() < TWICE_LATER) await person.deliver(earlier);
    earlier = message;
    await person.until(heard[n] ?? 0);
  }
  // Whatever would come too late, or once too often, comes now.
  await pause(1_500);
  await person.hearOut();
}

function messageOf(text: string, at: number): Message {
  return { id: randomUUID(), text, at };
}

/** What a person heard that the same script does not make the assistant say: said again, or never said. */
export function compareHeard(
  heard: readonly string[],
  expected: readonly string[],
): { again: string[]; missing: string[] } {
  const count = (texts: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const text of texts.map(withoutIds)) counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts;
  };
  const [got, due] = [count(heard), count(expected)];
  const beyond = (some: Map<string, number>, others: Map<string, number>) =>
    [...some].flatMap(([text, times]) =>
      Array<string>(Math.max(0, times - (others.get(text) ?? 0))).fill(text),
    );
  return { again: beyond(got, due), missing: beyond(due, got) };
}

/** A text without the ids in it, which are others each time. */
export function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{32}/g, '#');
}

/** A plan without what is different each time: its id, who wrote and when. */
export function essence(plan: Plan): unknown {
  return JSON.parse(
    JSON.stringify({ ...plan, id: '' }, (key, value: unknown) =>
      key === 'at' || key === 'who' ? undefined : value,
    ),
  );
}
