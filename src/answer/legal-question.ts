import { parseReferences } from '../legal/index.ts';
import { fold } from '../retrieval/language/stems.ts';
import type { DocumentKind } from '../retrieval/types.ts';

/** Kinds of documents that may answer what the law says. Campaign and press never do. */
export const LEGAL_KINDS: DocumentKind[] = ['official-guide', 'public-policy', 'academic-article'];

const LEGAL =
  /\b(ley(?:es)?|normas?|normativ[oa]s?|normatividad|decretos?|constitucion(?:al(?:es)?)?|jurisprudencia|sentencia|juridic[oa]s?|legal(?:es|mente)?|contratacion|contratar|contratos?|licita\w*|marco juridico|regimen|facultad(?:es)?|potestad(?:es)?|autorizacion|competencias|que articulo|cual articulo|celebrar (?:un )?(?:tratado|convenio)s?|firm(?:ar|o|a|amos) (?:un |el )?(?:tratado|convenio|acuerdo|hermanamiento)s?|(?:puedo|podemos|puede|antes de|para) firmar|firmar con|consulta previa|sancion\w*|law|laws|legal|legally|decree|constitution\w*|procurement|treat(?:y|ies)|statute)\b/;
/** A question that asks for one of the other documents by name is about what that document says. */
const OTHER_DOCUMENT =
  /\b(candidat[ao]|campana|programa de gobierno|prensa|noticia|campaign|candidate|press)\b/;

/** Whether a question asks what the law says, so that only documents with authority on it may answer. */
export function isLegalQuestion(question: string): boolean {
  const text = fold(question);
  if (OTHER_DOCUMENT.test(text)) return false;
  return LEGAL.test(text) || parseReferences(question).some(({ type }) => type !== null);
}

/** Kinds of norms that no document cites: asked for by kind alone, they are not to be found. */
export function asksForUncitedKind(question: string): boolean {
  return /\b(?:que|cual(?: es la| es el)?|which|what) (?:sentencias?|conpes|circular(?:es)?|directivas?|ruling|resolucion)\b/.test(
    fold(question),
  );
}

/** Whether a question wants the number of an article: «¿qué artículo exacto de la Ley 80…?». */
export function asksForArticle(question: string): boolean {
  return /\b(?:que|cual|which|what)(?: es el| is the)? (?:numero de )?(?:articulo|article)\b/.test(
    fold(question),
  );
}
