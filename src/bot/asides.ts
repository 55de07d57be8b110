import { staysInAside } from '../guide/aside.ts';
import { hasSteps, type Workflow } from '../guide/definition.ts';
import { amend, answersPlainly, goBack, handle, restate, start, tellSummary } from '../guide/engine.ts';
import { fill } from '../guide/fill.ts';
import type { Turn } from '../guide/move.ts';
import { type GuideState, initialState } from '../guide/state.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { Message } from '../messages/message.ts';
import { emptyPlan } from '../plan/schema.ts';
import type { Beginning, Command } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { fulfil } from './fulfil.ts';
import { attendFromInside } from './inside.ts';
import { conclude, goOnWith, hand, isKept } from './outcomes/index.ts';
import { type Services, todayIn } from './services.ts';
import { keep, runOf, unshelve } from './shelf.ts';

/** What came of a message while a workflow stands beside the plan. */
export interface Attended {
  said: Message[];
  /** The message was for something else, which is to be attended after this. */
  passesOn: boolean;
}

/**
 * Begins a workflow beside whatever waits, or puts its question again where it runs already. One that was left is
 * offered to go on with. What one that can be gone on with came to is told again, and gives way only to another that
 * is asked for. A message that tells the first answer as
 * well begins it anew.
 */
export async function beginAside(
  { workflow: id, anew, about }: Beginning,
  draft: Draft,
  services: Services,
): Promise<Attended> {
  const { conversation } = draft;
  const workflow = workflowOf(id, services);
  if (workflow.needsPlan && !draft.plan) {
    const text = services.texts[conversation.language].t(`${id}.no-plan`);
    return { said: [{ type: 'say', text }], passesOn: false };
  }
  if (about !== undefined) return await beginAnew(workflow, about, draft, services);
  const before = runOf(id, conversation);
  if (before?.status !== 'done' || !isKept(id)) return await enter(id, true, draft, services);
  unshelve(id, conversation);
  if (anew) return await enter(id, true, draft, services);
  conversation.asides = [...(conversation.asides ?? []), before];
  return { said: await conclude(id, before.answers ?? {}, draft, services), passesOn: false };
}

/** What is asked of a workflow by its name: to go on with it, to see how it stands, or to have its document. */
export async function attendNamed(
  { workflow: id, wants, format }: Extract<Command, { type: 'workflow' }>,
  draft: Draft,
  services: Services,
): Promise<Attended> {
  const { conversation } = draft;
  const state = runOf(id, conversation);
  if (wants === 'resume') return await enter(id, false, draft, services);
  const texts = services.texts[conversation.language];
  const told: Message[] = !state
    ? [{ type: 'say', text: texts.t(`${id}.none`) }]
    : wants === 'export'
      ? ((await hand(id, state.answers ?? {}, format, draft, services)) ?? [])
      : [
          {
            type: 'say',
            text: tellSummary(workflowOf(id, services), { state, ...sessionOf(draft, services) }),
          },
        ];
  const waiting = asideWaits(draft) ? await restateAside(draft, services) : [];
  return { said: [...told, ...waiting], passesOn: false };
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
    const said = await goOnWithKept(text, draft, services);
    return { said: said ?? [], passesOn: said === undefined };
  }
  const session = { state, ...sessionOf(draft, services) };
  if (state.status === 'done') {
    // What it wrote in the plan itself is taken back by it; what was noted afterwards, by the plan.
    const turn =
      command?.type === 'undo' && workflow.gives && state.undoable
        ? handle(workflow, session, text)
        : amend(workflow, session, text);
    if (turn) return { said: await take(turn, draft, services), passesOn: false };
    const said = await goOnWith(state, text, true, draft, services);
    if (said) return { said, passesOn: false };
    drop(draft, services);
    return await attendAside(incoming, command, draft, services);
  }
  const plain = answersPlainly(workflow, session, text);
  const looked =
    command && hasSteps(workflow) && !plain
      ? await attendFromInside(text, command, workflow, draft, services)
      : undefined;
  if (looked === 'elsewhere' || (!looked && command && !plain && !staysInAside(command, workflow))) {
    drop(draft, services);
    const left = services.texts[conversation.language].t(`${workflow.id}.left`);
    const next = asideWaits(draft) ? await attendAside(incoming, command, draft, services) : undefined;
    return { said: [{ type: 'say', text: left }, ...(next?.said ?? [])], passesOn: next?.passesOn ?? true };
  }
  if (looked) return { said: [...looked, ...(await restateAside(draft, services))], passesOn: false };
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
  const state = running(draft);
  const workflow = services.asides.find(({ id }) => id === state?.workflow);
  if (!state || !workflow) return [];
  const turn = restate(workflow, { state, ...sessionOf(draft, services) });
  return await fulfil(turn.outputs, draft, services);
}

/** What is asked later on of a workflow that came to its end. */
async function goOnWithKept(text: string, draft: Draft, services: Services): Promise<Message[] | undefined> {
  for (const state of draft.conversation.kept?.filter(({ status }) => status === 'done') ?? []) {
    const said = await goOnWith(state, text, false, draft, services);
    if (said) return said;
  }
  return undefined;
}

async function enter(id: string, asks: boolean, draft: Draft, services: Services): Promise<Attended> {
  const { conversation } = draft;
  const workflow = workflowOf(id, services);
  // One that came to its end is not returned to from this one.
  while (conversation.asides?.at(-1)?.status === 'done') drop(draft, services);
  if (running(draft)?.workflow === id) return { said: await restateAside(draft, services), passesOn: false };
  const found = unshelve(id, conversation);
  const session = { state: found ?? initialState(id), ...sessionOf(draft, services) };
  const kept = found && hasSteps(workflow);
  const turn = kept
    ? goBack(workflow, session, asks && found.status !== 'running')
    : start(workflow, session);
  conversation.asides = [...(conversation.asides ?? []), turn.state];
  return { said: await take(turn, draft, services), passesOn: false };
}

/** Begins a workflow with its first answer told, in the place of an earlier run of it. */
async function beginAnew(
  workflow: Workflow,
  about: string,
  draft: Draft,
  services: Services,
): Promise<Attended> {
  const { conversation } = draft;
  unshelve(workflow.id, conversation);
  const turn = start(workflow, sessionOf(draft, services), { about });
  conversation.asides = [...(conversation.asides ?? []), turn.state];
  return { said: await take(turn, draft, services), passesOn: false };
}

function workflowOf(id: string, services: Services): Workflow {
  const workflow = services.asides.find((one) => one.id === id);
  if (!workflow) throw new Error(`no workflow «${id}» was handed in`);
  return workflow;
}

async function take(turn: Turn, draft: Draft, services: Services): Promise<Message[]> {
  const { conversation } = draft;
  conversation.asides = [...(conversation.asides ?? []).slice(0, -1), turn.state];
  if (turn.patch.length > 0) {
    // A plan that begins with what was told beside it waits to be gone on with.
    if (!draft.plan) conversation.guide ??= { ...initialState(services.workflow.id), status: 'paused' };
    draft.plan = turn.plan;
  }
  draft.origins = [...(draft.origins ?? []), ...turn.origins];
  if (turn.state.status === 'left') drop(draft, services);
  const said = await fulfil(turn.outputs, draft, services);
  const ended = conversation.asides?.at(-1)?.status !== 'running';
  return ended && asideWaits(draft) ? [...said, ...(await restateAside(draft, services))] : said;
}

/** The innermost workflow that waits for an answer; one above it may have come to its end. */
function running({ conversation }: Draft): GuideState | undefined {
  return conversation.asides?.findLast(({ status }) => status === 'running');
}

function drop({ conversation }: Draft, services: Services): void {
  const state = conversation.asides?.at(-1);
  const rest = (conversation.asides ?? []).slice(0, -1);
  if (state) keep(state, conversation, services.asides);
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
