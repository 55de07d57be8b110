import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import {
  findPassage,
  latentSemantic,
  openRetriever,
  PIPELINE_VERSION,
  type Retriever,
  readLexicon,
} from '../retrieval/index.ts';
import { KNOWLEDGE, openKnowledge } from '../server/knowledge.ts';
import { LANGUAGES } from '../text/locales.ts';
import { ablationTable } from './eval-ablation.ts';
import { type ScoredSystem, stockBaselines } from './eval-baselines.ts';
import type { OpenedPassage } from './eval-citations.ts';
import { compareRuns } from './eval-compare.ts';
import { type EvalQuestion, parseQuestions } from './eval-questions.ts';
import { type EvalReport, reportOn } from './eval-report.ts';
import { type EvalRow, runEvaluation } from './eval-run.ts';
import { currentCommit, readRun, saveRun } from './eval-store.ts';
import { faultsOf, tableOf } from './eval-table.ts';

const USAGE = `npm run eval -- --questions FILE.jsonl [--questions FILE.jsonl]… [--json] [--verbose] [--save NAME] [--ablation]
npm run eval -- --compare RUN RUN`;

type Asked = EvalQuestion & { file: string };

async function readAll(files: readonly string[]): Promise<Asked[]> {
  const read = await Promise.all(
    files.map(async (file) => {
      const questions = parseQuestions(await readFile(file, 'utf8'));
      return questions.map((question) => ({ ...question, file: basename(file) }));
    }),
  );
  return read.flat();
}

/** Scores the search, the answers and the look-ups on questions, with the local embeddings, beside the stock baselines. */
async function evaluate(
  questions: readonly Asked[],
  dataFolder: string,
): Promise<{ report: EvalReport; rows: EvalRow[] }> {
  const { retriever, norms, answerer } = await openKnowledge({ dataFolder });
  const system = systemOf(retriever);
  const sources = await Promise.all(
    retriever.documents.map(async ({ file }) => ({
      doc: file,
      text: await readFile(join(KNOWLEDGE, 'sources', file), 'utf8'),
    })),
  );
  const baselines = await stockBaselines(sources, latentSemantic());
  const rows = await runEvaluation(questions, system, baselines, {
    answer: ({ question, language }) => answerer.answer({ text: question, language }),
    norms: async ({ question }) => norms.find(question).matches.map(({ norm }) => norm.label),
    open: ({ url }) => openPassage(url, retriever),
    lexicon: await readLexicon(join(KNOWLEDGE, 'lexicon.json')),
  });
  return { report: reportOn(rows, system, baselines), rows };
}

/** The passage that the address of a citation opens on its document's page. */
function openPassage(url: string, retriever: Retriever): OpenedPassage | undefined {
  const [page, id = ''] = url.split('#');
  const passage = findPassage(retriever, id);
  const document = retriever.documents.find((one) => one.id === passage?.document);
  if (!passage || !document || !page?.endsWith(`/${document.id}`)) return undefined;
  const { title, shortTitle, publisher, date, language } = document;
  const languages = LANGUAGES.map((one) => new Intl.DisplayNames(one, { type: 'language' }).of(language));
  return { text: passage.text, about: [title, shortTitle, publisher, date, ...languages].join('. ') };
}

/** A retriever as the metrics see it: its passages with the files they are of. */
function systemOf(retriever: Retriever): ScoredSystem {
  const files = new Map(retriever.documents.map(({ id, file }) => [id, file]));
  const scored = ({ document, text }: { document: string; text: string }) => ({
    doc: files.get(document) ?? document,
    text,
  });
  return {
    name: 'hybrid',
    passages: retriever.passages.map(scored),
    search: async (question) => {
      const hits = await retriever.search(question);
      return hits.filter(({ score }) => score > 0).map(({ passage }) => scored(passage));
    },
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      questions: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      ablation: { type: 'boolean', default: false },
      save: { type: 'string' },
      compare: { type: 'boolean', default: false },
    },
  });
  const dataFolder = readConfig().DATA_FOLDER;
  if (values.compare) {
    const [before, after] = positionals;
    if (!before || !after || positionals.length > 2) throw new Error(`which two runs? ${USAGE}`);
    process.stdout.write(compareRuns(await readRun(before, dataFolder), await readRun(after, dataFolder)));
    return;
  }
  if (values.questions.length === 0 || positionals.length > 0) throw new Error(`which questions? ${USAGE}`);
  const questions = await readAll(values.questions);
  if (values.ablation) {
    const folders = { knowledgeFolder: KNOWLEDGE, dataFolder: join(dataFolder, 'index') };
    const table = ablationTable(questions, async (weights) =>
      systemOf(await openRetriever({ ...folders, weights })),
    );
    process.stdout.write(await table);
    return;
  }
  const { report, rows } = await evaluate(questions, dataFolder);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
  if (values.verbose) process.stderr.write(faultsOf(rows));
  if (values.save) {
    const file = await saveRun(
      {
        name: values.save,
        date: new Date().toISOString(),
        commit: await currentCommit(import.meta.dirname),
        pipeline: PIPELINE_VERSION,
        config: { questions: values.questions, embeddings: latentSemantic().identity },
        report,
        rows,
      },
      dataFolder,
    );
    process.stderr.write(`kept in ${file}\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
