/** What of a turn may take long: a search, an answer or a draft in a model's words, a document. */
export type Work = 'search' | 'answer' | 'draft' | 'export';

/** Hears which work begins. It neither fails nor makes the work wait. */
export type TellWork = (work: Work) => void;

/** Where the state of a turn has the `TellWork` of a channel that shows what a person waits for. */
export const TELLS_WORK = Symbol('tells work');
