import { describe, expect, it } from 'vitest';
import { CommandFault, parseCommand } from '../../../src/cli/ingest-command.ts';
import { DOCUMENT_KINDS } from '../../../src/retrieval/index.ts';
import { loadTexts } from '../../../src/text/locales.ts';

const FULL = ['a.pdf', '--publisher', 'P', '--date', '2024', '--kind', 'official-guide', '--language', 'es'];
const texts = { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') };

function faultOf(...args: string[]): CommandFault {
  try {
    parseCommand(args);
  } catch (error) {
    if (error instanceof CommandFault) return error;
  }
  throw new Error('no fault');
}

describe('the arguments of npm run ingest', () => {
  it('name a file and all that is said of it', () => {
    expect(parseCommand([...FULL, '--title', ' Manual de cooperación '])).toEqual({
      kind: 'add',
      file: 'a.pdf',
      details: {
        title: 'Manual de cooperación',
        shortTitle: 'Manual de cooperación',
        publisher: 'P',
        date: '2024',
        kind: 'official-guide',
        language: 'es',
      },
      replaces: undefined,
    });
  });

  it.each([
    ['Guía municipal: todo lo que hay que saber para cooperar con otras ciudades', 'Guía municipal'],
    [
      'Lineamientos municipales para cooperar con otras ciudades del mundo entero',
      'Lineamientos municipales para cooperar con otras ciudades…',
    ],
  ])('make a short title of «%s»', (title, shortTitle) => {
    expect(parseCommand([...FULL, '--title', title])).toMatchObject({ details: { shortTitle } });
  });

  it.each<[string, object]>([
    ['', { kind: 'help' }],
    ['--help', { kind: 'help' }],
    ['--list', { kind: 'list' }],
    ['--remove d1', { kind: 'remove', id: 'd1' }],
    ['--questions d1', { kind: 'questions', id: 'd1' }],
  ])('«%s»', (line, command) => {
    expect(parseCommand(line.split(' ').filter((word) => word !== ''))).toEqual(command);
  });

  it.each<[string[], string, string]>([
    [['a.pdf', '--title', ' '], 'missing', '--title, --publisher, --date, --kind, --language'],
    [[...FULL.slice(1), '--title', 'T'], 'missing', 'FILE'],
    [[...FULL, '--title', 'T', '--kind', 'ley'], 'invalid-kind', 'campaign-programme'],
    [[...FULL, '--title', 'T', '--language', 'fr'], 'invalid-language', 'fr'],
    [[...FULL, '--title', 'T'.repeat(301)], 'too-long-option', '--title'],
    [['--titel', 'T'], 'invalid', '--titel'],
    [['--list', '--remove', 'd1'], 'invalid', '--remove'],
    [['a.pdf', 'b.pdf'], 'invalid', 'b.pdf'],
  ])('%j are refused: %s', (args, key, named) => {
    const fault = faultOf(...args);
    expect(fault.key).toBe(key);
    expect(texts.es.t(`ingest.${key}`, fault.params)).toContain(named);
  });

  it('are explained in both languages with every kind', () => {
    for (const { t } of Object.values(texts))
      for (const kind of DOCUMENT_KINDS)
        expect(t('ingest.usage', { types: '.pdf', kinds: DOCUMENT_KINDS.join() })).toContain(kind);
  });
});
