import { afterEach, describe, expect, it } from 'vitest';
import { DocumentFault, DocumentThreads, type PictureJob } from '../../src/export/index.ts';
import { emptyPlan } from '../../src/plan/schema.ts';
import { LOCALES } from '../../src/server/knowledge.ts';
import { fullPlan, sources } from '../exports/fixtures.ts';
import { OddThreads } from '../support/odd-threads.ts';

const picture = (name: string): PictureJob => ({
  of: 'swot',
  name,
  plan: emptyPlan('p'),
  language: 'es',
  today: '2026-11-21',
});
const logged: { data: object; message: string }[] = [];
const log = { error: (data: object, message: string) => logged.push({ data, message }) };
const opened: { stop(): Promise<void> }[] = [];
const odd = (options: { threads?: number; limitMs?: number } = {}) => {
  const made = new OddThreads({ log, ...options });
  opened.push(made.documents);
  return made;
};
afterEach(async () => {
  logged.length = 0;
  await Promise.all(opened.splice(0).map((one) => one.stop()));
});
const reasonOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'made',
    (error) => (error instanceof DocumentFault ? error.reason : error),
  );

describe('documents made in threads of their own', () => {
  it('are the same as those made in place, whatever they are', async () => {
    const documents = new DocumentThreads({ locales: LOCALES, log });
    opened.push(documents);
    const common = { language: 'es' as const, today: '2026-11-21', sources };
    const plan = { ...common, of: 'plan' as const, plan: fullPlan(), missing: 0, norms: {} };
    const [json, word] = await Promise.all([
      documents.write({ ...plan, format: 'json' }),
      documents.write({ ...plan, format: 'docx' }),
    ]);
    expect(JSON.parse(new TextDecoder().decode(json.content))).toMatchObject({ ...fullPlan() });
    expect([word.name, [...word.content.slice(0, 2)]]).toEqual([
      'plan-accion-internacional-puerto-ceiba.docx',
      [...Buffer.from('PK')],
    ]);
    const drawn = await documents.draw({ ...picture('foda'), of: 'swot', plan: fullPlan() });
    expect([drawn?.file.name, [...(drawn?.file.content.slice(1, 4) ?? [])]]).toEqual([
      'foda.png',
      [...Buffer.from('PNG')],
    ]);
    expect(await documents.draw(picture('nada'))).toBeUndefined();
    expect(logged).toEqual([]);
  });

  it('fail alone when their writer throws, and the thread goes on', async () => {
    const documents = new DocumentThreads({ locales: LOCALES, log });
    opened.push(documents);
    const bad = { ...emptyPlan('p'), start: 'mañana' };
    const job = { of: 'plan' as const, format: 'json' as const, missing: 0, norms: {}, sources: [] };
    const write = (plan: typeof bad) =>
      documents.write({ ...job, plan, language: 'es', today: '2026-11-21' });
    expect(await reasonOf(write(bad))).toBe('failed');
    expect(await reasonOf(write({ ...bad, start: '2027-01-01' }))).toBe('made');
    expect(logged).toMatchObject([{ data: { reason: 'failed', of: 'plan', format: 'json' } }]);
  });

  it.each(['exits', 'throws outside', 'eats memory'])(
    'fail alone when their thread %s, and the next gets a fresh one',
    async (way) => {
      const { documents, letEnd } = odd({ threads: 1 });
      letEnd(9);
      const [bad, good] = [documents.draw(picture(way)), documents.draw(picture('good'))];
      expect(await reasonOf(bad)).toBe('crashed');
      expect((await good)?.file.name).toBe('good.txt');
    },
  );

  it('fail when they take too long, and the next gets a fresh thread', async () => {
    const { documents, letEnd } = odd({ threads: 1, limitMs: 3_000 });
    const [long, next] = [documents.draw(picture('long')), documents.draw(picture('next'))];
    expect(await reasonOf(long)).toBe('slow');
    letEnd(9);
    expect((await next)?.file.name).toBe('next.txt');
  });

  it('wait for one another when all threads are busy, in their order', async () => {
    const { documents, begun, letEnd } = odd({ threads: 1 });
    const ended: string[] = [];
    const all = ['a', 'b', 'c'].map((name) => documents.draw(picture(name)).then(() => ended.push(name)));
    await begun(1);
    expect(ended).toEqual([]);
    letEnd(1);
    await begun(2);
    expect(ended).toEqual(['a']);
    letEnd(9);
    await Promise.all(all);
    expect(ended).toEqual(['a', 'b', 'c']);
  });

  it('are told as not made when the service stops meanwhile, and afterwards', async () => {
    const { documents, begun } = odd({ threads: 1 });
    const [first, second] = [documents.draw(picture('a')), documents.draw(picture('b'))].map(reasonOf);
    await begun(1);
    await documents.stop();
    expect([await first, await second, await reasonOf(documents.draw(picture('c')))]).toEqual([
      'crashed',
      'crashed',
      'crashed',
    ]);
  });
});
