import { fold } from '../retrieval/language/stems.ts';
import { namesForeignCountry } from './countries.ts';

/** Who pays or signs, as the norms tell them apart. `cooperation` is a cooperation, assistance or aid body. */
export type Payer = 'multilateral-credit' | 'foreign-public-body' | 'cooperation' | 'national';

/** The row of the table that a case falls in; the ids are those of the plan's list of contracting parties. */
export type ContractingParty =
  | 'multilateral-credit'
  | 'foreign-public-body'
  | 'cooperation-body-half-or-more'
  | 'cooperation-body-under-half'
  | 'national';

export interface ContractingCase {
  payer: Payer;
  /** Percentage of the funds, 0 to 100, that the cooperation body pays; undefined when it is not known. */
  share?: number | undefined;
}

export interface ContractingDecision {
  party: ContractingParty;
  /** `agreed`: what the parties or the body's rules say. `body-rules`: the body's rules may be used. */
  regime: 'agreed' | 'body-rules' | 'national-procurement';
  /** Ids in the catalogue, the one that decides first. */
  norms: readonly string[];
}

const DECREE = 'decreto-1510-2013-art-157';
const LAW = 'ley-1150-2007-art-20';
const STATUTE = 'ley-80-1993';
/** Share from which the body's own rules are possible: «iguales o superiores al cincuenta por ciento». */
const HALF = 50;

const TABLE: Record<ContractingParty, Omit<ContractingDecision, 'party'>> = {
  'multilateral-credit': { regime: 'agreed', norms: [DECREE, LAW] },
  'foreign-public-body': { regime: 'agreed', norms: [DECREE, STATUTE, LAW] },
  'cooperation-body-half-or-more': { regime: 'body-rules', norms: [LAW, DECREE] },
  'cooperation-body-under-half': { regime: 'national-procurement', norms: [DECREE, LAW, STATUTE] },
  national: { regime: 'national-procurement', norms: [STATUTE, DECREE] },
};

/**
 * The contracting regime of a case, as Ley 1150 de 2007 art. 20 and Decreto 1510 de 2013 art. 157 give it in the
 * guide (chapter 3, «Marco normativo»). Only cooperation bodies depend on the share: without one, both rows of
 * the table are returned.
 */
export function contractingDecisions({ payer, share }: ContractingCase): ContractingDecision[] {
  return partiesOf(payer, share).map((party) => ({ party, ...TABLE[party] }));
}

/** The row of the table for a party that a plan names. Undefined for an id that is none of the table's. */
export function contractingOf(party: string): ContractingDecision | undefined {
  const row = Object.entries(TABLE).find(([id]) => id === party);
  return row ? { party: row[0] as ContractingParty, ...row[1] } : undefined;
}

function partiesOf(payer: Payer, share: number | undefined): ContractingParty[] {
  if (payer !== 'cooperation') return [payer];
  if (share === undefined) return ['cooperation-body-half-or-more', 'cooperation-body-under-half'];
  return [share >= HALF ? 'cooperation-body-half-or-more' : 'cooperation-body-under-half'];
}

const DONOR =
  /\b(cooperantes?|donantes?|donadores?|financiador(?:es)?|cooperacion internacional|(?:organismos?|agencias?|entidad(?:es)?) (?:internacional(?:es)?|de cooperacion|extranjer[ao]s?)|ong|fundacion|embajada|union europea|naciones unidas|pnud|usaid|aecid|giz|jica|koica|ayuda internacional|donors?|(?:cooperation|aid) (?:body|agency))\b/g;
const OURS =
  /\b(nosotros|nuestr[ao]s?|municipio|alcaldia|gobernacion|departamento|propios|ponemos|aportamos|pongo|aporto|contrapartida|we|our|ours|municipality|town)\b/g;
const MULTILATERAL =
  /\b(?:bancos? (?:multilateral(?:es)?|interamericano|mundial|de desarrollo)|organismos? multilateral(?:es)? de credito|credito multilateral|bid|caf|banca multilateral|multilateral (?:bank|credit|lender)|world bank)\b/;
const FOREIGN_BODY =
  /\b(?:personas? extranjeras? de derecho publico|entes? gubernamental(?:es)? extranjeros?|ayuntamientos?|(?:gobierno|alcaldia|municipio|ciudad|diputacion|region|entidad territorial|ente|entidad)(?: \w+){0,2} (?:extranjer[ao]|de otro pais|del exterior)|foreign (?:government|city|public body|municipality))\b/;
const LOCAL_BODY = /\b(?:alcaldia|gobierno|municipio|ciudad|region|provincia|city|town|government)\b/;
/** Words that ask which rules govern a contract; «convenio» alone asks for many other things. */
const RULES =
  /\b(contrat\w*|licita\w*|reglas?|reglament\w*|regimen|norma|normas|procurement|contract|contracting|rules?|regime)\b/;
const SHARE =
  /(\d{1,3}(?:[.,]\d+)?)\s*(?:%|por ?ciento|percent)|\b(la mitad|half)\b|\b(la totalidad|todo el dinero|toda la plata|todos los recursos)\b/g;

/**
 * Reads a contracting case out of a question: who pays or signs, and the share of the cooperation body (the rest of
 * a share that the territory pays). Undefined when the question does not ask for rules or names no payer.
 */
export function readContractingCase(question: string): ContractingCase | undefined {
  const text = fold(question);
  const shares = [...text.matchAll(SHARE)];
  const asksRules = RULES.test(text);
  if (!asksRules && shares.length === 0) return undefined;
  if (MULTILATERAL.test(text)) return { payer: 'multilateral-credit' };
  if (lastIndex(text, DONOR) >= 0 && asksRules)
    return { payer: 'cooperation', share: donorShare(text, shares) };
  if (asksRules && (FOREIGN_BODY.test(text) || (LOCAL_BODY.test(text) && namesForeignCountry(text))))
    return { payer: 'foreign-public-body' };
  return undefined;
}

/** The share that the donor pays: a share belongs to whoever was named last before it. */
function donorShare(text: string, shares: readonly RegExpExecArray[]): number | undefined {
  for (const match of shares) {
    const value = match[1] ? Number(match[1].replace(',', '.')) : match[2] ? HALF : 100;
    const before = text.slice(0, match.index);
    const donor = lastIndex(before, DONOR);
    const ours = lastIndex(before, OURS);
    if (value <= 100 && (donor >= 0 || ours >= 0)) return ours > donor ? 100 - value : value;
  }
  return undefined;
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
