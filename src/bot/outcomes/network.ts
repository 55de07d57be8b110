import type { Citation } from '../../messages/message.ts';
import { JOINING, type Verdict, type Weighed, weighNetwork } from '../../plan/network.ts';
import { Money } from '../../plan/values.ts';
import { formatList, formatMoney } from '../../text/format.ts';
import type { Texts } from '../../text/locales.ts';
import { noteAsked, show } from '../answered.ts';
import type { Answers, Conclude } from './outcome.ts';

/** Where the guide tells how to join a network. */
const TOPIC =
  'pasos para formar parte de una red de ciudades medios prácticos para la afiliación solicitudes escritas cuota';

/** The balance of the answers, what it recommends and no more, and the practical next step with its source. */
export const concludeNetwork: Conclude = async (answers, draft, services) => {
  const { conversation } = draft;
  const texts = services.texts[conversation.language];
  if (Object.keys(answers).length === 0) return [{ type: 'say', text: texts.t('network.left') }];
  const found = await services.answerer.sources(TOPIC, conversation.language);
  const citations: Citation[] = found?.citations ?? [];
  const text = [...tell(answers, texts), ...(found ? [found.text] : [])].join('\n\n');
  const question = texts.t('network.question');
  noteAsked(question, conversation);
  return [
    show(
      { text, citations, offers: [] },
      { question, previous: undefined, found: true, given: citations },
      draft,
    ),
  ];
};

function tell(answers: Answers, texts: Texts): string[] {
  const balance = weighNetwork(answers);
  const list = (side: string, ids: readonly Weighed[]) =>
    formatList(
      ids.map((id) => texts.t(`network.${side}.${id}`)),
      texts.language,
    );
  const line = (side: 'for' | 'partly' | 'against' | 'unknown') =>
    balance[side].length > 0
      ? [`- ${texts.t(`network.outcome.${side}`, { list: list(side, balance[side]) })}`]
      : [];
  const name = textOf(answers['network.name']) ?? texts.t('network.outcome.unnamed');
  const weighs: Record<Verdict, string> = {
    join: '',
    conditions: [list('against', balance.against), list('partly', balance.partly)].filter(Boolean).join('; '),
    'find-out': list('unknown', balance.unknown),
    'not-now': list('against', balance.against),
  };
  return [
    [
      texts.t('network.outcome.title', { name }),
      ...line('for'),
      ...line('partly'),
      ...line('against'),
      ...line('unknown'),
      ...cost(answers, texts),
    ].join('\n'),
    texts.t(`network.verdict.${balance.verdict}`, { list: weighs[balance.verdict] }),
    ...next(answers, balance.verdict, texts),
    texts.t('network.basis'),
  ];
}

function cost(answers: Answers, texts: Texts): string[] {
  const duties = textOf(answers['network.duties'])?.replace(/[.\s]+$/, '');
  const money = Money.safeParse(answers['network.fee']);
  const fee = money.success ? formatMoney(money.data, texts.language) : 'none';
  if (duties !== undefined) return [`- ${texts.t('network.outcome.cost', { duties, fee })}`];
  return money.success ? [`- ${texts.t('network.outcome.cost.fee', { fee })}`] : [];
}

/** What to do next: to ask the network where that is open, and to join only where the balance speaks for it. */
function next(answers: Answers, verdict: Verdict, texts: Texts): string[] {
  const joining = JOINING.find((one) => one === answers['network.joining']) ?? 'unknown';
  if (verdict === 'not-now' || (verdict === 'find-out' && joining !== 'unknown')) return [];
  const better = textOf(answers['network.better']);
  return [
    ...(better === undefined ? [] : [texts.t('network.outcome.better', { value: better })]),
    texts.t(`network.next.${joining}`),
  ];
}

function textOf(answer: unknown): string | undefined {
  return typeof answer === 'string' ? answer : undefined;
}
