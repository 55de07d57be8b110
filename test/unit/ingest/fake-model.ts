import type { FaultKind, Generation, LanguageModel, StructuredRequest } from '../../../src/llm/index.ts';

type Asked = Pick<StructuredRequest<unknown>, 'system' | 'user'>;
type Reply = FaultKind | object;

/** A model at the seam: it writes what it is told for each request, or fails as it is told. */
export class FakeModel implements LanguageModel {
  readonly asked: Asked[] = [];
  readonly #reply: (asked: Asked) => Reply;

  constructor(reply: (asked: Asked) => Reply) {
    this.#reply = reply;
  }

  async generate<T>({ system, user, schema }: StructuredRequest<T>): Promise<Generation<T>> {
    this.asked.push({ system, user });
    const usage = { input: 0, output: 0 };
    const reply = this.#reply({ system, user });
    if (typeof reply === 'string') return { ok: false, fault: { kind: reply }, usage };
    const read = schema.safeParse(reply);
    return read.success
      ? { ok: true, value: read.data, usage }
      : { ok: false, fault: { kind: 'malformed' }, usage };
  }
}

/** What a model writes for a passage: these formal questions. */
export function questions(...formal: string[]) {
  return { formal, plain: [], keywords: [], typos: [], english: [] };
}
