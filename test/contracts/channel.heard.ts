import { describe, expect, it } from 'vitest';
import { choicesOf, optionsOf, type Stage, textOf } from './channel.stage.ts';

/** The part of the contract on what persons send. */
export function heardContract(stage: Stage): void {
  describe('is heard', () => {
    it('what is written, as it was written', async () => {
      const person = await stage.arrive();
      for (const text of [
        'Somos Tarqui, Huila: 17.000 hab.',
        'línea uno\nlínea dos',
        '<b>5 > 3</b> & «ñ» 🌎',
      ])
        await person.say(text);
      expect(stage.talk.heard.map(({ text }) => text)).toEqual([
        'Somos Tarqui, Huila: 17.000 hab.',
        'línea uno\nlínea dos',
        '<b>5 > 3</b> & «ñ» 🌎',
      ]);
    });

    it('once what is delivered again, also while the first is under way', async () => {
      const person = await stage.arrive();
      stage.talk.will(async () => {
        await new Promise((done) => setTimeout(done, 100));
        return [{ type: 'say', text: 'Anotado.' }];
      });
      expect((await person.sayThrice('Ipiales')).map(({ text }) => text)).toEqual(['Anotado.']);
      expect(stage.talk.heard).toHaveLength(1);
      expect(textOf(await person.say('otra'))).toBe('Van 2');
    });

    it('an old button for what it meant, after another question was put', async () => {
      const person = await stage.arrive();
      stage.talk.will(
        [{ type: 'ask', field: 'kind', text: '¿Qué clase?', choices: choicesOf(3) }],
        [{ type: 'ask', field: 'scope', text: '¿Qué alcance?', choices: choicesOf(3) }],
      );
      const [old] = optionsOf(await person.say('hola'));
      await person.say('sigamos');
      await old?.press();
      expect(stage.talk.heard.at(-1)).toMatchObject({ text: 'valor 1', ask: 'kind' });
    });
  });

  describe('is taken for what it is', () => {
    if (stage.has('file')) {
      it('a plan that comes as a file, with its text', async () => {
        const { sends } = await stage.arrive();
        await sends.file?.('plan.json', 'application/json', '{"title":"Plan de Ñariño"}');
        expect(stage.talk.heard).toEqual([
          {
            text: '',
            files: [
              {
                name: 'plan.json',
                contentType: 'application/json',
                content: '{"title":"Plan de Ñariño"}',
              },
            ],
          },
        ]);
      });

      it('another file, by its name', async () => {
        const { sends } = await stage.arrive();
        await sends.file?.(
          'acta.pdf',
          'application/pdf',
          Buffer.from([0x25, 0x50, 0x44, 0xff, 0xfe]).toString('latin1'),
        );
        expect(stage.talk.heard).toMatchObject([{ text: '', files: [{ name: 'acta.pdf' }] }]);
      });
    }

    for (const kind of ['audio', 'location', 'sticker'] as const)
      if (stage.has(kind))
        it(`${kind}: it has no words that can be read`, async () => {
          const { sends } = await stage.arrive();
          await sends[kind]?.();
          expect(stage.talk.heard).toEqual([{ text: '', files: [], wordless: kind }]);
        });

    if (stage.has('reaction'))
      it('a reaction: it asks for nothing', async () => {
        const person = await stage.arrive();
        await person.say('hola');
        stage.talk.will([]);
        expect(await person.sends.reaction?.()).toEqual([]);
        expect(stage.talk.heard).toEqual([]);
      });

    if (stage.has('edited'))
      it('a message that was changed: it is not taken anew, and the person is told how to correct', async () => {
        const person = await stage.arrive();
        await person.say('Tarqui');
        stage.talk.will([]);
        expect(textOf((await person.sends.edited?.()) ?? [])).toContain('Lo que ya anoté sigue igual');
        expect(stage.talk.heard).toEqual([]);
      });

    it('what nobody knows: it is answered, and what follows is heard', async () => {
      const person = await stage.arrive();
      stage.talk.will(async () => [{ type: 'say', text: 'No puedo leerlo.' }]);
      expect(await person.sends.unsupported?.()).not.toEqual([]);
      for (const heard of stage.talk.heard) expect(heard).toEqual({ text: '', files: [], wordless: 'other' });
      stage.talk.will([{ type: 'say', text: 'Sigamos.' }]);
      expect(textOf(await person.say('hola'))).toBe('Sigamos.');
    });
  });
}
