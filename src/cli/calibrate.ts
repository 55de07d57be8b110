import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isHopeless } from '../answer/confidence.ts';
import { createAnswerer, type Evidence } from '../answer/index.ts';
import { SuggestionCatalogue } from '../answer/suggestions.ts';
import { readConfig } from '../config.ts';
import { KNOWLEDGE, openKnowledge } from '../server/knowledge.ts';
import { type EvalQuestion, parseQuestions } from './eval-questions.ts';
import { chanceOf, fitLogistic, type Labelled, type LogisticModel } from './logistic.ts';

const USAGE = 'npm run calibrate -- --questions FILE.jsonl [--questions FILE.jsonl …] [--write]';
const WEIGHTS = resolve(import.meta.dirname, '../answer/confidence-weights.ts');
const OFFERED = join(KNOWLEDGE, 'suggestions.json');
/** Share of the answerable questions of the first file that may be refused. */
const REFUSED = 0.04;
const FOLDS = 5;

/** What can only speak for an answer, and what only against one, whatever the questions at hand happen to show. */
const SIGNS: Partial<Record<keyof Evidence, 1 | -1>> = {
  nearestWritten: 1,
  likeness: 1,
  sameFormCover: 1,
  sameKindLikeness: 1,
  formMet: 1,
  rarestMissing: -1,
};

type Row = Labelled<keyof Evidence> & { file: string };

/**
 * Fits the model that decides when to say «no lo encontré» to questions that are labelled as answerable or not, with
 * the answerer as it stands. The first file sets how many answerable questions may be refused.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: 'string', multiple: true },
      write: { type: 'boolean', default: false },
    },
  });
  const files = values.questions ?? [];
  if (files.length === 0) throw new Error(`which questions? ${USAGE}`);
  const rows = await evidenceOf([...files, OFFERED]);
  const held = outOfFold(rows);
  const cut = cutFor(rows, held);
  for (const file of [...files, OFFERED]) print(file, rows, held, cut);
  if (values.write) await write(centred(fitLogistic(rows, SIGNS), rows));
}

/** The evidence on every question that is decided by it; norms, definitions, lists and strange names decide the others. */
async function evidenceOf(files: readonly string[]): Promise<Row[]> {
  const { retriever, norms, lexicon, texts } = await openKnowledge({ dataFolder: readConfig().DATA_FOLDER });
  let seen: Evidence | undefined;
  const answerer = createAnswerer({
    retriever,
    norms,
    lexicon,
    texts: (language) => texts[language],
    watch: (evidence) => {
      seen = evidence;
    },
  });
  const rows: Row[] = [];
  for (const file of files) {
    for (const { question, language, answerable } of await questionsOf(file)) {
      seen = undefined;
      await answerer.answer({ text: question, language });
      if (seen && !isHopeless(seen)) rows.push({ values: seen, positive: answerable, file });
    }
  }
  return rows;
}

/** The questions of a file; those that the assistant offers itself are all answerable. */
async function questionsOf(
  file: string,
): Promise<Pick<EvalQuestion, 'question' | 'language' | 'answerable'>[]> {
  const content = await readFile(file, 'utf8');
  if (file !== OFFERED) return parseQuestions(content);
  return SuggestionCatalogue.parse(JSON.parse(content)).suggestions.flatMap(({ es, en }) => [
    { question: es, language: 'es' as const, answerable: true },
    ...(en ? [{ question: en, language: 'en' as const, answerable: true }] : []),
  ]);
}

/** The chance of each row from a model that has not seen it. */
function outOfFold(rows: readonly Row[]): Map<Row, number> {
  const chances = new Map<Row, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitLogistic(
      rows.filter((_, at) => at % FOLDS !== fold),
      SIGNS,
    );
    rows.forEach((row, at) => {
      if (at % FOLDS === fold) chances.set(row, chanceOf(model, row.values));
    });
  }
  return chances;
}

/** The chance under which the allowed share of the first file's answerable questions falls. */
function cutFor(rows: readonly Row[], chances: ReadonlyMap<Row, number>): number {
  const first = rows[0]?.file;
  const own = rows
    .filter(({ file, positive }) => file === first && positive)
    .map((row) => chances.get(row) ?? 0)
    .sort((a, b) => a - b);
  return own[Math.floor(REFUSED * own.length)] ?? 0.5;
}

/** The model with its intercept moved so that the cut is at a chance of one half. */
function centred(model: LogisticModel<keyof Evidence>, rows: readonly Row[]): LogisticModel<keyof Evidence> {
  const cut = cutFor(rows, new Map(rows.map((row) => [row, chanceOf(model, row.values)])));
  return { ...model, intercept: model.intercept - Math.log(cut / (1 - cut)) };
}

function print(file: string, rows: readonly Row[], chances: ReadonlyMap<Row, number>, cut: number): void {
  const own = rows.filter((row) => row.file === file);
  const refused = (positive: boolean) => {
    const side = own.filter((row) => row.positive === positive);
    const below = side.filter((row) => (chances.get(row) ?? 0) < cut).length;
    return side.length === 0 ? '–' : `${(below / side.length).toFixed(3)} of ${side.length}`;
  };
  console.log(`${file}: refused ${refused(false)} unanswerable, ${refused(true)} answerable (out of fold)`);
}

async function write({ intercept, weights }: LogisticModel<keyof Evidence>): Promise<void> {
  const lines = Object.entries(weights).map(([name, weight]) => `    ${name}: ${Number(weight.toFixed(4))},`);
  await writeFile(
    WEIGHTS,
    `import type { Evidence } from './evidence.ts';

/** A logistic model of the evidence. Written by \`npm run calibrate\`. */
export const WEIGHTS: { intercept: number; weights: Record<keyof Evidence, number> } = {
  intercept: ${Number(intercept.toFixed(4))},
  weights: {
${lines.join('\n')}
  },
};
`,
  );
  console.log(`written to ${join('src/answer/confidence-weights.ts')}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
