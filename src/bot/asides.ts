import { staysInAside } from '../guide/aside.ts';
import type { Workflow } from '../guide/definition.ts';
import { amend, answersPlainly, handle, restate, start } from '../guide/engine.ts';
import { fill } from '../guide/fill.ts';
import type { Turn } from '../guide/move.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { Message } from '../messages/message.ts';
import { emptyPlan } from '../plan/schema.ts';
import type { Beginning, Command } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { fulfil } from './fulfil.ts';
import { conclude, goOnWith, isKept } from './outcomes/index.ts';
import { type Services, todayIn } from './services.ts';

/** What came of a message while a workflow stands beside the plan. */
export interface Attended {
  said: Message[];
  /** The message was for something else, which is to be attended after this. */
  passesOn: boolean;
}

/**
 * Begins a workflow beside whatever waits, or puts its question again where it runs already. What one of its kind came
 * to before is told again, and gives way only to another that is asked for; a message that tells the first answer as
 * well begins it anew.
 */
export async function beginAside(
  { workflow: id, anew, about }: Beginning,
  draft: Draft,
  services: Services,
): Promise<Attended> {
  const { conversation } = draft;
  if (running(draft)?.id === id && about === undefined)
    return { said: await restateAside(draft, services), passesOn: false };
  const workflow = services.asides.find((one) => one.id === id);
  if (!workflow) throw new Error(`no workflow «${id}» was handed in`);
  if (workflow.needsPlan && !draft.plan) {
    const text = services.texts[conversation.language].t(`${id}.no-plan`);
    return { said: [{ type: 'say', text }], passesOn: false };
  }
  const others = (conversation.asides ?? []).filter((state) => state.workflow !== id);
  const before = conversation.asides?.find((state) => state.workflow === id);
  if (before && isKept(id) && !anew && ['done', 'kept'].includes(before.status)) {
    conversation.asides = [...others, { ...before, status: 'done' }];
    return { said: await conclude(id, before.answers ?? {}, draft, services), passesOn: false };
  }
  const turn = start(workflow, sessionOf(draft, services), about);
  conversation.asides = [...others, turn.state];
  return { said: await take(turn, draft, services), passesOn: false };
}

/**
 * Hands a message to the workflow that stands beside the plan, if there is one. One that came to its end hears only
 * corrections of it and what goes on from it.
 */
export async function attendAside(
  incoming: Incoming,
  command: Command | undefined,
  draft: Draft,
  services: Services,
): Promise<Attended> {
  const { text, ask, form } = incoming;
  const { conversation } = draft;
  const state = conversation.asides?.at(-1);
  const workflow = services.asides.find(({ id }) => id === state?.workflow);
  if (!state || !workflow) {
    delete conversation.asides;
    return { said: [], passesOn: true };
  }
  const session = { state, ...sessionOf(draft, services) };
  if (state.status === 'done' || state.status === 'kept') {
    const fresh = state.status === 'done';
    const turn = fresh ? amend(workflow, session, text) : undefined;
    if (turn) return { said: await take(turn, draft, services), passesOn: false };
    const said = await goOnWith(state, text, fresh, draft, services);
    if (said) return { said, passesOn: false };
    if (!fresh) return { said: [], passesOn: true };
    drop(draft);
    if (isKept(workflow.id))
      conversation.asides = [{ ...state, status: 'kept' }, ...(conversation.asides ?? [])];
    return await attendAside(incoming, command, draft, services);
  }
  if (command && !staysInAside(command) && !answersPlainly(workflow, session, text)) {
    drop(draft);
    const left = services.texts[conversation.language].t(`${workflow.id}.left`);
    return { said: [{ type: 'say', text: left }], passesOn: true };
  }
  return {
    said: await take(
      form === undefined ? handle(workflow, session, text, ask) : fill(workflow, session, form),
      draft,
      services,
    ),
    passesOn: false,
  };
}

/** Whether a workflow beside the plan waits for an answer. */
export function asideWaits(draft: Draft): boolean {
  return running(draft) !== undefined;
}

/** Puts the question of the workflow beside the plan again. */
export async function restateAside(draft: Draft, services: Services): Promise<Message[]> {
  const state = draft.conversation.asides?.at(-1);
  const workflow = services.asides.find(({ id }) => id === state?.workflow);
  if (!state || !workflow) return [];
  const turn = restate(workflow, { state, ...sessionOf(draft, services) });
  return await fulfil(turn.outputs, draft, services);
}

async function take(turn: Turn, draft: Draft, services: Services): Promise<Message[]> {
  const { conversation } = draft;
  conversation.asides = [...(conversation.asides ?? []).slice(0, -1), turn.state];
  if (turn.patch.length > 0) draft.plan = turn.plan;
  draft.origins = [...(draft.origins ?? []), ...turn.origins];
  if (turn.state.status === 'left') drop(draft);
  return await fulfil(turn.outputs, draft, services);
}

function running({ conversation }: Draft): Pick<Workflow, 'id'> | undefined {
  const state = conversation.asides?.at(-1);
  return state?.status === 'running' ? { id: state.workflow } : undefined;
}

function drop({ conversation }: Draft): void {
  const rest = (conversation.asides ?? []).slice(0, -1);
  if (rest.length > 0) conversation.asides = rest;
  else delete conversation.asides;
}

/** Without a plan a workflow sees an empty one, which is not kept unless it writes in it. */
function sessionOf({ conversation, plan }: Draft, services: Services) {
  const { language } = conversation;
  return {
    plan: plan ?? emptyPlan(services.newId(), language),
    texts: services.texts[language],
    today: todayIn(services.clock),
  };
}
