import { ARTICLE_OUTLINE } from './article-outline.ts';
import { ARTICLE_STRETCHES } from './article-stretches.ts';
import { GUIDE_CASE_STRETCHES } from './guide-case-stretches.ts';
import { GUIDE_CONCEPT_STRETCHES } from './guide-concept-stretches.ts';
import { GUIDE_OUTLINE } from './guide-outline.ts';
import { GUIDE_PLAN_STRETCHES } from './guide-plan-stretches.ts';
import { OTHER_STRETCHES } from './other-stretches.ts';
import type { Stretch } from './stretches.ts';
import type { Title } from './titles.ts';

/** What is particular to one document's layout; every other rule is common to all. */
export interface LayoutProfile {
  /** Headings (whole line) that open a top-level part. */
  parts?: RegExp;
  /** Numbered headings stand under the parts and never one under another: their numbers start again and again. */
  numbersUnderParts?: boolean;
  /** Its headings in order; nothing else is then one. For a text whose figures and headings look alike. */
  outline?: readonly Title[];
  /** Lines that do not read in the order in which the extraction gives them, in the order of the source. */
  stretches?: readonly Stretch[];
  /** Lines (whole) that a figure tore into scraps, or that label the page or a box and not the text around them. */
  scraps?: RegExp;
}

const COMMON: LayoutProfile = {};

/** The labels of pages and boxes. */
const GUIDE_SCRAPS =
  /^(Anexos|Buenas [Pp]rácticas|file:|Recuadro +\d+\.|2\. Las dimensiones de la acción internacional)$/;

/** Layouts by document id; a document without an entry is read by the common rules alone. */
const PROFILES: Readonly<Record<string, LayoutProfile>> = {
  '000': { stretches: OTHER_STRETCHES['000'] },
  '001': {
    outline: GUIDE_OUTLINE,
    stretches: [...GUIDE_CONCEPT_STRETCHES, ...GUIDE_PLAN_STRETCHES, ...GUIDE_CASE_STRETCHES],
    scraps: GUIDE_SCRAPS,
  },
  '002': {
    outline: ARTICLE_OUTLINE,
    stretches: ARTICLE_STRETCHES,
    scraps: /^(internacionalización y competitividad|Administración ?& ?Desarrollo)$/i,
  },
  '003': { stretches: OTHER_STRETCHES['003'] },
  '004': {
    stretches: OTHER_STRETCHES['004'],
    parts:
      /^(Introducción|Apuestas productivas|\d\. (Objetivos de la política|Enfoques|(Medidas|Instrumentos) de intervención .*|Cambios institucionales))$/,
    numbersUnderParts: true,
  },
};

/** The layout profile of a document. */
export function profileOf(document: string): LayoutProfile {
  return PROFILES[document] ?? COMMON;
}
