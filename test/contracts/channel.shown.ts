import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import type { Seen } from '../support/channels/person.ts';
import { choicesOf, optionsOf, type Stage, textOf } from './channel.stage.ts';
import { cited, fileOf, LONG, longList, PNG, squeeze, TABLE } from './messages.ts';

/** The part of the contract on what is shown: words, tables, files, sources. */
export function shownContract(stage: Stage): void {
  describe('a person sees', () => {
    it('a text, with its marks as they were meant and without tags', async () => {
      const text =
        'Escriba **en negrilla** y 3 * 4 < 20.\n\n- uno\n- dos <b>\n\nVea [la guía](https://x.co/g).';
      const [seen, ...more] = await stage.shows({ type: 'say', text });
      expect(more).toEqual([]);
      expect(squeeze(textOf([seen as Seen]))).toBe(
        squeeze('Escriba en negrilla y 3 * 4 < 20. - uno - dos <b> Vea la guía: https://x.co/g.'),
      );
    });

    it.each(['say', 'ask'] as const)('a text over the limit, whole and in order (%s)', async (type) => {
      expect(squeeze(textOf(await stage.shows({ type, text: LONG })))).toBe(squeeze(LONG));
    });

    it('a list of 300 lines, whole and in order', async () => {
      const text = longList(300);
      expect(squeeze(textOf(await stage.shows({ type: 'say', text })))).toBe(squeeze(text));
    });

    it('a long text and its choices, all of both', async () => {
      const seen = await stage.shows({ type: 'ask', field: 'kind', text: LONG, choices: choicesOf(10) });
      expect(squeeze(textOf(seen))).toContain(squeeze(LONG));
      expect(optionsOf(seen)).toHaveLength(10);
    });

    it('a word without end, whole and with no letter cut in two', async () => {
      const text = '🌎ñ'.repeat(4000);
      const seen = textOf(await stage.shows({ type: 'say', text }));
      expect(squeeze(seen)).toBe(text);
      expect(seen.isWellFormed()).toBe(true);
    });

    it('a table of facts, whole and in order, and how much is done', async () => {
      const text = squeeze(textOf(await stage.shows(TABLE)));
      expect(text).toContain(squeeze('40 / 120'));
      let from = 0;
      for (const { label, value } of TABLE.card.sections.flatMap(({ facts }) => facts)) {
        const at = text.indexOf(squeeze(`${label}: ${value}`), from);
        expect(at, label).toBeGreaterThanOrEqual(from);
        from = at;
      }
    });

    it('each of several messages, in order', async () => {
      const seen = await stage.shows(
        { type: 'say', text: 'Primero.' },
        { type: 'say', text: 'Segundo.' },
        fileOf('plan.pdf', 'application/pdf'),
        { type: 'ask', field: 'kind', text: '¿Tercero?', choices: choicesOf(2) },
      );
      const order = seen.flatMap(({ text, files }) => [
        ...(text ? [text] : []),
        ...files.map(({ name }) => name),
      ]);
      // A link says besides how long it opens the file.
      const told = ['Primero.', 'Segundo.', 'plan.pdf', '¿Tercero?'];
      expect([...new Set(order)].filter((one) => told.includes(one))).toEqual(told);
    });
  });

  describe('a file', () => {
    it.each([
      ['plan de acción (Ipiales).pdf', 'application/pdf'],
      ['plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['plan.json', 'application/json'],
      ['hitos.ics', 'text/calendar; charset=utf-8'],
      ['paquete.zip', 'application/zip'],
    ])('«%s» arrives byte for byte, under its name', async (name, contentType) => {
      const file = fileOf(name, contentType);
      const files = (await stage.shows({ type: 'say', text: 'Aquí está.' }, file)).flatMap(
        (seen) => seen.files,
      );
      expect(files.map((one) => one.name)).toEqual([name]);
      expect(await files[0]?.content()).toEqual(Buffer.from(file.content));
    });

    it('with a very long name keeps what kind it is', async () => {
      const file = fileOf(`${'plan de acción '.repeat(20)}.pdf`, 'application/pdf');
      const [seen] = (await stage.shows(file)).flatMap(({ files }) => files);
      expect(seen?.name).toMatch(/plan de acción \.pdf$/);
      expect(await seen?.content()).toEqual(Buffer.from(file.content));
    });

    it('that is an image is shown as one, byte for byte', async () => {
      const file: Message = { type: 'file', name: 'radar.png', contentType: 'image/png', content: PNG };
      const [image, ...others] = (await stage.shows(file)).flatMap((seen) => seen.files);
      expect(others).toEqual([]);
      expect(image?.picture).toBe(true);
      expect(await image?.content()).toEqual(Buffer.from(PNG));
    });
  });

  describe('citations', () => {
    it.each([1, 8, 25])('%i of them stand by their marks, and each opens its passage', async (count) => {
      const say = cited(count);
      const seen = await stage.shows(say);
      const marks = [...new Set([...textOf(seen).matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))];
      const sources = seen.flatMap((one) => one.sources);
      expect(marks.sort(byNumber)).toEqual(say.citations.map(({ n }) => n));
      const open = new Map(sources.map(({ n, url }) => [n, new URL(url)]));
      expect([...open.keys()].sort(byNumber)).toEqual(say.citations.map(({ n }) => n));
      for (const { n, url } of say.citations) {
        const { pathname, hash } = open.get(n) as URL;
        expect(`${pathname}${hash}`).toBe(url);
      }
    });

    it('leave room for what may be said next', async () => {
      const say = cited(8);
      const seen = await stage.shows({ ...say, choices: choicesOf(4) });
      expect(seen.flatMap(({ sources }) => sources.map(({ n }) => n)).sort(byNumber)).toEqual(
        say.citations.map(({ n }) => n),
      );
      expect(optionsOf(seen)).toHaveLength(4);
    });

    if (stage.has('model label'))
      it('are marked as written by a model only where one wrote', async () => {
        expect((await stage.shows({ ...cited(2), byModel: true })).map(({ byModel }) => byModel)).toEqual([
          true,
        ]);
        expect((await stage.shows(cited(2))).map(({ byModel }) => byModel)).toEqual([false]);
        expect((await stage.shows({ type: 'say', text: 'Hola.', byModel: true }))[0]?.byModel).toBe(true);
      });
  });

  if (stage.has('typing'))
    describe('an answer that takes long', () => {
      it.each([true, false])('is shown to be on its way (known what for: %s)', async (known) => {
        const person = await stage.driver.person();
        stage.talk.will(async (begins) => {
          if (known) begins?.('search');
          await new Promise((done) => setTimeout(done, 1200));
          return [{ type: 'say', text: 'Listo.' }];
        });
        expect(textOf(await person.say('hola'))).toBe('Listo.');
        expect(person.typing?.()).toBe(true);
      });
    });

  if (stage.has('failure'))
    describe('a channel that fails for a moment', () => {
      it('gets every message all the same, in order', async () => {
        const person = await stage.arrive();
        stage.talk.will([
          { type: 'say', text: 'Primero.' },
          { type: 'say', text: 'Segundo.' },
        ]);
        stage.driver.failOnce?.();
        expect((await person.say('hola')).map(({ text }) => text)).toEqual(['Primero.', 'Segundo.']);
      });
    });

  describe('an error', () => {
    it('is an apology with a reference, and leaves all as it was', async () => {
      const person = await stage.driver.person();
      stage.talk.will([], async () => {
        throw new Error('the test wants this');
      });
      await person.say('uno');
      expect(textOf(await person.say('dos'))).toMatch(/error de nuestro lado.*referencia: [0-9A-F]{8}\./);
      expect(textOf(await person.say('tres'))).toBe('Van 2');
    });
  });
}

function byNumber(one: number, other: number): number {
  return one - other;
}
