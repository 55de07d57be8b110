import { fold } from '../retrieval/language/stems.ts';

/** What a question asks for: the form of its answer. */
export type QuestionKind = (typeof KINDS)[number][0] | 'other';

/** The first that fits tells. The narrow forms come before the wide ones that hold the same words. */
const KINDS = [
  [
    'contact',
    /\b(?:telefono|celular|whatsapp|correo|e-?mail|direccion|pagina web|sitio web|contacto|phone|address|website)\b/,
  ],
  [
    'duration',
    /\b(?:cuanto (?:tiempo|dura|demora|tarda|se (?:demora|tarda))|plazo|duracion|cuantos (?:dias|meses|anos|semanas)|how long|deadline|duration|how many (?:days|months|years|weeks))\b/,
  ],
  ['rate', /\b(?:porcentaje|tasa|tarifa|proporcion|percent(?:age)?|share of|rate)\b/],
  [
    'money',
    /\b(?:cuest\w*|costos?|precio|cuota|presupuesto|sueldo|salario|viaticos|monto|valor|cuanta plata|cuanto (?:dinero|vale|pag\w*|cobr\w*|invirt\w*|gast\w*|gan\w*|pon\w*|aport\w*|recib\w*|destin\w*)|cost|fee|budget|salary|price|how much)\b/,
  ],
  ['count', /\b(?:cuant[oa]s|how many|numero de|cantidad de|number of)\b/],
  ['quantity', /\bcuant[oa]\b/],
  [
    'date',
    /\b(?:cuando|fechas?|en que (?:ano|mes|dia)|que (?:ano|dia|mes)|when|what (?:year|date)|which year)\b/,
  ],
  [
    'person',
    /\b(?:quien(?:es)?|nombre (?:del?|de la)|como se llama (?:el|la) (?:jefe|director|alcalde|secretari|gerente|embajador)\w*|who(?:se)?)\b/,
  ],
  [
    'place',
    /\b(?:donde|en (?:que|cuales) (?:ciudad|municipio|pais|lugar|departamento|sede|region|parte)\w*|where|which (?:cities|municipalities|countries))\b/,
  ],
  ['reason', /\b(?:por que|porque|a que se debe|why)\b/],
  [
    'requirement',
    /\b(?:requisitos?|papeles|documentos (?:necesito|piden|exigen)|que (?:piden|exigen)|requirements?|paperwork)\b/,
  ],
  ['procedure', /\b(?:como|pasos|how (?:do|can|to|does|should))\b/],
  ['which', /\b(?:cuales?|que|which|what)\b/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** The kind of a question, in either language. */
export function kindOf(question: string): QuestionKind {
  const text = fold(question);
  return KINDS.find(([, form]) => form.test(text))?.[0] ?? 'other';
}
