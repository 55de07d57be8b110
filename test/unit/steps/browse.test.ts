import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import { guideList, indicatorLabel } from '../../../src/guide/lists.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { answer, contextFor, fieldOf, plainPlan, texts } from './plan.ts';

const GUIDE = guideList('indicators').flatMap(({ indicators }) => indicators);
let turn: Turn;
let host = { texts: texts.es, today: '2026-11-21' };

function say(...messages: string[]): string {
  for (const message of messages) turn = handle(guide, { ...host, ...turn }, message);
  return turn.outputs.map((o) => (o.type === 'request' ? '' : o.text)).join('\n');
}
const rows = (said: string) => said.split('\n').filter((line) => /^\d+\. /.test(line));
const told = () =>
  turn.plan.indicators?.filter(({ id }) => turn.plan.projects?.[0]?.indicators?.includes(id));

function open(language: 'es' | 'en'): void {
  host = { texts: texts[language], today: '2026-11-21' };
  const plan = { ...plainPlan(), indicators: [] };
  turn = start(guide, { ...host, plan });
  say(
    language === 'es' ? 'completa' : 'full',
    language === 'es' ? 'corregir indicadores' : 'change indicators',
  );
}

describe('the guide’s 64 indicators', () => {
  beforeEach(() => open('es'));

  it('are looked through by their seven groups, none of their pages longer than ten', () => {
    const seen = new Set<string>();
    expect(rows(say('ver toda la lista'))).toHaveLength(7);
    for (let group = 1; group <= 7; group += 1) {
      let page = rows(say('otros grupos', String(group)));
      while (page.length > 0 && !seen.has(page[0]?.replace(/^\d+\. /, '') ?? '')) {
        expect(page.length).toBeLessThanOrEqual(10);
        for (const row of page) seen.add(row.replace(/^\d+\. /, ''));
        const [last] = turn.outputs.slice(-1);
        const more = last?.type === 'ask' && last.choices?.some(({ value }) => value === 'Ver más opciones');
        if (!more) break;
        page = rows(say('ver más opciones'));
      }
    }
    expect([...seen].sort()).toEqual(GUIDE.map(({ text }) => text).sort());
  });

  it('are chosen several at once by number, and added to those chosen before', () => {
    say(
      'ver toda la lista',
      '1',
      '3 y 5',
      'otros grupos',
      'cooperación multilateral',
      'adhesiones a nuevas redes',
    );
    expect(told()?.map(({ guide: id }) => id)).toEqual(['economic-3', 'economic-5', 'multilateral-3']);
    say('Listo, seguir');
    expect(turn.state.browsing).toBeUndefined();
  });

  it('may be joined by one of one’s own', () => {
    say('ver toda la lista', '1', '3', 'guías certificados: hoy 0, meta 10');
    expect(told()).toMatchObject([
      { guide: 'economic-3' },
      { name: 'guías certificados', baseline: 0, target: 10 },
    ]);
  });

  it('say what numbers there are when one is not', () => {
    expect(say('ver toda la lista', '9')).toContain('del 1 al 7');
    expect(say('6', '12')).toContain('del 1 al 6');
    expect(told()).toEqual([]);
  });

  it('are left by any other command, and asked again as before', () => {
    say('ver toda la lista', '2', 'saltar');
    expect(turn.state.browsing).toBeUndefined();
    expect(turn.state.skipped).toContain('projects.project-1.indicators');
  });
});

describe('in English', () => {
  beforeEach(() => open('en'));

  it('they have names of their own, kept with the guide’s id', () => {
    say('see the whole list', '6', '3');
    expect(told()).toMatchObject([
      { name: 'Number of new city networks and multilateral bodies joined', guide: 'multilateral-3' },
    ]);
  });
});

it.each(['es', 'en'] as const)('each of the 64 is known by its name in %s', (language) => {
  const labels = GUIDE.map((entry) => indicatorLabel(entry, language));
  expect(new Set(labels).size).toBe(64);
  for (const [i, label] of labels.entries()) {
    const reading = fieldOf('projects.*.indicators').read(
      label,
      contextFor(plainPlan(), 'projects', language),
    );
    expect(reading).toEqual({ ok: true, value: [{ name: label, guide: GUIDE[i]?.id }] });
  }
});

describe('the guide’s actions', () => {
  it.each([
    ['cooperationActions', 'cooperation-actions', 9],
    ['competitionActions', 'positioning-actions', 20],
  ] as const)('%s are all in the list, and understood by number', (name, list, count) => {
    expect(guideList(list)).toHaveLength(count);
    const field = fieldOf(`projects.*.${name}`);
    const ctx = contextFor(plainPlan(), 'projects');
    const entries = field.catalogue?.groups(ctx).flatMap((group) => group.entries) ?? [];
    expect(entries.map(({ id }) => id).sort()).toEqual(
      guideList(list)
        .map(({ id }) => id)
        .sort(),
    );
    const { value } = answer(plainPlan(), { field, each: 'projects' }, String(count));
    expect(value).toEqual([entries[count - 1]?.label]);
  });
});
