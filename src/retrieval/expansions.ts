import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StemLanguage } from './language/stems.ts';

const QUESTIONS = z.array(z.string().min(1)).default([]);

/** The questions that one passage answers, as people type them. They are searched and never shown. */
export const EXPANSION = z.strictObject({
  /** As in a letter, with the document's own terms. */
  formal: QUESTIONS,
  /** In other words than the document's. */
  plain: QUESTIONS,
  keywords: QUESTIONS,
  typos: QUESTIONS,
  english: QUESTIONS,
});
export type Expansion = z.infer<typeof EXPANSION>;

/** Expansions by the id of their passage. */
export type Expansions = ReadonlyMap<string, Expansion>;

const FILE = z.record(z.string(), EXPANSION);

/**
 * Reads every `*.json` file of a folder of expansions, each an object by passage id; a folder that is not there has
 * none. Throws, naming the file, when one is malformed.
 */
export async function readExpansions(folder: string): Promise<Expansions> {
  const found = new Map<string, Expansion>();
  for (const name of await filesOf(folder)) {
    const read = FILE.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    if (!read.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(read.error)}`);
    for (const [id, expansion] of Object.entries(read.data)) found.set(id, expansion);
  }
  return found;
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A question written for a passage. */
export interface WrittenQuestion {
  text: string;
  language: StemLanguage;
  /** Position of its passage. */
  passage: number;
}

/** The questions of passages, in the passages' order. Those for passages that are not there are left out. */
export function writtenQuestions(
  passages: readonly { id: string }[],
  expansions: Expansions,
): WrittenQuestion[] {
  return passages.flatMap(({ id }, passage) => {
    const { english, ...spanish } = expansions.get(id) ?? EXPANSION.parse({});
    return [
      ...Object.values(spanish)
        .flat()
        .map((text): WrittenQuestion => ({ text, language: 'es', passage })),
      ...english.map((text): WrittenQuestion => ({ text, language: 'en', passage })),
    ];
  });
}
