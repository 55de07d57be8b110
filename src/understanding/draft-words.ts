import { core, plainWords } from './courtesy.ts';
import { fold, tidy, trimMarks } from './words.ts';

const ANOTHER =
  /^(?:(?:deme|dame|muestreme|quiero|prefiero|ver|a ver|tiene|hay|proponga|propongame|sugierame|give me|show me|i want) )*(?:una? |an )?(?:otra|otro|another|next)(?: (?:propuesta|version|opcion|idea|sugerencia|borrador|texto|redaccion|forma|manera|proposal|draft|version|option|one))?(?: (?:mas|distinta|diferente|mejor))*$/;

const DISLIKES =
  /^(?:no me (?:gusta|convence|sirve)|i don t like (?:it|this|that))(?: (?:esa|ese|eso|esta|este|tanto))?$/;
const ACCEPTS =
  /^(?:(?:use|usa|usemos|guarde|guardemos|deje|dejemos|ponga|acepto|tome)(?:l[oa]|me)?(?: (?:asi|ese|esa|eso|esta|este|el borrador|la propuesta|como esta))*|me (?:gusta|sirve|parece (?:bien|muy bien))(?: (?:asi|esa|ese|eso|mucho))*|(?:asi )?esta (?:bien|muy bien|perfecto|perfecta)(?: asi)?|asi(?: esta bien)?|muy bien|queda (?:bien|asi)|i (?:like|accept) (?:it|this|that)|(?:use|keep|save|take) (?:it|this|that)(?: one)?|(?:it )?(?:looks|sounds|is) (?:good|fine|great))$/;

/** Whether a message asks for another draft than the one shown. */
export function wantsAnother(text: string): boolean {
  const plain = plainWords(tidy(text));
  return ANOTHER.test(core(plain)) || DISLIKES.test(plain);
}

/** Whether a message takes the draft shown, in other words than a yes. */
export function acceptsDraft(text: string): boolean {
  const plain = plainWords(tidy(text));
  return ACCEPTS.test(plain) || ACCEPTS.test(core(plain));
}

const EDIT =
  /^(?:por favor,? |please,? |no, |mejor,? )*(?:cambi(?:e|a|ar|ele|arle|eme|emos)|reempla(?:ce|zar|za)|sustitu(?:ya|ir)|donde dice|change|replace|where it says)\s+(?:donde dice\s+|la palabra\s+|the word\s+)?[«"']?(?<old>.{1,160}?)[»"']?,?\s+(?:por|ponga|escriba|with|to|for|put|write)\s+[«"']?(?<value>.+?)[»"']?[.]?$/d;

/** Words of a draft that give way to others: «cambie ocho semanas por diez», «donde dice junio ponga julio». */
export function readDraftEdit(text: string): { old: string; value: string } | undefined {
  const line = tidy(text).replace(/\s+/g, ' ');
  const groups = EDIT.exec(fold(line))?.indices?.groups;
  if (!groups?.old || !groups.value) return undefined;
  const [old, value] = [trimMarks(line.slice(...groups.old)), trimMarks(line.slice(...groups.value))];
  return old === '' || value === '' ? undefined : { old, value };
}
