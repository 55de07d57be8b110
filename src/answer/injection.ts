import { fold } from '../retrieval/language/stems.ts';

const COMMANDS =
  /\b(?:ignor|olvid|desatiend|desobede|disregard|forget|override|bypass)\w*\b.{0,40}\b(?:instrucci\w+|indicaci\w+|prompt|ordenes|instructions?|guidelines)\b|\b(?:system|developer) (?:prompt|message)\b|\b(?:eres|usted es|you are|actua como|act as|pretend to be)\b.{0,25}\b(?:asistente|assistant|chatbot|modelo de lenguaje|language model|una? ia|an ai)\b|<\|?\/?(?:im_start|im_end|system|assistant)\b/;

/**
 * Whether a text of a document speaks to a language model instead of to its readers: such a passage is not handed to
 * one. What keeps an order of a document from being obeyed is that statements are checked; this only spares the model it.
 */
export function addressesAModel(text: string): boolean {
  return COMMANDS.test(fold(text).replace(/\s+/g, ' '));
}
