import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { latentSemantic } from '../retrieval/index.ts';
import { KNOWLEDGE, openKnowledge } from '../server/knowledge.ts';
import { type ScoredSystem, stockBaselines } from './eval-baselines.ts';
import { parseQuestions } from './eval-questions.ts';
import { type EvalReport, runEvaluation } from './eval-run.ts';
import { tableOf } from './eval-table.ts';

const USAGE = 'npm run eval -- --questions FILE.jsonl [--json]';

/**
 * Scores retrieval, abstention and legal look-up on a file of questions, with the local embeddings, beside the
 * two stock baselines.
 */
async function evaluate(file: string): Promise<EvalReport> {
  const questions = parseQuestions(await readFile(file, 'utf8'));
  const { retriever, norms, answerer } = await openKnowledge({ dataFolder: readConfig().DATA_FOLDER });
  const files = new Map(retriever.documents.map((document) => [document.id, document.file]));
  const scored = ({ document, text }: { document: string; text: string }) => ({
    doc: files.get(document) ?? document,
    text,
  });
  const system: ScoredSystem = {
    name: 'hybrid',
    passages: retriever.passages.map(scored),
    search: async (question) => (await retriever.search(question)).map(({ passage }) => scored(passage)),
  };
  const sources = await Promise.all(
    retriever.documents.map(async (document) => ({
      doc: document.file,
      text: await readFile(join(KNOWLEDGE, 'sources', document.file), 'utf8'),
    })),
  );
  return runEvaluation(questions, system, await stockBaselines(sources, latentSemantic()), {
    abstains: async ({ question, language }) =>
      (await answerer.answer({ text: question, language })).kind === 'not-found',
    norms: async ({ question }) => norms.find(question).matches.map(({ norm }) => norm.label),
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { questions: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (!values.questions) throw new Error(`which questions? ${USAGE}`);
  const report = await evaluate(values.questions);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
