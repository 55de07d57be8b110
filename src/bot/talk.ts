import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import { sameText } from '../guide/describe.ts';
import { restate } from '../guide/engine.ts';
import { tellsOfPlan } from '../guide/tells-of-plan.ts';
import type { Incoming, Wordless } from '../messages/incoming.ts';
import type { Message } from '../messages/message.ts';
import { TELLS_WORK } from '../messages/work.ts';
import { emptyPlan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import {
  type Command,
  isQuestion,
  questionText,
  type ReadingContext,
  readCommand,
  readText,
  readYesNo,
  wantsPlan,
} from '../understanding/index.ts';
import { answer } from './answers.ts';
import { type Attended, asideWaits, attendAside, attendNamed, beginAside, restateAside } from './asides.ts';
import { attendChat, comesBack, effortAhead, recapFirst } from './chat.ts';
import type { Draft } from './conversation.ts';
import { attendFollowUp } from './follow-up.ts';
import { fulfil } from './fulfil.ts';
import {
  Dialogs,
  GUIDE_DIALOG,
  type GuideOptions,
  scopeOf,
  TURN_SCOPE,
  type TurnScope,
} from './guide-dialog.ts';
import { attendHistory, lapse } from './history.ts';
import { attendImport, type Imported } from './import.ts';
import { incomingOf } from './incoming.ts';
import { attendLinking, lapseLinking } from './linking/attend.ts';
import { tellUnlinked } from './linking/tell.ts';
import { menu, tellWorkflows } from './menu.ts';
import { attendPrivacy, noticeOnce } from './privacy.ts';
import { attendReminders } from './reminders/attend.ts';
import { offerReminders } from './reminders/offer.ts';
import { type Services, todayIn } from './services.ts';
import { mendStates } from './stored.ts';

/** Longest yes or no to nothing in particular, in words: it gets the menu, not a search. */
const NOD = 3;

/** Talks with one person: what concerns the conversation as a whole first, then the guide or the documents. */
export class Talk {
  readonly #services: Services;
  readonly #dialogs: Dialogs;

  constructor(services: Services) {
    this.#services = services;
    this.#dialogs = new Dialogs(services);
  }

  /** First contact: who speaks, what it can do, and the notice on personal data. */
  welcome(draft: Draft): Message[] {
    const texts = this.#texts(draft);
    return [
      ...noticeOnce(draft, this.#services),
      { type: 'say', text: texts.t('bot.menu'), choices: menu(texts, draft) },
    ];
  }

  /** Takes one message of the person in `context.activity.text`; changes the draft and returns what to say. */
  async reply(context: TurnContext, draft: Draft): Promise<Message[]> {
    const incoming = incomingOf(context.activity);
    draft.begins = context.turnState.get(TELLS_WORK);
    mendStates(draft, this.#services);
    const unlinked = tellUnlinked(draft.conversation, this.#texts(draft));
    const notice: Message[] = [
      ...noticeOnce(draft, this.#services),
      ...(unlinked === undefined ? [] : [{ type: 'say' as const, text: unlinked }]),
    ];
    if (incoming.wordless && incoming.text === '')
      return [...notice, ...(await this.#cannotRead(incoming.wordless, draft))];
    const back = comesBack(draft, this.#services);
    const recap = back ? recapFirst(this.#command(incoming.text, draft), draft, this.#services) : [];
    const imported = attendImport(incoming, draft, this.#services);
    if (!imported.passesOn) return [...notice, ...(await this.#afterImport(imported, draft))];
    return [...notice, ...recap, ...imported.said, ...(await this.#attend(context, incoming, draft, back))];
  }

  async #attend(context: TurnContext, incoming: Incoming, draft: Draft, back: boolean): Promise<Message[]> {
    const { text } = incoming;
    // A button or a form of the guide answers its own questions, whatever else its words might mean.
    if (incoming.ask !== undefined || incoming.form !== undefined) {
      lapse(draft);
      lapseLinking(draft.conversation);
    } else {
      const beside =
        (await attendLinking(text, draft, this.#services)) ?? attendReminders(text, draft, this.#services);
      if (beside) return beside.goesOn ? await this.#thenGoOn(beside.said, draft) : beside.said;
      const past = await attendHistory(text, draft, this.#services);
      if (past) return past.goesOn ? await this.#thenGoOn(past.said, draft) : past.said;
      const own = (await this.#goOn(text, draft)) ?? (await this.#attendConversation(text, draft, back));
      if (own) return own;
    }
    const aside = await this.#attendAside(incoming, draft);
    if (!aside.passesOn) return aside.said;
    return [...aside.said, ...(await this.#attendPlan(context, incoming, draft))];
  }

  /** A recording, a place, a sticker: says so, and what waits stays. */
  async #cannotRead(kind: Wordless, draft: Draft): Promise<Message[]> {
    const text = this.#texts(draft).t('bot.wordless', { kind });
    return await this.#thenGoOn([{ type: 'say', text }], draft);
  }

  /** A plan taken is gone on with; one that waits for a yes is not talked over. */
  async #afterImport({ said, taken }: Imported, draft: Draft): Promise<Message[]> {
    if (taken) return [...said, ...(await this.#restate(draft))];
    return said.at(-1)?.type === 'ask' ? said : await this.#thenGoOn(said, draft);
  }

  /** The plan's step that waits; without a plan, the documents. */
  async #attendPlan(context: TurnContext, incoming: Incoming, draft: Draft): Promise<Message[]> {
    const { text } = incoming;
    const before = draft.conversation.guide?.status;
    const scope: TurnScope = { draft, incoming, outputs: [] };
    context.turnState.set(TURN_SCOPE, scope);
    const dc = await this.#dialogs.contextOf(context);
    if (dc.activeDialog && dc.findDialog(dc.activeDialog.id)) await dc.continueDialog();
    else if (draft.conversation.guide || this.#beginsPlan(text, draft) || this.#tellsOfPlan(text, draft))
      await this.#enterGuide(dc, draft, text);
    else return await this.#withoutPlan(incoming, draft);
    const said = await fulfil(scope.outputs, draft, this.#services);
    return offerReminders(said, before, draft, this.#services);
  }

  #beginsPlan(text: string, draft: Draft): boolean {
    const command = this.#command(text, draft);
    return command ? command.type === 'start' : wantsPlan(text, this.#reading(draft));
  }

  /** A message that goes on from the last answer; a step that waits is put again only after a new question. */
  async #goOn(text: string, draft: Draft): Promise<Message[] | undefined> {
    if (draft.conversation.awaits === 'erasure') return undefined;
    const went = await attendFollowUp(text, draft, this.#services);
    if (!went) return undefined;
    delete draft.conversation.awaits;
    return went.asked ? await this.#thenGoOn(went.said, draft) : went.said;
  }

  /** A workflow beside the plan that runs or is asked for. When it ends, what waited before it is put again. */
  async #attendAside(incoming: Incoming, draft: Draft): Promise<Attended> {
    const { text } = incoming;
    const command = this.#command(text, draft);
    const attended =
      command?.type === 'begin'
        ? await beginAside(command, draft, this.#services)
        : command?.type === 'workflow'
          ? await attendNamed(command, draft, this.#services)
          : await attendAside(incoming, command, draft, this.#services);
    if (attended.passesOn || asideWaits(draft)) return attended;
    // What it came to is on offer in more than one way, and going on with the plan is one of the choices.
    const last = attended.said.at(-1);
    if (last?.type === 'say' && last.choices && last.choices.length > 0) return attended;
    const { guide } = draft.conversation;
    if (guide?.status !== 'running') return { ...attended, said: await this.#thenGoOn(attended.said, draft) };
    const back = this.#texts(draft).t('engine.back-to-plan');
    return { ...attended, said: [...attended.said, ...after(back, await this.#restate(draft))] };
  }

  /** Begins the guide; a person whose dialog stack a deploy made void goes on where they stood. */
  async #enterGuide(dc: DialogContext, draft: Draft, text: string): Promise<void> {
    const stranded = draft.conversation.guide;
    dc.stack.length = 0;
    const command = this.#command(text, draft);
    const options: GuideOptions = {
      message: text,
      about: command?.type === 'start' ? command.about : undefined,
    };
    await dc.beginDialog(GUIDE_DIALOG, options);
    if (!stranded) return;
    draft.conversation.guide = stranded;
    scopeOf(dc.context).outputs.length = 0;
    await dc.continueDialog();
  }

  async #attendConversation(text: string, draft: Draft, back: boolean): Promise<Message[] | undefined> {
    const texts = this.#texts(draft);
    const command = this.#command(text, draft);
    const privacy = await attendPrivacy(text, command, draft, this.#services);
    if (privacy) return await this.#thenGoOn(privacy, draft, command);
    const asked = draft.conversation.awaits === 'question';
    delete draft.conversation.awaits;
    const invited = ['question', 'norm'].find((key) => sameText(text, texts.t(`bot.choice.${key}`)));
    if (invited) {
      draft.conversation.awaits = 'question';
      const decision = texts.t('bot.choice.contracting');
      const choices = invited === 'norm' ? [{ label: decision, value: decision }] : [];
      return [{ type: 'say', text: texts.t(`bot.invite.${invited}`), choices }];
    }
    if (sameText(text, texts.t('bot.choice.workflows'))) return [tellWorkflows(texts, this.#services)];
    if (asked && !command && readText(text, this.#reading(draft)).ok)
      return await this.#thenGoOn([await answer(questionText(text), draft, this.#services)], draft);
    if (command?.type === 'language') {
      draft.conversation.language = command.language;
      return await this.#thenGoOn([{ type: 'say', text: this.#texts(draft).t('bot.language') }], draft);
    }
    const chat = attendChat(command, draft, this.#services, back);
    if (chat) return await this.#thenGoOn(chat, draft);
    if (command?.type === 'menu')
      return [{ type: 'say', text: texts.t('bot.menu'), choices: menu(texts, draft) }];
    return undefined;
  }

  /** What was said, then the waiting question; without a plan the last message offers what can be done. */
  async #thenGoOn(said: Message[], draft: Draft, command?: Command): Promise<Message[]> {
    if (command?.type === 'deleteData') return said;
    const { guide } = draft.conversation;
    if (asideWaits(draft)) return [...said, ...(await restateAside(draft, this.#services))];
    if (guide && draft.plan) return [...said, ...(await this.#restate(draft))];
    const last = said.at(-1);
    const choices = menu(this.#texts(draft), draft);
    if (last?.type === 'say' && last.choices) return said;
    return last?.type === 'say'
      ? [...said.slice(0, -1), { ...last, choices }]
      : [...said, { type: 'say', text: this.#texts(draft).t('bot.more'), choices }];
  }

  async #restate(draft: Draft): Promise<Message[]> {
    const { guide, language } = draft.conversation;
    if (!guide || !draft.plan) return [];
    const session = {
      state: guide,
      plan: draft.plan,
      texts: this.#services.texts[language],
      today: todayIn(this.#services.clock),
    };
    return await fulfil(restate(this.#services.workflow, session).outputs, draft, this.#services);
  }

  async #withoutPlan({ text, ask, form }: Incoming, draft: Draft): Promise<Message[]> {
    const texts = this.#texts(draft);
    if (ask !== undefined || form !== undefined)
      return [{ type: 'say', text: texts.t('bot.stale'), choices: menu(texts, draft) }];
    const command = this.#command(text, draft);
    const reading = this.#reading(draft);
    const nods = text.split(/\s+/).length <= NOD && readYesNo(text, reading).ok && !isQuestion(text, reading);
    if (command?.type === 'greet' || command?.type === 'help' || command?.type === 'resume' || nods)
      return [{ type: 'say', text: texts.t('bot.menu'), choices: menu(texts, draft) }];
    if (command?.type === 'progress')
      return [{ type: 'say', text: effortAhead(draft, this.#services), choices: menu(texts, draft) }];
    if (command && !mayBeNone(command))
      return [{ type: 'say', text: texts.t('bot.no-plan'), choices: menu(texts, draft) }];
    if (!readText(text, reading).ok)
      return [{ type: 'say', text: texts.t('bot.unread'), choices: menu(texts, draft) }];
    return await this.#thenGoOn([await answer(questionText(text), draft, this.#services)], draft);
  }

  /** Who tells data of a plan without having one wants to make one. */
  #tellsOfPlan(text: string, draft: Draft): boolean {
    if (draft.plan || this.#command(text, draft)) return false;
    const words = { texts: this.#texts(draft), today: todayIn(this.#services.clock) };
    const plan = emptyPlan('none', draft.conversation.language);
    return tellsOfPlan(this.#services.workflow, { plan, ...words }, text);
  }

  #reading(draft: Draft): ReadingContext {
    return { language: draft.conversation.language, today: todayIn(this.#services.clock) };
  }

  #command(text: string, draft: Draft): Command | undefined {
    const texts = this.#texts(draft);
    if (sameText(text, texts.t('bot.choice.start'))) return { type: 'start' };
    return readCommand(text, this.#reading(draft));
  }

  #texts(draft: Draft): Texts {
    return this.#services.texts[draft.conversation.language];
  }
}

/** Whether only a plan could tell that a message is this command. */
function mayBeNone(command: Command): boolean {
  // What to propose is told by the question that waits; without one it is a question of its own.
  if (command.type === 'draft') return true;
  return command.type === 'meaning' || (command.type === 'correct' && command.loose === true);
}

/** Messages with a sentence before the first of them. */
function after(sentence: string, messages: Message[]): Message[] {
  const [first, ...rest] = messages;
  if (!first || first.type === 'file') return messages;
  return [{ ...first, text: `${sentence}\n\n${first.text}` }, ...rest];
}
