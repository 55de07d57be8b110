import { EXPORT_FORMATS, exportPlan } from '../export/index.ts';
import type { Output, Request } from '../guide/output.ts';
import { countMissing } from '../guide/summary.ts';
import type { LegalFacts } from '../legal/index.ts';
import type { Message } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import { remember } from './answered.ts';
import { answer } from './answers.ts';
import type { Draft } from './conversation.ts';
import { conclude } from './outcome.ts';
import { type Services, todayIn } from './services.ts';

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
    case 'sources':
      return await tellSources(request.topic, draft, services);
    case 'advice':
      return [advise(draft, services)];
    case 'outcome':
      return [conclude(request.workflow, request.answers, draft, services)];
    case 'export':
      return await deliver(request.format, draft, services);
    case 'discard':
      return discard(draft, services);
  }
}

/** Where the guide explains a topic; nothing when it names none. */
async function tellSources(topic: string, draft: Draft, services: Services): Promise<Message[]> {
  const found = await services.answerer.sources(topic, draft.conversation.language);
  if (!found) return [];
  remember(draft, found.citations);
  return [{ type: 'say', text: found.text, citations: found.citations }];
}

function advise(draft: Draft, services: Services): Message {
  const { plan, conversation } = draft;
  if (!plan) throw new Error('advice on norms was asked for without a plan');
  const advice = services.answerer.advise(legalFacts(plan), conversation.language);
  remember(draft, advice.citations);
  return { type: 'say', text: advice.text, citations: advice.citations };
}

/** What of a plan decides which norms bear on it. */
function legalFacts({ entity, reasons, projects, legal, resources }: Plan): LegalFacts {
  return {
    entityKind: entity.kind,
    borderZone: entity.borderZone,
    reasons: reasons?.map(({ id }) => id),
    dimensions: projects?.flatMap(({ dimension }) => dimension ?? []),
    contracting: legal.actions?.flatMap(({ contracting }) => contracting ?? []),
    hasBudget: resources.budget !== undefined,
  };
}

async function deliver(format: string, draft: Draft, services: Services): Promise<Message[]> {
  const { plan, conversation } = draft;
  const texts = services.texts[conversation.language];
  if (!plan) return [{ type: 'say', text: texts.t('bot.export.no-plan') }];
  const known = EXPORT_FORMATS.find((f) => f === format);
  const today = todayIn(services.clock);
  const file = await exportPlan(known ?? 'docx', plan, {
    texts,
    today,
    missing: countMissing(services.workflow, { plan, texts, today }),
    sources: conversation.cited,
    normName: (id) => services.norms.norms.find((norm) => norm.id === id)?.label,
  });
  const offered = EXPORT_FORMATS.map((f) => texts.t(`bot.format.${f}`)).join(', ');
  const key = known ? 'bot.export.done' : 'bot.export.unavailable';
  return [
    { type: 'say', text: texts.t(key, { format: format.toUpperCase(), offered }) },
    { type: 'file', ...file },
  ];
}

function discard(draft: Draft, services: Services): Message[] {
  const { conversation } = draft;
  draft.plan = undefined;
  delete conversation.guide;
  delete conversation.asides;
  delete conversation.dialogs;
  const texts = services.texts[conversation.language];
  const label = texts.t('bot.choice.start');
  return [{ type: 'say', text: texts.t('bot.plan-deleted'), choices: [{ label, value: label }] }];
}
