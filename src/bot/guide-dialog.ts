import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { handle, start } from '../guide/engine.ts';
import { fill } from '../guide/fill.ts';
import type { Turn } from '../guide/move.ts';
import type { Output } from '../guide/output.ts';
import type { Incoming } from '../messages/incoming.ts';
import { emptyPlan } from '../plan/schema.ts';
import { withAdvice } from './advised.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

export const GUIDE_DIALOG = 'guide';

/** What a turn puts where the dialogs can reach it, and where they leave what they have to say. */
export interface TurnScope {
  draft: Draft;
  incoming: Incoming;
  outputs: Output[];
}
export const TURN_SCOPE = Symbol('turn scope');

/** What the person said when they asked to begin the plan, and what they said it is for. */
export interface GuideOptions {
  message?: string | undefined;
  about?: string | undefined;
}

/**
 * The guide as a dialog of `botbuilder-dialogs`: a shell around the pure engine. The dialog stack only says
 * that the guide is running; where a person stands is in the conversation's guide state and in the plan.
 */
class GuideDialog extends Dialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(GUIDE_DIALOG);
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, options?: GuideOptions): Promise<DialogTurnResult> {
    const { draft } = scopeOf(dc.context);
    draft.plan ??= emptyPlan(this.#services.newId(), draft.conversation.language);
    return this.#take(
      dc,
      start(this.#services.workflow, { plan: draft.plan, ...this.#words(draft) }, options),
    );
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { draft, incoming } = scopeOf(dc.context);
    const { guide } = draft.conversation;
    if (!guide || !draft.plan) return await dc.endDialog();
    const session = { state: guide, plan: draft.plan, ...this.#words(draft) };
    return this.#take(
      dc,
      incoming.form === undefined
        ? handle(this.#services.workflow, session, incoming.text, incoming.ask)
        : fill(this.#services.workflow, session, incoming.form),
    );
  }

  #words({ conversation }: Draft) {
    return { texts: this.#services.texts[conversation.language], today: todayIn(this.#services.clock) };
  }

  #take(dc: DialogContext, turn: Turn): DialogTurnResult {
    const scope = scopeOf(dc.context);
    const { draft } = scope;
    draft.conversation.guide = turn.state;
    draft.plan = turn.plan;
    draft.origins = [...(draft.origins ?? []), ...withAdvice(turn.origins, draft.conversation)];
    scope.outputs.push(...turn.outputs);
    return Dialog.EndOfTurn;
  }
}

export function scopeOf(context: TurnContext): TurnScope {
  const scope = context.turnState.get<TurnScope>(TURN_SCOPE);
  if (!scope) throw new Error('the turn pipeline did not open a scope');
  return scope;
}

/** The dialog stack lives in the conversation that the turn pipeline reads and commits, not in bot state. */
const dialogStack: StatePropertyAccessor<DialogState> = {
  get: async (context: TurnContext) => {
    const { conversation } = scopeOf(context).draft;
    // The SDK changes what it is given in place, and what was read stays as it was read.
    conversation.dialogs = structuredClone(conversation.dialogs ?? { dialogStack: [] });
    return conversation.dialogs;
  },
  set: async (context: TurnContext, value: DialogState) => {
    scopeOf(context).draft.conversation.dialogs = value;
  },
  delete: async (context: TurnContext) => {
    delete scopeOf(context).draft.conversation.dialogs;
  },
};

/** Where the SDK looks in a turn for how its memory is put together. */
const MEMORY = 'DialogStateManagerConfiguration';

/** The dialogs of the bot. */
export class Dialogs {
  readonly #set = new DialogSet(dialogStack);
  /** The same for every turn, and slow to put together. */
  #memory: DialogStateManagerConfiguration | undefined;

  constructor(services: Services) {
    this.#set.add(new GuideDialog(services));
  }

  /** What runs in a turn whose scope was opened. */
  async contextOf(context: TurnContext): Promise<DialogContext> {
    if (this.#memory) context.turnState.set(MEMORY, this.#memory);
    const dc = await this.#set.createContext(context);
    this.#memory = dc.state.configuration;
    return dc;
  }
}
