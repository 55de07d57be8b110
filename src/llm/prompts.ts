import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../text/locales.ts';

/** A template with its places filled in. */
export interface RenderedPrompt {
  system: string;
  user: string;
}

/** A template of `prompts/`, in one language. */
export interface Prompt {
  name: string;
  language: Language;
  version: number;
  /** @throws when a value is missing or is of no place: both are faults of the build. */
  render(values: Record<string, string>): RenderedPrompt;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const PLACE = /\{\{([\w-]+)\}\}/g;

/**
 * Reads `<folder>/<name>.<language>.md`: front matter with `name`, `language`, `version` and `placeholders`, then
 * what the model is told under `# system` and what it is handed under `# user`.
 * @throws naming the file and its fault: not there, or not what its front matter declares.
 */
export function readPrompt(folder: string, name: string, language: Language): Prompt {
  const file = `${name}.${language}.md`;
  const fault = (what: string) => new Error(`prompts/${file}: ${what}`);
  let source: string;
  try {
    source = readFileSync(join(folder, file), 'utf8');
  } catch {
    throw fault('cannot be read');
  }
  const matter = FRONT_MATTER.exec(source);
  if (!matter?.[1]) throw fault('has no front matter between two lines of «---»');
  const declared = new Map(
    matter[1].split('\n').map((line) => {
      const [key = '', ...value] = line.split(':');
      return [key.trim(), value.join(':').trim()] as const;
    }),
  );
  for (const [key, value] of [
    ['name', name],
    ['language', language],
  ] as const)
    if (declared.get(key) !== value) throw fault(`its ${key} is «${declared.get(key)}», not «${value}»`);
  const version = Number(declared.get('version'));
  if (!Number.isInteger(version) || version < 1) throw fault('its version is no whole number from 1 on');
  const [before, system, user] = source.slice(matter[0].length).split(/^# (?:system|user)$/m);
  if (
    before?.trim() !== '' ||
    !system ||
    !user ||
    source.indexOf('\n# system\n') > source.indexOf('\n# user\n')
  )
    throw fault('is not a part «# system» and then a part «# user»');
  const places = listed(declared.get('placeholders'));
  const used = new Set([...`${system}${user}`.matchAll(PLACE)].map((match) => match[1] ?? ''));
  const undeclared = [...used].filter((place) => !places.includes(place));
  const unused = places.filter((place) => !used.has(place));
  if (undeclared.length > 0) throw fault(`does not declare {{${undeclared.join('}}, {{')}}}`);
  if (unused.length > 0) throw fault(`declares {{${unused.join('}}, {{')}}} and does not use it`);
  return {
    name,
    language,
    version,
    render(values) {
      const given = Object.keys(values);
      const wrong = [
        ...places.filter((p) => !given.includes(p)),
        ...given.filter((g) => !places.includes(g)),
      ];
      if (wrong.length > 0) throw fault(`is given other values than it declares: ${wrong.join(', ')}`);
      // In one pass: what stands in a value is never read as a place.
      const fill = (text: string) => text.replace(PLACE, (_, place: string) => values[place] ?? '').trim();
      return { system: fill(system), user: fill(user) };
    },
  };
}

function listed(names: string | undefined): string[] {
  return (names ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
