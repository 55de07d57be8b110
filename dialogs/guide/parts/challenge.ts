import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, place, reading, set } from '../../../src/guide/describe.ts';
import { textField } from '../../../src/guide/fields.ts';
import { valueAt } from '../../../src/plan/patch.ts';
import { type ChallengeQuestion, readChallengeQuestion } from '../../../src/understanding/index.ts';

/**
 * The «reto»: a question that opens the problem (chapter 4, table RETO / DESAFÍO). What was told as something to do is
 * offered as a question; any other statement is kept only if the official insists.
 */
export function challengeQuestionField(id: string): Field {
  return field<Told>({
    id,
    expectsQuestion: true,
    read: (text, ctx) =>
      mapReading(readChallengeQuestion(text, reading(ctx)), (told) =>
        told.from === undefined ? told.question : told,
      ),
    write: (told, ctx) => [set(place(id, ctx), questionIn(told))],
    show: questionIn,
    caution: (told) =>
      typeof told === 'string' || told.from === undefined
        ? undefined
        : { key: `guide.caution.challenge.${told.from}`, params: { question: told.question } },
  });
}

/** The question alone, or with what it was made from. */
type Told = string | ChallengeQuestion;

function questionIn(told: Told): string {
  return typeof told === 'string' ? told : told.question;
}

/** The «desafío» that answers the question, which is said again where there is one. */
export function challengeField(id: string, questionId: string): Field {
  return textField(id, {
    recalls: (ctx: FieldContext) => {
      const question = valueAt(ctx.plan, place(questionId, ctx)) as string | undefined;
      return question === undefined ? undefined : { question };
    },
  });
}
