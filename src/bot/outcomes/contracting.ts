import type { Payer } from '../../legal/index.ts';
import { noteAsked, show, suggest, waysOn } from '../answered.ts';
import type { Conclude } from './outcome.ts';

/** Which rules apply to the contract, told with its sources; the person may go on from it as from any answer. */
export const concludeContracting: Conclude = (answers, draft, services) => {
  const { conversation } = draft;
  const texts = services.texts[conversation.language];
  const payer = answers['contracting.payer'] as Payer | undefined;
  if (payer === undefined) return [{ type: 'say', text: texts.t('contracting.left') }];
  const share = shareOf(answers['contracting.share']);
  const told = services.answerer.contracting({ payer, share }, conversation.language);
  const question = texts.t('contracting.question');
  noteAsked(question, conversation);
  const alone = !conversation.guide;
  const offers = alone ? suggest(told.citations, draft, services) : [];
  const said = show(
    { ...told, offers },
    { question, previous: undefined, found: true, given: told.citations },
    draft,
  );
  return [alone ? { ...said, choices: waysOn(draft, services) } : said];
};

/** A percentage; a side of the half stands for any percentage on it. */
function shareOf(answer: unknown): number | undefined {
  if (typeof answer === 'number') return answer;
  return answer === 'half-or-more' ? 100 : answer === 'under-half' ? 0 : undefined;
}
