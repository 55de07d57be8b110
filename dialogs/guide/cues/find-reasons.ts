import type { Found } from '../../../src/guide/cues.ts';
import { sentencesOf } from '../../../src/understanding/segments.ts';
import { fold } from '../../../src/understanding/words.ts';

/** What people say for each of the guide's reasons, with the word that its reader knows in Spanish and in English. */
const AIMS: readonly { says: readonly [string, string]; words: RegExp }[] = [
  {
    says: ['posicionamiento', 'positioning'],
    words:
      /\bposicion\p{L}+|\bnos (?:conozcan|vean|visiten|miren|reconozcan|ubiquen)\b|\bdarnos a conocer|\bhacernos (?:conocer|visibles)|\bmostrarnos|\bmostrar (?:lo que|el|la|nuestr)|\bvisibili\p{L}+|\bfigurar\b|\bsepan (?:de nosotros|que existimos)|\b(?:atraer|traer|captar) (?:turis|visitant|inversion)\p{L}*|\bpromocionar(?:nos)? |\bponer\p{L}* (?:al? |el )?[\p{L} ]{0,20}en el mapa|\bget known|\bput [\p{L} ]{2,20}on the map|\battract(?:ing)? (?:tourists|investment|visitors)/gu,
  },
  {
    says: ['intercambio', 'exchange'],
    words:
      /\bintercambi\p{L}+|\baprend(?:er|an|amos|iendo)\b|\bbuenas practicas|\bcompartir (?:experiencias|saberes|conocimiento)|\bconocer (?:como|que) (?:lo )?hacen|\bcooperar\b|\bhermanamientos?\b|\blearn(?:ing)?\b|\b(?:exchang|shar)(?:e|ing)\b(?: \p{L}+){0,2} (?:practices|experiences|knowledge)/gu,
  },
  {
    says: ['fortalecimiento', 'strengthening'],
    words:
      /\bfortalec\p{L}+(?: (?:la|el|al|a la|nuestr[oa]|lo))?(?: (?:alcaldia|gobernacion|municipio|institucion\p{L}*|administracion|equipo|entidad|capacidad\p{L}*|gestion))?|\bmejorar (?:la gestion|como trabajamos|la alcaldia)|\bcapacitar(?:nos)? (?:a los funcionarios|al equipo)|\bstrengthen(?:ing)?(?: our)?(?: own)? (?:institutions?|team|capacit\p{L}+)/gu,
  },
  {
    says: ['solidaridad', 'solidarity'],
    words: /\bsolidari\p{L}+|\bayudar a otr[oa]s|\bincidir\b|\bincidencia\b|\bsolidarity\b|\bhacernos oir/gu,
  },
  {
    says: ['fondos', 'funds'],
    words:
      /\b(?:(?:conseguir|traer|captar|atraer|buscar|gestionar|obtener|acceder a|bajar|jalar|levantar) )?(?:la |el |los |las |mas |unos )?(?:fondos|recursos(?! (?:naturales|hidricos|humanos|propios|del municipio))|plata|plat(?:ica|as)|financiacion|financiamiento|donaciones|dinero)(?: (?:de (?:afuera|la cooperacion|cooperacion(?: internacional)?|cooperantes)|internacional(?:es)?))*|\bfunds\b|\bmoney\b|\bfunding\b|\bfundraising\b|\braise money/gu,
  },
];
/** What says that an aim is why the entity goes abroad. */
const PURPOSE =
  /\b(?:lo que (?:queremos|buscamos|nos interesa|nos mueve|nos lleva) es|queremos(?: es)?|buscamos|quisieramos|nos interesa(?: es)?|la idea es|lo hacemos|nos internacionalizamos|salimos|vamos (?:es )?(?:por|para|pa)|internacionaliza\p{L}+|pa(?:ra)? que (?:nos|sepan|el mundo)|pa(?:ra)? (?:traer|conseguir|atraer|captar|darnos|aprender|mostrar|fortalecer|posicionar|intercambiar)|por (?:los fondos|la plata|solidaridad)|we (?:want|seek|go abroad|do (?:it|this))|(?:las |nuestras |our |two |three )*(?:razon(?:es)?|motivos?|reasons?))\b/gu;
/** The sentence is about another field, whose aims are its own. */
const OTHER_FIELD =
  /\b(?:proyectos?|ejes?|vision|reto|desafio|objetivos?|indicador(?:es)?|meta|necesita\p{L}*|necesidad(?:es)?|falta|actor(?:es)?|socios?|antecedentes?|fortalezas|oportunidad(?:es)?|capacidad(?:es)?|riesgos?|narrativa|projects?|axis|axes|vision|needs?|partners?|presupuesto|tenemos \d|hay \d|millones|capacitacion|curso)\b/u;
/** The aim is denied: «no por figurar», «lo de posicionamiento no». */
const NOT_BEFORE =
  /\b(?:no|ni|tampoco|nada de|not|sin)(?: (?:es|para|pa|por|queremos|buscamos|nos interesa|de|que|la|el|los|lo|tanto|for|to))* ?$/;
const NOT_AFTER =
  /^,? ?(?:eso |esa |ese |esos )?(?:todavia |por ahora )?(?:ni habl|ni (?:se diga|pensarlo)|no\b(?! (?:solo|mas|por|para|pa|es|como)\b)|tampoco\b)/;

/** «Todas menos la de solidaridad». */
const EXCEPT = /\btodas (?:(?:las|nuestras) )?(?:razones )?(?:menos|excepto|salvo)\b/;

/**
 * The reasons for going abroad, in everyday words: «para que nos conozcan y traer plata de la cooperación». Only in a
 * sentence that says what they are for, and without those it denies.
 */
export function findReasons(text: string): Found[] {
  const folded = fold(text);
  if (folded.search(PURPOSE) < 0) return [];
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = folded.slice(start, end);
    if (/[¿?]/.test(sentence) || OTHER_FIELD.test(sentence)) return [];
    const purposes = [...sentence.matchAll(PURPOSE)];
    if (purposes.length === 0) return [];
    const aims = AIMS.flatMap(({ says, words }) =>
      [...sentence.matchAll(words)].map((found) => ({
        says,
        start: found.index,
        end: found.index + found[0].trimEnd().length,
      })),
    );
    const except = EXCEPT.exec(sentence);
    const spared = except ? aims.filter((aim) => aim.start > except.index).map(({ says }) => says[0]) : [];
    const told = except
      ? AIMS.filter(({ says }) => !spared.includes(says[0])).map(({ says }) => ({
          says,
          start: except.index,
          end: except.index + except[0].length,
        }))
      : aims.filter((aim) => !denied(sentence, aim));
    const headed = purposes.find((one) => !/razon|motivo|reason/.test(one[0]));
    const nearest = Math.min(...told.map((aim) => aim.start));
    // «Queremos un convenio con …» has its aim elsewhere: the first stands right after what asks for it.
    const near = purposes.some(
      (one) => /razon|motivo|reason/.test(one[0]) || nearest - (one.index + one[0].length) <= 25,
    );
    if (told.length === 0 || !near) return [];
    const english = /\b(?:we|the|our)\b/.test(sentence);
    const opens = Math.min(headed?.index ?? nearest, nearest);
    const says = [...new Set(told.map((aim) => aim.says[english ? 1 : 0]))].join(', ');
    const closes = Math.max(...aims.map((aim) => aim.end));
    return [{ start: start + opens, end: start + closes, says }];
  });
}

function denied(sentence: string, aim: { start: number; end: number }): boolean {
  return (
    NOT_BEFORE.test(sentence.slice(Math.max(0, aim.start - 40), aim.start)) ||
    NOT_AFTER.test(sentence.slice(aim.end, aim.end + 30))
  );
}
