import { describe, expect, it } from 'vitest';
import type { Choice, Message } from '../../src/messages/message.ts';
import type { Seen } from '../support/channels/person.ts';
import { choicesOf, optionsOf, type Stage, textOf } from './channel.stage.ts';
import { squeeze } from './messages.ts';

/** The part of the contract on what is offered: choices and forms. */
export function offeredContract(stage: Stage): void {
  describe('choices', () => {
    for (const [count, wide] of [
      [2, false],
      [3, false],
      [3, true],
      [10, false],
      [10, true],
      [25, false],
      [25, true],
      [60, false],
    ] as const)
      it(`${count}${wide ? ' long' : ''} are all reached, and each says what it stands for`, async () => {
        const choices = choicesOf(count, wide);
        const seen = await stage.shows({ type: 'ask', field: 'kind', text: '¿Cuál?', choices });
        const options = optionsOf(seen);
        expect(options).toHaveLength(count);
        const written = squeeze(`${textOf(seen)}\n${options.map(({ label }) => label).join('\n')}`);
        for (const { label } of choices) expect(written).toContain(squeeze(label));
        for (const at of [0, count - 1]) {
          stage.talk.will([]);
          await options[at]?.press();
          expect(stage.talk.heard).toMatchObject([{ text: choices[at]?.value, ask: 'kind' }]);
        }
      });

    it('beside the answers (help, to skip it) are reached too', async () => {
      const aside = { label: 'Ayuda', value: 'ayuda', aside: true };
      const seen = await stage.shows({
        type: 'ask',
        field: 'kind',
        text: '¿Cuál?',
        choices: [...choicesOf(25), aside],
      });
      expect(optionsOf(seen)).toHaveLength(26);
      stage.talk.will([]);
      await optionsOf(seen).at(-1)?.press();
      expect(stage.talk.heard).toMatchObject([{ text: 'ayuda', ask: 'kind' }]);
    });

    it('under something told say their words, and answer no question', async () => {
      const choices = choicesOf(4);
      const options = optionsOf(await stage.shows({ type: 'say', text: '¿Qué quiere hacer?', choices }));
      expect(options).toHaveLength(4);
      stage.talk.will([]);
      await options[3]?.press();
      expect(stage.talk.heard).toMatchObject([{ text: choices[3]?.value }]);
      expect(stage.talk.heard[0]).not.toHaveProperty('ask');
    });

    it('can be typed in the place of pressed', async () => {
      await stage.shows({ type: 'ask', field: 'kind', text: '¿Cuál?', choices: choicesOf(3) });
      stage.talk.will([]);
      await stage.person.say('la segunda');
      expect(stage.talk.heard).toEqual([{ text: 'la segunda', files: [] }]);
    });
  });

  describe('the questions of a step', () => {
    const ask: Message = {
      type: 'ask',
      text: '¿Cómo se llama la entidad?',
      field: 'entity.name',
      form: [
        { key: 'entity.name', label: 'Nombre', input: 'line', hint: 'Por ejemplo: Ipiales' },
        { key: 'entity.about', label: 'Reseña', input: 'text' },
        { key: 'entity.population', label: 'Población', input: 'number', hint: '9000' },
        { key: 'entity.since', label: 'Fecha', input: 'date' },
        { key: 'entity.kind', label: 'Clase', input: 'choice', choices: choicesOf(3, true) },
        { key: 'themes', label: 'Temas', input: 'choices', choices: choicesOf(25) },
      ],
    };

    it('can be answered with words, the first of them', async () => {
      expect(textOf(await stage.shows(ask))).toContain('¿Cómo se llama la entidad?');
      stage.talk.will([]);
      await stage.person.say('Ipiales');
      expect(stage.talk.heard).toEqual([{ text: 'Ipiales', files: [] }]);
    });

    if (stage.has('form'))
      it('are filled in on a form at once, and come as words', async () => {
        const { form } = (await stage.shows(ask)).find((seen) => seen.form) as Required<Seen>;
        expect(form.labels).toEqual(['Nombre', 'Reseña', 'Población', 'Fecha', 'Clase', 'Temas']);
        const [, second, third] = choicesOf(3, true) as [Choice, Choice, Choice];
        stage.talk.will([], []);
        await form.fill({
          Nombre: ' Ipiales ',
          Población: '116000',
          Fecha: '2027-01-31',
          Clase: third.label,
          Temas: 'Opción 2\nOpción 25',
        });
        expect(stage.talk.heard[0]?.form).toEqual({
          'entity.name': 'Ipiales',
          'entity.population': '116000',
          'entity.since': '2027-01-31',
          'entity.kind': third.value,
          themes: 'valor 2\nvalor 25',
        });
        await form.fill({ Clase: second.label });
        expect(stage.talk.heard[1]?.form).toEqual({ 'entity.kind': second.value });
      });
  });
}
