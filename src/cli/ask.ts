import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openKnowledge } from '../server/knowledge.ts';
import { LANGUAGES, type Language } from '../text/locales.ts';

const USAGE = 'npm run ask -- "pregunta" [--json] [--lang es|en]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'es' } },
});
const language = LANGUAGES.find((one): one is Language => one === values.lang);
const text = positionals.join(' ').trim();
if (language === undefined || text === '') {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const { answerer, norms } = await openKnowledge({ dataFolder: readConfig().DATA_FOLDER });
const answer = await answerer.answer({ text, language });
const citations = answer.kind === 'answer' ? answer.citations : answer.nearest;
if (values.json) {
  const labels = norms.find(text).matches.map(({ norm }) => norm.label);
  process.stdout.write(
    `${JSON.stringify({ kind: answer.kind, text: answer.text, citations, norms: labels }, null, 2)}\n`,
  );
} else {
  const notes = citations.map(
    ({ n, title, kind, date, section, url }) => `[${n}] ${title} (${kind}, ${date}). ${section}. ${url}`,
  );
  process.stdout.write(`${[answer.text, notes.join('\n')].join('\n\n')}\n`);
}
