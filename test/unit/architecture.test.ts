import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What each room may import, besides `text` and types. The one direction of dependency of the house. */
const MAY_IMPORT: Record<string, readonly string[] | 'everything'> = {
  text: [],
  plan: [],
  messages: [],
  retrieval: [],
  llm: [],
  storage: [],
  observe: [],
  understanding: ['plan'],
  guide: ['plan', 'messages', 'understanding'],
  dialogs: ['guide', 'plan', 'understanding'],
  legal: ['retrieval'],
  answer: ['retrieval', 'legal', 'llm', 'messages', 'observe'],
  ingest: ['retrieval', 'llm'],
  export: ['plan', 'messages'],
  channels: ['messages', 'storage', 'observe'],
  bot: [
    'plan',
    'messages',
    'retrieval',
    'llm',
    'storage',
    'observe',
    'understanding',
    'guide',
    'legal',
    'answer',
    'export',
  ],
  server: 'everything',
  cli: 'everything',
  main: 'everything',
  config: [],
};
const NAMES_BOTBUILDER = ['bot', 'channels', 'server'];

interface Import {
  from: string;
  file: string;
  target: string;
  typeOnly: boolean;
}

function roomOf(path: string): string {
  const [top = '', room = ''] = relative(root, path).split('/');
  return top === 'dialogs' ? 'dialogs' : room.replace(/\.ts$/, '');
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const target = (node.moduleSpecifier as ts.StringLiteral).text;
      found.push({ from: roomOf(file), file: relative(root, file), target, typeOnly: isTypeOnly(node) });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument))
        found.push({
          from: roomOf(file),
          file: relative(root, file),
          target: argument.text,
          typeOnly: false,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((e) => e.isTypeOnly)
  );
}

const files = globSync(['src/**/*.ts', 'dialogs/**/*.ts'], { cwd: root }).map((f) => join(root, f));
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has a rule for every room', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });

  it('imports in one direction only', () => {
    const forbidden = imports.filter(({ from, file, target, typeOnly }) => {
      if (!target.startsWith('.') || typeOnly) return false;
      const to = roomOf(resolve(root, dirname(file), target));
      const allowed = MAY_IMPORT[from];
      return to !== from && to !== 'text' && allowed !== 'everything' && !allowed?.includes(to);
    });
    expect(forbidden).toEqual([]);
  });

  it('names botbuilder only where turns come in and go out', () => {
    const outside = imports.filter(
      ({ from, target }) =>
        /^(botbuilder|botframework|@microsoft\/agents)/.test(target) && !NAMES_BOTBUILDER.includes(from),
    );
    expect(outside).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = files
      .filter((f) => /process\.env/.test(readFileSync(f, 'utf8')))
      .map((f) => relative(root, f));
    expect(readers).toEqual(['src/config.ts']);
  });

  it('loads what makes documents in threads of its own alone, so that nobody waits for one', () => {
    const reached = new Set<string>();
    const libraries = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { target, typeOnly } of importsOf(file)) {
        if (typeOnly) continue;
        if (target.startsWith('.')) follow(resolve(dirname(file), target));
        else libraries.add(target);
      }
    };
    follow(join(root, 'src/main.ts'));
    expect(reached.size).toBeGreaterThan(300);
    expect(libraries).toContain('restify');
    const writers = ['docx', 'exceljs', 'pdfkit', '@resvg/resvg-js', 'ical-generator'];
    expect(writers.filter((one) => libraries.has(one))).toEqual([]);
  });
});
