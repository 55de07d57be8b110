import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Values for the `{placeholders}` of a text. */
export type TextParams = Record<string, string | number | boolean>;

/** Every sentence and label a user reads, in one language. */
export interface Texts {
  language: Language;
  /**
   * The text of a key, with its placeholders filled in (ICU MessageFormat: plurals and selections work).
   * @throws when the key has no text: a missing text is a fault of the build, never shown to a user.
   */
  t(key: string, params?: TextParams): string;
  has(key: string): boolean;
  keys(): string[];
  /** Names of the `{placeholders}` of a text. @throws when the key has no text. */
  placeholders(key: string): string[];
}

const REGION: Record<Language, string> = { es: 'es-CO', en: 'en-US' };
/** What a parsed message calls its plain words, and a placeholder that is filled in as it is. */
const TYPE_LITERAL = 0;
const TYPE_ARGUMENT = 1;

/**
 * Loads `<folder>/<language>/*.json`: flat objects of key to text. The first part of every key is the name of
 * its file, so that a key tells where it stands.
 * @throws when a key is in the wrong file or stands twice.
 */
export function loadTexts(folder: string, language: Language): Texts {
  const source = new Map<string, string>();
  for (const file of readdirSync(join(folder, language)).sort()) {
    if (!file.endsWith('.json')) continue;
    const entries = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(entries)) {
      if (key.split('.')[0] !== file.slice(0, -'.json'.length))
        throw new Error(`locales/${language}/${file}: key «${key}» belongs to another file`);
      source.set(key, text);
    }
  }
  return textsFrom(language, source);
}

/** A text, ready to be filled. */
interface Compiled {
  message: IntlMessageFormat;
  placeholders: string[];
  /** Of a text without placeholders, which is always the same. */
  plain?: string;
  /** Of a text whose placeholders are all filled in as they are: its words and placeholders in turn. */
  parts?: { value: string; placeholder: boolean }[];
}

function textsFrom(language: Language, source: Map<string, string>): Texts {
  const compiled = new Map<string, Compiled>();
  const compile = (key: string): Compiled => {
    const known = compiled.get(key);
    if (known) return known;
    const text = source.get(key);
    if (text === undefined) throw new Error(`no text for «${key}» in ${language}`);
    const message = new IntlMessageFormat(text, REGION[language], undefined, { ignoreTag: true });
    const ast = message.getAst();
    const placeholders = [...new Set(argumentsOf(ast))];
    const parts = ast.flatMap((element) =>
      element.type === TYPE_LITERAL || element.type === TYPE_ARGUMENT
        ? [{ value: element.value, placeholder: element.type === TYPE_ARGUMENT }]
        : [],
    );
    const made = {
      message,
      placeholders,
      ...(placeholders.length === 0 && { plain: String(message.format()) }),
      ...(parts.length === ast.length && { parts }),
    };
    compiled.set(key, made);
    return made;
  };
  return {
    language,
    t: (key, params) => {
      const { plain, parts, message } = compile(key);
      return plain ?? (parts && filled(parts, params)) ?? String(message.format(params));
    },
    has: (key) => source.has(key),
    keys: () => [...source.keys()],
    placeholders: (key) => [...compile(key).placeholders],
  };
}

/** The parts joined, as most texts are filled; undefined where a placeholder has no words or number of its own. */
function filled(parts: NonNullable<Compiled['parts']>, params: TextParams = {}): string | undefined {
  let text = '';
  for (const { value, placeholder } of parts) {
    const told = placeholder ? params[value] : value;
    if (typeof told !== 'string' && typeof told !== 'number') return undefined;
    text += told;
  }
  return text;
}

/** Names of the arguments in a message and in the branches of its selections. */
function argumentsOf(elements: ReturnType<IntlMessageFormat['getAst']>): string[] {
  return elements.flatMap((element): string[] => {
    if (!('value' in element) || element.type === TYPE_LITERAL) return [];
    const branches = 'options' in element ? Object.values(element.options) : [];
    return [element.value, ...branches.flatMap(({ value }) => argumentsOf(value))];
  });
}
