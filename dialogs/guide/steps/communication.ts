import type { Field, Step } from '../../../src/guide/definition.ts';
import { statementsField, textField } from '../../../src/guide/fields.ts';
import { frequencyField } from '../parts/frequency.ts';

const phrases = { split: 'phrases', dropArticles: true } as const;

/** What is asked of one dimension of the communication. */
function dimension(id: string): Field[] {
  return [
    statementsField(`communication.${id}.channels`, phrases),
    statementsField(`communication.${id}.audiences`, phrases),
    textField(`communication.${id}.focalPoint`),
    textField(`communication.${id}.language`),
    frequencyField(`communication.${id}.frequency`),
  ];
}

export const communication: Step = {
  id: 'communication',
  number: 12,
  topic: 'estrategia de comunicación interna directa indirecta y externa puntos focales',
  entries: [...dimension('external'), ...dimension('internalDirect'), ...dimension('internalIndirect')],
};
