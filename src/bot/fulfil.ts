import type { Output, Request } from '../guide/output.ts';
import type { LegalFacts } from '../legal/index.ts';
import type { Message } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import { noteAdvice } from './advised.ts';
import { remember } from './answered.ts';
import { answer } from './answers.ts';
import type { Draft } from './conversation.ts';
import { deliver } from './deliver.ts';
import { conclude } from './outcomes/index.ts';
import { showPicture } from './pictures.ts';
import type { Services } from './services.ts';
import { shelve } from './shelf.ts';
import { wordDraft } from './word-draft.ts';

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
    case 'cityExample':
      return [tellCityExample(request.example, draft, services)];
    case 'advice':
      return [advise(request.field, draft, services)];
    case 'draft':
      return await fulfil(await wordDraft(request, draft, services), draft, services);
    case 'outcome':
      return await conclude(request.workflow, request.answers, draft, services);
    case 'export':
      return await deliver(request, draft, services);
    case 'picture':
      return await showPicture(request.picture, draft, services);
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

/** How a city did what is asked, with its citation. */
function tellCityExample(
  example: Extract<Request, { type: 'cityExample' }>['example'],
  draft: Draft,
  services: Services,
): Message {
  const { language } = draft.conversation;
  const told = services.answerer.cityExample(example, language);
  if (!told)
    return {
      type: 'say',
      text: services.texts[language].t('engine.example.no-city', { example: '', illustrates: 'no' }),
    };
  remember(draft, told.citations);
  return { type: 'say', text: told.text, citations: told.citations };
}

function advise(field: string, draft: Draft, services: Services): Message {
  const { plan, conversation } = draft;
  if (!plan) throw new Error('advice on norms was asked for without a plan');
  const advice = services.answerer.advise(legalFacts(plan), conversation.language);
  remember(draft, advice.citations);
  noteAdvice(conversation, field, advice.citations);
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

function discard(draft: Draft, services: Services): Message[] {
  const { conversation } = draft;
  draft.plan = undefined;
  delete conversation.guide;
  shelve(conversation, services.asides);
  delete conversation.dialogs;
  const texts = services.texts[conversation.language];
  const label = texts.t('bot.choice.start');
  return [{ type: 'say', text: texts.t('bot.plan-deleted'), choices: [{ label, value: label }] }];
}
