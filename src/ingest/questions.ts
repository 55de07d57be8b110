import { randomBytes } from 'node:crypto';
import type { FaultKind, LanguageModel, Prompt } from '../llm/index.ts';
import { EXPANSION, type Expansion, type Passage, type SourceDocument } from '../retrieval/index.ts';

/** Longest question that is kept, and the most of one way of asking. */
const LONGEST = 200;
const MOST = 8;
/** Requests in a row that the service fails before it is left alone. */
const GIVE_UP_AFTER = 3;
/** Faults of the service; any other is of one passage, and the next one may go well. */
const OF_SERVICE: readonly FaultKind[] = ['unavailable', 'rate-limited', 'timed-out'];

export interface QuestionOptions {
  model: LanguageModel;
  /** `prompts/expansion.<language>.md` in the document's language. */
  prompt: Prompt;
  document: SourceDocument;
  passages: readonly Passage[];
  /** Questions written before, by passage id: their passages are not asked for again. */
  written: ReadonlyMap<string, Expansion>;
  /** Called with all questions of the document after each passage, to keep them. */
  keep: (expansions: Record<string, Expansion>) => Promise<void>;
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/** How many passages have their questions now, and what the model's last fault was when some have not. */
export interface QuestionsWritten {
  written: number;
  missing: number;
  fault?: FaultKind | undefined;
}

/**
 * Has a model write the questions that each passage of a document answers. What is written is kept after each
 * passage, so that work that ends early goes on where it was; questions of passages that are no more are let go.
 * Never rejects for a fault of the model; rejects when the questions cannot be kept.
 */
export async function writeQuestions(options: QuestionOptions): Promise<QuestionsWritten> {
  const { passages, written, keep, onProgress } = options;
  const had = passages.flatMap(({ id }) => {
    const expansion = written.get(id);
    return expansion ? [[id, expansion] as const] : [];
  });
  const all: Record<string, Expansion> = Object.fromEntries(had);
  if (had.length < written.size) await keep(all);
  let done = had.length;
  let failed = 0;
  let fault: FaultKind | undefined;
  for (const passage of passages) {
    if (all[passage.id]) continue;
    if (failed >= GIVE_UP_AFTER || fault === 'over-budget') break;
    onProgress?.(done, passages.length);
    const result = await ask(passage, options);
    if (!result.ok) {
      fault = result.fault.kind;
      failed = OF_SERVICE.includes(fault) ? failed + 1 : 0;
      continue;
    }
    const expansion = worthKeeping(result.value);
    failed = 0;
    all[passage.id] = expansion;
    done++;
    await keep(all);
  }
  onProgress?.(done, passages.length);
  const missing = passages.length - done;
  return { written: done, missing, ...(missing > 0 && fault ? { fault } : {}) };
}

async function ask(passage: Passage, { model, prompt, document }: QuestionOptions) {
  const rendered = prompt.render({
    fence: randomBytes(8).toString('hex'),
    document: document.title,
    section: passage.section.join(' › '),
    passage: passage.text,
  });
  return await model.generate({ ...rendered, schema: EXPANSION });
}

/** Questions as people type them: short, once, and without what a document could have had the model write. */
function worthKeeping(expansion: Expansion): Expansion {
  const seen = new Set<string>();
  const clean = (questions: readonly string[]) =>
    questions
      .map((question) => question.replace(/\s+/g, ' ').trim())
      .filter((question) => {
        const key = question.toLowerCase();
        if (question === '' || question.length > LONGEST || isUnfit(question) || seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .slice(0, MOST);
  return {
    formal: clean(expansion.formal),
    plain: clean(expansion.plain),
    keywords: clean(expansion.keywords),
    typos: clean(expansion.typos),
    english: clean(expansion.english),
  };
}

/** Holds an address or marks of a page or a prompt. */
function isUnfit(question: string): boolean {
  return /https?:|www\.|\b[\w-]+\.(?:com|org|net|gov|co|io)\b|[<>{}[\]]|@\w/i.test(question);
}
