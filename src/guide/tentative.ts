import {
  echoes,
  isRhetorical,
  onlyFigures,
  sentencesOf,
  type Tentative,
  tentativeAnswer,
} from '../understanding/index.ts';
import { trimMarks } from '../understanding/words.ts';
import { contextOf, type FieldSlot } from './agenda.ts';
import type { Move } from './move.ts';
import { save } from './save.ts';
import { takesAnything } from './several.ts';

/** Asks about the question itself, where even a question may be the answer: «¿qué es un reto?». */
const ABOUT_THE_STEP =
  /\b(?:qu[eé] (?:es|son|significa|quiere decir|pongo|escribo|respondo)|c[oó]mo se (?:formula|hace|redacta|escribe|define|plantea)|c[oó]mo (?:formulo|redacto|escribo|planteo)|retos?|desaf[ií]os?|fue|fueron|hizo|puso|tiene que ser|un ejemplo|me (?:puede|podr[ií]a|da|explica|ayuda)|(?:dice|sugiere|recomienda) la gu[ií]a|what is an?|an example|can you)\b/iu;

/** Whether a message asks how to answer, where the answer is itself a question. */
export function asksAboutTheStep(text: string): boolean {
  return /[?¿]/.test(text) && ABOUT_THE_STEP.test(text.slice(0, 300));
}

/** Who asks and answers at once: «¿no es la sexta? yo creo que sexta». */
const OWN_GUESS = /^(?:yo )?(?:creo|dir[ií]a|pienso|supongo|me parece|me imagino|i think|i guess)(?!\p{L})/iu;

/** A message without the questions that expect no answer: «¿Quién más va a ser? Gladys Arango» is a name. */
export function withoutRhetoric(text: string): string {
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  const kept = sentences.filter(
    (sentence, i) =>
      !/[?¿]/.test(sentence) ||
      !(
        isRhetorical(sentence) ||
        OWN_GUESS.test(sentences[i + 1]?.trim() ?? '') ||
        (echoes(sentence) && /^[^¿?]*\p{L}[^¿?]*$/u.test(sentences[i + 1] ?? ''))
      ),
  );
  return kept.length > 0 && kept.length < sentences.length ? trimMarks(kept.join(' ')) : text;
}

/**
 * Takes the value that a question offers for approval («¿trimestral está bien?»): keeps it, shows it and asks whether it
 * may stay, so that neither the doubt nor the value is lost.
 * @returns whether it was such a question, with a value that the field reads
 */
export function takeTentative(move: Move, slot: FieldSlot, text: string): boolean {
  const offered = offeredIn(text);
  if (!offered || slot.field.expectsQuestion) return false;
  const context = contextOf(slot, move);
  const closed = slot.field.choices?.(context).length;
  if (offered.kind && !closed && !slot.field.merge) return false;
  // «¿Pueden ser dos nada más?» tells how many, not which.
  if (onlyFigures(offered.value) && takesAnything(slot, move)) return false;
  if (!slot.field.read(offered.value, context).ok) return false;
  delete move.state.pending;
  if (!save(move, slot, offered.value)) return true;
  move.state.pending = { kind: 'confirm', key: slot.key };
  move.script.ask(move.t('engine.tentative'), `${slot.key}.confirm`, move.offers(['yes', 'no']));
  return true;
}

/** The value offered: of the question, or what is told right after it («¿sirve un decreto? Tenemos el 088 de 2024»). */
function offeredIn(text: string): Tentative | undefined {
  const [question, ...others] = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  if (question === undefined || others.some((other) => /[?¿]/.test(other))) return undefined;
  const offered = /[?¿]/.test(question) ? tentativeAnswer(question) : undefined;
  const told = trimMarks(others.join(' '));
  if (!offered || told === '') return offered;
  return { value: `${offered.value}, ${told}`, kind: false };
}
