import { APPLICATION_FORMATS, type ApplicationFormat } from '../../export/index.ts';
import type { Citation, FileMessage, Message, Say } from '../../messages/message.ts';
import { type Application, applicationOf } from '../../plan/application.ts';
import { checkApplication } from '../../plan/application-checks.ts';
import { formatDate, formatMoney } from '../../text/format.ts';
import type { Texts } from '../../text/locales.ts';
import { remember } from '../answered.ts';
import type { Draft } from '../conversation.ts';
import { handed } from '../documents.ts';
import { type Services, todayIn } from '../services.ts';
import type { Conclude, Hand } from './outcome.ts';

/** Suggestions told in the conversation: the document has them all. */
const TOLD = 4;
/** Goals told in the conversation. */
const GOALS = 5;
/** Where the guide explains the whole way. */
const TOPIC = 'diez pasos para una postulación a fondos de la cooperación internacional al desarrollo';

/** The application in a few lines, what to look at before it is sent, and the outline as a Word document. */
export const concludeFunds: Conclude = async (answers, draft, services) => {
  const { language } = draft.conversation;
  const texts = services.texts[language];
  const application = applicationOf(answers);
  if (Object.keys(answers).length === 0) return [{ type: 'say', text: texts.t('funds.left') }];
  const file = await write('docx', application, draft, services);
  const found = await services.answerer.sources(TOPIC, language);
  if (found) remember(draft, found.citations);
  const hands = file.type === 'file' ? [texts.t('funds.outcome.document')] : [];
  const lines = [...summary(application, texts), ...suggestions(application, texts, services)];
  const said: Message = {
    type: 'say',
    text: [...lines, ...(found ? [found.text] : []), ...hands].join('\n\n'),
    ...(found && { citations: found.citations }),
  };
  return [said, file];
};

/** The application as far as it goes, as a document. */
export const handApplication: Hand = async (answers, format, draft, services) => {
  const texts = services.texts[draft.conversation.language];
  const known = APPLICATION_FORMATS.find((one) => one === (format ?? 'docx'));
  const text = texts.t(known ? 'funds.handed' : 'funds.handed.other');
  const file = await write(known ?? 'docx', applicationOf(answers), draft, services);
  return file.type === 'file' ? [{ type: 'say', text }, file] : [file];
};

async function write(
  format: ApplicationFormat,
  application: Application,
  draft: Draft,
  services: Services,
): Promise<FileMessage | Say> {
  const { language } = draft.conversation;
  draft.begins?.('export');
  const sources = await sourcesOf(draft, services);
  const today = todayIn(services.clock);
  return await handed(services.texts[language], () =>
    services.documents.write({ of: 'application', format, application, language, today, sources }),
  );
}

/** The passages of the guide on each of the steps, each once. */
async function sourcesOf({ conversation }: Draft, services: Services): Promise<Citation[]> {
  const steps = services.asides.find(({ id }) => id === 'funds')?.steps ?? [];
  const found: Citation[] = [];
  for (const { topic } of steps) {
    const told =
      topic === undefined ? undefined : await services.answerer.sources(topic, conversation.language);
    for (const citation of told?.citations ?? [])
      if (!found.some(({ quote }) => quote === citation.quote)) found.push(citation);
  }
  return found;
}

function summary(application: Application, texts: Texts): string[] {
  const { title, funder, call, deadline, need, objective, objectives } = application;
  const { language } = texts;
  const head =
    title === undefined ? texts.t('funds.outcome.untitled') : texts.t('funds.outcome.title', { title });
  const called = [funder, call].filter(Boolean).join(', ');
  const closes = { call: called, date: deadline === undefined ? '' : formatDate(deadline, language) };
  const told = deadline === undefined ? called : texts.t('funds.outcome.closes', closes);
  const line = (key: string, value: string | undefined) =>
    value ? [`- ${texts.t(`funds.outcome.${key}`, { value })}`] : [];
  const goals = objectives
    .slice(0, GOALS)
    .map(({ name, goal }) => `  - ${goal === undefined ? name : `${name}: ${goal}`}`);
  return [
    [
      head,
      ...line('call', called && told),
      ...line('need', need),
      ...line('objective', objective),
      ...(goals.length > 0 ? [`- ${texts.t('funds.outcome.objectives')}`, ...goals] : []),
      ...line('money', money(application, texts)),
    ].join('\n'),
  ];
}

function money({ cost, requested }: Application, texts: Texts): string | undefined {
  const params = {
    cost: cost ? formatMoney(cost, texts.language) : '',
    requested: requested ? formatMoney(requested, texts.language) : '',
  };
  if (!cost && !requested) return undefined;
  const which = cost && requested ? 'both' : cost ? 'cost' : 'requested';
  return texts.t(`funds.outcome.money.${which}`, params);
}

function suggestions(application: Application, texts: Texts, services: Services): string[] {
  const found = checkApplication(application, todayIn(services.clock));
  if (found.length === 0) return [];
  const more = found.length - TOLD;
  return [
    [
      texts.t('funds.outcome.checks'),
      ...found.slice(0, TOLD).map(({ id, params }) => `- ${texts.t(`funds.check.${id}`, params)}`),
      ...(more > 0 ? [texts.t('funds.outcome.more', { count: more })] : []),
    ].join('\n'),
  ];
}
