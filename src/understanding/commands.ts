import type { Language } from '../text/locales.ts';
import { remembered } from '../text/remembered.ts';
import { type ChatTopic, readChat } from './chit-chat.ts';
import { EXPORT, PHRASES, ROUTE, SKIP, START, TO_ENGLISH, TO_SPANISH, UNKNOWN } from './command-phrases.ts';
import { readCorrection, readShowAnswer } from './corrections.ts';
import { core, onlyGreets, onlyThanks, plainWords } from './courtesy.ts';
import { type ElementCommand, readElementCommand } from './elements.ts';
import { type PictureName, readPicture } from './picture-phrases.ts';
import { readProgressReport } from './progress-report.ts';
import type { ReadingContext } from './reading.ts';
import { readStep, type StepNamed } from './step-phrases.ts';
import { fold, tidy } from './words.ts';
import { BEGINNINGS, readNamed, type Wanted } from './workflow-phrases.ts';

/** What a message orders the assistant to do, instead of answering what was asked. */
export type Command =
  | {
      type:
        | 'help'
        /** What does that mean: of the question that waits, or of what was just said. */
        | 'meaning'
        | 'example'
        /** Propose an answer to the question that waits. */
        | 'draft'
        /** How another city did what is asked. */
        | 'cityExample'
        | 'why'
        | 'back'
        /** Take back what the last message changed. */
        | 'undo'
        | 'skipStep'
        | 'showPlan'
        | 'progress'
        | 'where'
        /** What the plan still lacks, and what the guide's review says of it. */
        | 'missing'
        /** More of that list. */
        | 'moreGaps'
        /** To the next thing it lacks. */
        | 'nextGap'
        /** Milestones with their state, and what was recorded of the plan's progress. */
        | 'followUp'
        | 'pause'
        | 'resume'
        | 'cancel'
        | 'repeat'
        | 'greet'
        | 'thanks'
        | 'menu'
        | 'myData'
        | 'deleteData'
        /** Nothing may be sent to a model, or again may. */
        | 'withoutModel'
        | 'withModel';
    }
  /** Begin a plan; `about` is the entity it is for, when it was named. */
  | { type: 'start'; about?: string }
  /** Begin one of the workflows beside the plan. */
  | Beginning
  /** One of them by its name: go on with it, see how it stands, or have its document. */
  | { type: 'workflow'; workflow: string; wants: Wanted; format?: ExportFormat }
  /** Put the question off; `unknown` when the official does not know the answer. */
  | { type: 'skip'; unknown?: true }
  /** Hand the plan over; the public edition is the strategic plan alone. */
  | { type: 'export'; format?: ExportFormat; edition?: 'public' | 'internal' }
  /** See the plan, or a part of it, as a picture. */
  | { type: 'picture'; picture: PictureName }
  | { type: 'language'; language: 'es' | 'en' }
  /** Go on by the other route. */
  | { type: 'route'; route: 'quick' | 'full' }
  | ElementCommand
  /** Make conversation: nothing of the plan or the documents. */
  | { type: 'chat'; topic: ChatTopic }
  /** See what was answered to one question. */
  | { type: 'showAnswer'; target: string }
  /** Go to a step of the plan. */
  | ({ type: 'step' } & StepNamed)
  | Correction;

export type ExportFormat = 'docx' | 'json' | 'pdf' | 'xlsx' | 'ics';

/** Change a saved answer: which one, what it becomes, and in a replacement or a denial what it was. */
export interface Correction {
  type: 'correct';
  target?: string;
  value?: string;
  mode: 'set' | 'add' | 'replace';
  old?: string;
  /** Only the plan can tell whether there is an answer of this name: «corregir el cauce del río» is no correction. */
  loose?: true;
}

/** Begin one of the workflows beside the plan; `about` is the message, where it tells the first answer as well. */
export interface Beginning {
  type: 'begin';
  workflow: string;
  /** Another of its kind is named. */
  anew?: true;
  about?: string;
}

/** Longest message, in characters, that is looked at as a command; corrections may carry a long value. */
const LONGEST_COMMAND = 160;
const LONGEST_CORRECTION = 2000;
const ANEW = /\b(?:otr[ao]|nuev[ao]|another|new)\b/;

/**
 * The command that a whole message is, give or take courtesy («por favor», «gracias»), marks, accents and emoji.
 * An answer that only contains such a word («exportar café», «ayuda humanitaria») is none.
 * @returns undefined when the message is not a command
 */
export function readCommand(text: string, { language }: ReadingContext): Command | undefined {
  return text.length > LONGEST_CORRECTION ? undefined : readWhole(text, language);
}

/** All who attend a turn ask for the command that its message is. */
const readWhole = remembered((text, language: Language): Command | undefined => {
  const tidied = tidy(text);
  if (tidied.length <= LONGEST_COMMAND) {
    const command = shortCommand(tidied, language);
    if (command) return command;
  }
  return readProgressReport(tidied) ?? readElementCommand(tidied) ?? readCorrection(tidied);
});

function shortCommand(tidied: string, language: Language): Command | undefined {
  const plain = plainWords(tidied);
  if (plain === '') return /^[?¿\s]+$/.test(tidied) && tidied !== '' ? { type: 'help' } : undefined;
  const said = core(plain);
  // Courtesy may take a «no» along that belongs to what follows: «qué pena, no entendí».
  const denied = plain.includes(` no ${said}`) ? [`no ${said}`] : [];
  for (const form of said === plain ? [plain] : [plain, ...denied, said]) {
    const command = commandOf(form, tidied, language);
    if (command) return command;
  }
  if (onlyThanks(plain)) return { type: 'thanks' };
  if (onlyGreets(plain)) return { type: 'greet' };
  const topic = readChat(plain) ?? readChat(said);
  return topic && { type: 'chat', topic };
}

function commandOf(said: string, original: string, language: Language): Command | undefined {
  if (said === '') return undefined;
  const picture = readPicture(said);
  if (picture) return { type: 'picture', picture };
  const fixed = PHRASES.find(([, phrase]) => phrase.test(said));
  if (fixed) return { type: fixed[0] };
  const step = readStep(said);
  if (step) return { type: 'step', ...step };
  const shown = readShowAnswer(said);
  if (shown !== undefined) return { type: 'showAnswer', target: shown };
  const begun = BEGINNINGS.find(([, phrase]) => phrase.test(said));
  if (begun) return { type: 'begin', workflow: begun[0], ...(ANEW.test(said) && { anew: true as const }) };
  const named = readNamed(said);
  if (named) {
    const format = named.wants === 'export' ? formatIn(said) : undefined;
    return { type: 'workflow', ...named, ...(format && { format }) };
  }
  if (UNKNOWN.test(said)) return { type: 'skip', unknown: true };
  if (SKIP.test(said)) return { type: 'skip' };
  if (TO_ENGLISH.test(said) || (said === 'english' && language === 'es'))
    return { type: 'language', language: 'en' };
  if (TO_SPANISH.test(said) || (said === 'espanol' && language === 'en'))
    return { type: 'language', language: 'es' };
  const route = ROUTE.exec(said)?.groups;
  if (route)
    return {
      type: 'route',
      route: (route.quick ?? route.quick2 ?? route.quick3) === undefined ? 'full' : 'quick',
    };
  const start = START.exec(said);
  if (start) return beginning(start, original);
  if (!EXPORT.test(said)) return undefined;
  const [format, edition] = [formatIn(said), editionIn(said)];
  return { type: 'export', ...(format && { format }), ...(edition && { edition }) };
}

/** The entity's name is cut out of the message as it was written. */
function beginning(start: RegExpExecArray, original: string): Command {
  const words = start.groups?.about ?? start.groups?.about2 ?? start.groups?.about3;
  if (
    words === undefined ||
    /^(?:(?:mi|nuestro|nuestra|el|la|este|my|our|the) )?(?:municipio|alcaldia|entidad|pueblo|ciudad|departamento|municipality|town|city)$/.test(
      words,
    )
  )
    return { type: 'start' };
  // The plain words have lost their commas: «Salento, Quindío».
  const written = new RegExp(`${words.split(' ').join('[^\\p{L}\\p{N}]+')}\\)?`, 'gu');
  const found = [...fold(original).matchAll(written)].at(-1);
  return { type: 'start', about: found ? original.slice(found.index, found.index + found[0].length) : words };
}

function formatIn(said: string): ExportFormat | undefined {
  if (/\b(?:word|docx)\b/.test(said)) return 'docx';
  if (/\bpdf\b/.test(said)) return 'pdf';
  if (/\bjson\b/.test(said)) return 'json';
  if (/\b(?:excel|xlsx)\b/.test(said)) return 'xlsx';
  return /\b(?:ics|calendario|calendar)\b/.test(said) ? 'ics' : undefined;
}

function editionIn(said: string): 'public' | 'internal' | undefined {
  if (/\bpublica?\b/.test(said)) return 'public';
  return /\b(?:interna|internal)\b/.test(said) ? 'internal' : undefined;
}
