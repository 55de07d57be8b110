import { openLanguageModel } from '../../src/llm/index.ts';
import { LIMITS, languageModelContract, TIMES } from './llm.contract.ts';

languageModelContract('a model of an OpenAI-compatible service', (server) =>
  openLanguageModel({
    apiKey: 'test',
    model: 'local',
    baseURL: server.url,
    limits: LIMITS,
    clock: () => new Date(),
    ...TIMES,
  }),
);
