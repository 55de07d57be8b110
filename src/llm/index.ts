import { withBreaker } from './breaker.ts';
import type { OpenAIOptions } from './openai.ts';
import type { LanguageModel } from './types.ts';

export type { OpenAIOptions } from './openai.ts';
export { type Prompt, type RenderedPrompt, readPrompt } from './prompts.ts';
export type * from './types.ts';

/**
 * The model of an OpenAI-compatible service, left alone for a while when the service fails. LangChain is loaded here
 * and not at the start, because a service without a model does not need it.
 */
export async function openLanguageModel(options: OpenAIOptions): Promise<LanguageModel> {
  const { OpenAIModel } = await import('./openai.ts');
  return withBreaker(new OpenAIModel(options), { clock: options.clock });
}
