import { describe, expect, it } from 'vitest';
import { changesOf, entriesOf, type PlanVersion, tellEntry } from '../../../src/guide/history.ts';
import type { LastChange } from '../../../src/plan/origin.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { texts, workflow } from './workflow.ts';

const telling = { workflow, texts, today: '2026-11-21' };

function version(
  number: number,
  minute: number,
  who: string | undefined,
  entity: Plan['entity'],
  how: LastChange['how'] = 'typed',
): PlanVersion {
  const at = new Date(Date.parse('2026-11-21T15:00:00Z') + minute * 60_000).toISOString();
  const plan = { ...emptyPlan('p'), entity, lastChange: { at, how, ...(who !== undefined && { who }) } };
  return { number, at, plan };
}

describe('the history of a plan', () => {
  const versions = [
    version(1, 0, 'Ana', {}),
    version(2, 0, 'Ana', { name: 'Neiva' }),
    version(3, 0.5, 'Ana', { name: 'Neiva', population: 9000 }),
    version(4, 0.6, 'Luis', { name: 'Neiva', population: 9500 }),
    version(5, 0.7, 'Luis', { name: 'Neiva', population: 9000 }, 'undone'),
    version(6, 90, undefined, { name: 'Neiva', population: 9800 }),
  ];

  it('tells what one person did within a minute together, and an undoing by itself; the latest first', () => {
    expect(entriesOf(versions, telling).map(({ first, number, who }) => [first, number, who])).toEqual([
      [6, 6, []],
      [5, 5, ['Luis']],
      [4, 4, ['Luis']],
      [1, 3, ['Ana']],
    ]);
  });

  it('says in plain words when, who and what was before and after', () => {
    const [last, undone, changed, first] = entriesOf(versions, telling).map((entry) =>
      tellEntry(entry, telling),
    );
    expect(last).toBe('**Versión 6** · hoy a las 11:30 a. m.\n- **Población**: de «9000» a «9800»');
    expect(undone).toBe(
      '**Versión 5** · hoy a las 10:00 a. m. · Luis · deshizo un cambio\n- **Población**: de «9500» a «9000»',
    );
    expect(changed).toContain('de «9000» a «9500»');
    expect(first).toBe(
      '**Versiones 1 a 3** · hoy a las 10:00 a. m. · Ana\n- **Entidad**: se agregó «Neiva»\n- **Población**: se agregó «9000»',
    );
  });

  it('tells the changes of one datum alone', () => {
    const entries = changesOf(entriesOf(versions, telling), 'la población', []);
    expect(entries.map(({ number }) => number)).toEqual([6, 5, 4, 3]);
    expect(entries.flatMap(({ changes }) => changes.map(({ label }) => label))).toEqual(
      Array(4).fill('Población'),
    );
    expect(changesOf(entriesOf(versions, telling), 'otro nombre', ['entity.name'])).toHaveLength(1);
    expect(changesOf(entriesOf(versions, telling), 'presupuesto', [])).toEqual([]);
  });

  it('leaves out versions that change nothing', () => {
    const same = [version(1, 0, 'Ana', { name: 'Neiva' }), version(2, 9, 'Ana', { name: 'Neiva' })];
    expect(entriesOf(same, telling).map(({ number }) => number)).toEqual([1]);
  });
});
