import type { TextParams } from '../text/locales.ts';

/** Why a document cannot be taken in; `ingest.fault.<reason>` says it and what to do. */
export type FaultReason =
  | 'already-there'
  | 'binary'
  | 'damaged'
  | 'empty'
  | 'entities'
  | 'no-such-document'
  | 'no-such-file'
  | 'old-word'
  | 'other-type'
  | 'password'
  | 'scanned'
  | 'shipped'
  | 'too-big'
  | 'too-long'
  | 'too-slow'
  | 'unknown-type'
  | 'zip-bomb';

/** A document cannot be taken in, through a fault of the file or of what was asked for. Nothing was changed. */
export class IngestFault extends Error {
  readonly reason: FaultReason;
  readonly params: TextParams;

  constructor(reason: FaultReason, params: TextParams = {}, options?: ErrorOptions) {
    super(`${reason} ${JSON.stringify(params)}`, options);
    this.name = 'IngestFault';
    this.reason = reason;
    this.params = params;
  }
}
