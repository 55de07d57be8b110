import { ARTICLE_OUTLINE } from './article-outline.ts';
import { GUIDE_OUTLINE } from './guide-outline.ts';
import type { Title } from './titles.ts';

/** What is particular to one document's layout; every other rule is common to all. */
export interface LayoutProfile {
  /** Headings (whole line) that open a top-level part. */
  parts?: RegExp;
  /** Numbered headings stand under the parts and never one under another: their numbers start again and again. */
  numbersUnderParts?: boolean;
  /** Its headings in order; nothing else is then one. For a text whose figures and headings look alike. */
  outline?: readonly Title[];
  /** Lines (whole) that a figure tore into scraps, or that label the page or a box and not the text around them. */
  scraps?: RegExp;
}

const COMMON: LayoutProfile = {};

/** Letters of the wheel of criteria, a page shown as a picture, and the labels of pages and boxes. */
const GUIDE_SCRAPS =
  /^(ÓN A|O LO CA|L ENFOQUE ODS|ICACIÓ|N O PERATIVAIN|ÓNSOSTENIBILIDAD|EVALU|ACIÓ|N|Anexos|Buenas [Pp]rácticas|file:|Años Anos|Recuadro +\d+\.|2\. Las dimensiones de la acción internacional|- - cio constante .*|- - tar de todos .*|arena internacional\.|Gobierno bogotano ha forjado .*|internacionales?,? agencias de coo- - .*|ESTRATEGIA DE INTERNACIONALIZACIÓN DE BOGOTÁ\d* ?.*|parinternacional .*)$/;

/** Layouts by document id; a document without an entry is read by the common rules alone. */
const PROFILES: Readonly<Record<string, LayoutProfile>> = {
  '001': { outline: GUIDE_OUTLINE, scraps: GUIDE_SCRAPS },
  '002': {
    outline: ARTICLE_OUTLINE,
    scraps: /^(internacionalización y competitividad|Administración ?& ?Desarrollo)$/i,
  },
  '004': {
    parts:
      /^(Introducción|Apuestas productivas|\d\. (Objetivos de la política|Enfoques|(Medidas|Instrumentos) de intervención .*|Cambios institucionales))$/,
    numbersUnderParts: true,
  },
};

/** The layout profile of a document. */
export function profileOf(document: string): LayoutProfile {
  return PROFILES[document] ?? COMMON;
}
