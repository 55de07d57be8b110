export { adviseNorms, type LegalFacts, type LegalPoint } from './advice.ts';
export { NormCatalogue, type NormLookup, type NormMatch, readNorms } from './catalogue.ts';
export {
  type ContractingCase,
  type ContractingDecision,
  type ContractingParty,
  contractingDecisions,
  contractingOf,
  type Payer,
  readContractingCase,
} from './contracting.ts';
export type { Norm, NormCitation, NormType } from './norm.ts';
export { type NormReference, parseReferences } from './references.ts';
export { type Replaced, replacedIn } from './replaced.ts';
export { type Instrument, readSigning, type SigningDecision } from './signing.ts';
