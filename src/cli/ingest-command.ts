import { parseArgs } from 'node:util';
import { type DocumentDetails, FILE_TYPES } from '../ingest/index.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../retrieval/index.ts';
import { LANGUAGES, type Language, type TextParams } from '../text/locales.ts';

/** What an operator asks for. */
export type IngestCommand =
  | { kind: 'help' }
  | { kind: 'list' }
  | { kind: 'remove'; id: string }
  | { kind: 'questions'; id: string }
  | { kind: 'add'; file: string; details: DocumentDetails; replaces?: string | undefined };

/** The options make no command; `ingest.<key>` says why. */
export class CommandFault extends Error {
  readonly key: string;
  readonly params: TextParams;

  constructor(key: string, params: TextParams = {}) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = 'CommandFault';
    this.key = key;
    this.params = params;
  }
}

/** Longest value of an option, and longest short title that is made of a title. */
const LONGEST = 300;
const SHORT = 60;

/** Values of the usage text. */
export const USAGE = { types: FILE_TYPES.join(', '), kinds: DOCUMENT_KINDS.join(', ') };

/**
 * Reads the arguments of `npm run ingest`.
 * @throws {CommandFault} naming every missing option at once.
 */
export function parseCommand(args: readonly string[]): IngestCommand {
  const { values, positionals } = read(args);
  const asked = [values.list, values.remove, values.questions].filter((value) => value !== undefined);
  if (values.help || args.length === 0) return { kind: 'help' };
  if (asked.length > 1 || (asked.length === 1 && positionals.length > 0) || positionals.length > 1)
    throw new CommandFault('invalid', { reason: args.join(' ') });
  if (values.list) return { kind: 'list' };
  if (values.remove !== undefined) return { kind: 'remove', id: values.remove };
  if (values.questions !== undefined) return { kind: 'questions', id: values.questions };
  const needed = {
    '--title': values.title,
    '--publisher': values.publisher,
    '--date': values.date,
    '--kind': values.kind,
    '--language': values.language,
  };
  const missing = Object.entries({ ...needed, FILE: positionals[0] }).flatMap(([name, value]) =>
    value?.trim() ? [] : [name],
  );
  if (missing.length > 0) throw new CommandFault('missing', { names: missing.join(', ') });
  for (const [name, value] of Object.entries({ ...needed, '--short-title': values['short-title'] }))
    if (value && value.length > LONGEST) throw new CommandFault('too-long-option', { name, limit: LONGEST });
  const { title = '', publisher = '', date = '' } = values;
  return {
    kind: 'add',
    file: positionals[0] ?? '',
    details: {
      title: title.trim(),
      shortTitle: values['short-title']?.trim() || shortTitle(title.trim()),
      publisher: publisher.trim(),
      date: date.trim(),
      kind: kindOf(values.kind ?? ''),
      language: languageOf(values.language ?? ''),
    },
    replaces: values.replace,
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        'short-title': { type: 'string' },
        publisher: { type: 'string' },
        date: { type: 'string' },
        kind: { type: 'string' },
        language: { type: 'string' },
        replace: { type: 'string' },
        remove: { type: 'string' },
        questions: { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new CommandFault('invalid', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function kindOf(value: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === value);
  if (!kind) throw new CommandFault('invalid-kind', { value, kinds: USAGE.kinds });
  return kind;
}

function languageOf(value: string): Language {
  const language = LANGUAGES.find((one) => one === value);
  if (!language) throw new CommandFault('invalid-language', { value });
  return language;
}

/** A title up to its colon or full stop, or its first words. */
function shortTitle(title: string): string {
  if (title.length <= SHORT) return title;
  const [head = title] = title.split(/[:.](?=\s)/);
  if (head.length <= SHORT) return head;
  return `${head.slice(0, head.lastIndexOf(' ', SHORT - 1) + 1 || SHORT).trim()}…`;
}
