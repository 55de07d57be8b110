import { stderr, stdout } from 'node:process';
import { ConfigError, readConfig } from '../config.ts';
import { IngestFault } from '../ingest/index.ts';
import { readPrompt } from '../llm/index.ts';
import { languageModelOf } from '../server/app.ts';
import { KNOWLEDGE, LOCALES, libraryOf, PROMPTS } from '../server/knowledge.ts';
import { loadTexts } from '../text/locales.ts';
import { CommandFault, parseCommand, USAGE } from './ingest-command.ts';
import { runIngest } from './ingest-run.ts';

try {
  await ingest();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function ingest(): Promise<void> {
  const config = readConfig();
  const texts = loadTexts(LOCALES, config.LANGUAGE);
  try {
    await runIngest(parseCommand(process.argv.slice(2)), {
      knowledgeFolder: KNOWLEDGE,
      libraryFolder: libraryOf(config.DATA_FOLDER),
      model: () => languageModelOf(config, () => new Date()),
      prompt: (language) => readPrompt(PROMPTS, 'expansion', language),
      texts,
      print: (line) => stdout.write(`${line}\n`),
      progress: (line) => stderr.write(stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`),
    });
  } catch (error) {
    if (error instanceof CommandFault) {
      stderr.write(`${texts.t(`ingest.${error.key}`, error.params)}\n\n${texts.t('ingest.usage', USAGE)}\n`);
      process.exitCode = 2;
    } else if (error instanceof IngestFault) {
      stderr.write(`${texts.t(`ingest.fault.${error.reason}`, error.params)}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}
