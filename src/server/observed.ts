import type { Answerer } from '../answer/index.ts';
import { ERASING } from '../bot/erase.ts';
import { UNDELIVERED } from '../bot/inbox.ts';
import { SET_ASIDE } from '../channels/set-aside.ts';
import { PENDING } from '../channels/webchat/index.ts';
import { OUTBOX, WAITING } from '../channels/whatsapp/records.ts';
import type { LanguageModel } from '../llm/index.ts';
import { type Metrics, timed } from '../observe/metrics.ts';
import { currentTurn } from '../observe/turn.ts';
import type { Retriever } from '../retrieval/types.ts';
import { RevisionConflict, type Store } from '../storage/store.ts';

/** The store, with its times, conflicts and failures told. */
export function observedStore(store: Store, metrics: Metrics): Store {
  const told = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await work();
    } catch (error) {
      if (error instanceof RevisionConflict) metrics.count('store_conflicts_total');
      else metrics.count('store_errors_total', { operation });
      throw error;
    } finally {
      metrics.time('store_seconds', (performance.now() - began) / 1000, { operation });
    }
  };
  return {
    ...store,
    read: (collection, key) => told('read', () => store.read(collection, key)),
    readUnless: (collection, key, known) => told('read', () => store.readUnless(collection, key, known)),
    list: (collection, prefix) => told('list', () => store.list(collection, prefix)),
    commit: (batch) => told('commit', () => store.commit(batch)),
    readStream: (stream, after, limit) => told('stream', () => store.readStream(stream, after, limit)),
    scrub: () => told('scrub', () => store.scrub()),
  };
}

/** How much waits in each of the store's queues. */
export async function depthsOf(store: Store): Promise<Record<string, number>> {
  const queues = [OUTBOX, WAITING, PENDING, UNDELIVERED, ERASING, SET_ASIDE];
  const depths = await Promise.all(queues.map((queue) => store.count(queue)));
  return Object.fromEntries(queues.map((queue, at) => [queue, depths[at] ?? 0]));
}

/** The model, with its times, tokens and faults told. */
export function observedModel(model: LanguageModel, metrics: Metrics): LanguageModel {
  return {
    generate: async (request) => {
      const result = await timed(metrics, 'model_seconds', {}, () => model.generate(request));
      metrics.count('model_requests_total', { outcome: result.ok ? 'ok' : result.fault.kind });
      metrics.count('model_tokens_total', { direction: 'input' }, result.usage.input);
      metrics.count('model_tokens_total', { direction: 'output' }, result.usage.output);
      return result;
    },
  };
}

/** The answerer, with the time it takes of a turn told, and how often it abstains. */
export function observedAnswerer<T extends Answerer>(answerer: T, metrics: Metrics): T {
  return {
    ...answerer,
    answer: async (question) => {
      const began = performance.now();
      const answer = await timed(metrics, 'stage_seconds', { stage: 'answer' }, () =>
        answerer.answer(question),
      );
      const turn = currentTurn();
      if (turn) turn.answering += (performance.now() - began) / 1000;
      const outcome = answer.kind === 'not-found' ? 'abstained' : (answer.writtenBy ?? 'documents');
      metrics.count('answers_total', { outcome });
      return answer;
    },
  };
}

/** The retriever, with the time of each search told. */
export function observedRetriever(retriever: Retriever, metrics: Metrics): Retriever {
  return {
    documents: retriever.documents,
    passages: retriever.passages,
    questionsOf: (id) => retriever.questionsOf(id),
    spread: (stem) => retriever.spread(stem),
    search: (query, options) =>
      timed(metrics, 'retrieval_seconds', {}, () => retriever.search(query, options)),
  };
}
