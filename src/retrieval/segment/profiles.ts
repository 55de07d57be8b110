/** What is particular to one document's layout; every other rule is common to all. */
export interface LayoutProfile {
  /** A heading at the top of a page opens a section one level above the headings inside pages. */
  pageHeadings: boolean;
  /** Headings (whole line) that open a top-level part. */
  parts?: RegExp;
  /** Numbered headings stand under the parts and never one under another: their numbers start again and again. */
  numbersUnderParts?: boolean;
}

const COMMON: LayoutProfile = { pageHeadings: false };

/** Layouts by document id; a document without an entry is read by the common rules alone. */
const PROFILES: Readonly<Record<string, LayoutProfile>> = {
  '001': {
    pageHeadings: true,
    parts:
      /^(Prólogo|Visión|Sobre esta guía|Introducción|Cooperación y competencia|Recursos útiles|Anexo [IVX]+|Barranquilla|Cali|Bogotá|Medellín)$/,
  },
  '002': { pageHeadings: false, parts: /^(resumen|abstract|resumo|Bibliografía|Referencias.*)$/i },
  '004': {
    pageHeadings: false,
    parts:
      /^(Introducción|Apuestas productivas|\d\. (Objetivos de la política|Enfoques|(Medidas|Instrumentos) de intervención .*|Cambios institucionales))$/,
    numbersUnderParts: true,
  },
};

/** The layout profile of a document. */
export function profileOf(document: string): LayoutProfile {
  return PROFILES[document] ?? COMMON;
}
