import type { Output, Request } from '../guide/output.ts';
import type { Citation, Message } from '../messages/message.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

/** Passages kept for the sources of an export: the newest ones, enough for a bibliography. */
const CITED_LIMIT = 60;

/** Turns what the engine said into messages, doing what it asked for on the way. */
export async function fulfil(outputs: Output[], draft: Draft, services: Services): Promise<Message[]> {
  const messages: Message[] = [];
  for (const output of outputs)
    messages.push(...(output.type === 'request' ? await attend(output.request, draft, services) : [output]));
  return messages;
}

async function attend(request: Request, draft: Draft, services: Services): Promise<Message[]> {
  switch (request.type) {
    case 'answer':
      return [await answer(request.question, draft, services)];
    case 'advice':
      return [await advise(draft, services)];
    case 'export':
      return await exportPlan(request.format, draft, services);
    case 'discard':
      return discard(draft, services);
  }
}

/** Looks a question up in the documents. What was found is remembered for follow-ups and for the export. */
export async function answer(question: string, draft: Draft, services: Services): Promise<Message> {
  const { conversation } = draft;
  const found = await services.answerer.answer({
    text: question,
    language: conversation.language,
    previous: conversation.lastQuestion,
  });
  conversation.lastQuestion = question;
  if (found.kind === 'not-found') return { type: 'say', text: found.text, citations: found.nearest };
  remember(draft, found.citations);
  return { type: 'say', text: found.text, citations: found.citations };
}

async function advise(draft: Draft, services: Services): Promise<Message> {
  const { plan, conversation } = draft;
  if (!plan) throw new Error('advice on norms was asked for without a plan');
  const advice = await services.advise(plan, conversation.language);
  remember(draft, advice.citations);
  return { type: 'say', text: advice.text, citations: advice.citations };
}

async function exportPlan(format: string, draft: Draft, services: Services): Promise<Message[]> {
  const { plan, conversation } = draft;
  const texts = services.texts[conversation.language];
  if (!plan) return [{ type: 'say', text: texts.t('bot.export.no-plan') }];
  const { formats } = services.exporter;
  const offered = formats.map((f) => texts.t(`bot.format.${f}`)).join(', ');
  const known = formats.includes(format);
  const file = await services.exporter.export(known ? format : 'docx', plan, {
    texts,
    today: todayIn(services.clock),
    sources: conversation.cited,
  });
  const text = texts.t(known ? 'bot.export.done' : 'bot.export.unavailable', { format: format.toUpperCase(), offered });
  return [
    { type: 'say', text },
    { type: 'file', ...file },
  ];
}

function discard(draft: Draft, services: Services): Message[] {
  const { conversation } = draft;
  draft.plan = undefined;
  delete conversation.guide;
  delete conversation.dialogs;
  return [{ type: 'say', text: services.texts[conversation.language].t('bot.plan-deleted') }];
}

function remember({ conversation }: Draft, citations: Citation[]): void {
  const known = new Set(conversation.cited.map((c) => c.url));
  const fresh = citations.filter((c) => !known.has(c.url));
  conversation.cited = [...conversation.cited, ...fresh].slice(-CITED_LIMIT);
}
