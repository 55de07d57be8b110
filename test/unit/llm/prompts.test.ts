import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../../src/llm/index.ts';
import { LANGUAGES } from '../../../src/text/locales.ts';

/** Reads a template with this front matter and body as `greet.es.md`. */
function read(matter: string, body: string) {
  const folder = mkdtempSync(join(tmpdir(), 'prompts-'));
  writeFileSync(join(folder, 'greet.es.md'), `---\n${matter}\n---\n${body}`);
  return readPrompt(folder, 'greet', 'es');
}
const MATTER = 'name: greet\nlanguage: es\nversion: 3\nplaceholders: who, what';
const BODY = '# system\n\nSea amable con {{who}}.\n\n# user\n\n{{what}} de {{who}}\n';

describe('reading a prompt', () => {
  it('fills its places in one pass, so that a value is never a template', () => {
    const prompt = read(MATTER, BODY);
    expect(prompt.version).toBe(3);
    expect(prompt.render({ who: 'Ana', what: '{{who}} y $& ' })).toEqual({
      system: 'Sea amable con Ana.',
      user: '{{who}} y $&  de Ana',
    });
  });

  it('names the file and the fault', () => {
    const cases: [() => unknown, RegExp][] = [
      [() => readPrompt('prompts', 'nothing', 'es'), /prompts\/nothing\.es\.md: cannot be read/],
      [
        () => read(MATTER, BODY.replace('{{what}}', '{{when}}')),
        /greet\.es\.md: does not declare \{\{when}}/,
      ],
      [() => read(`${MATTER}, when`, BODY), /declares \{\{when}} and does not use it/],
      [() => read(MATTER.replace('3', 'x'), BODY), /its version/],
      [() => read(MATTER.replace('greet', 'meet'), BODY), /its name is «meet», not «greet»/],
      [() => read(MATTER, BODY.replace('# user', '# person')), /«# system» and then a part «# user»/],
      [() => read(MATTER, BODY.replace('system', 'x').replace('user', 'system')), /«# system»/],
    ];
    for (const [attempt, fault] of cases) expect(attempt).toThrow(fault);
  });

  it('does not render with a value missing or too many', () => {
    const prompt = read(MATTER, BODY);
    expect(() => prompt.render({ who: 'Ana' })).toThrow(/what/);
    expect(() => prompt.render({ who: 'Ana', what: 'x', why: 'y' })).toThrow(/why/);
  });
});

describe('the prompts of the service', () => {
  const names = new Set(
    readdirSync('prompts').flatMap((file) => /^([\w-]+)\.(?:es|en)\.md$/.exec(file)?.[1] ?? []),
  );

  it.each([...names])('«%s» stands in every language in the same version', (name) => {
    const versions = LANGUAGES.map((language) => readPrompt('prompts', name, language).version);
    expect(new Set(versions).size).toBe(1);
  });
});
