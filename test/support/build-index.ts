import { openRetriever } from '../../src/retrieval/index.ts';
import { KNOWLEDGE, libraryOf } from '../../src/server/knowledge.ts';
import { TEST_DATA, TEST_INDEX } from './app.ts';

/** Builds the index before the suites start: each would otherwise begin the same work beside the others. */
export async function setup(): Promise<void> {
  await openRetriever({
    knowledgeFolder: KNOWLEDGE,
    libraryFolder: libraryOf(TEST_DATA),
    dataFolder: TEST_INDEX,
  });
}
