import type { Activity, TurnContext } from 'botbuilder';
import type { Draft } from '../../src/bot/conversation.ts';
import { incomingOf } from '../../src/bot/incoming.ts';
import type { Talker } from '../../src/bot/pipeline.ts';
import type { Incoming } from '../../src/messages/incoming.ts';
import type { Message } from '../../src/messages/message.ts';
import { TELLS_WORK, type TellWork } from '../../src/messages/work.ts';

/** Something that the talk does with one message, telling what, where the channel shows it. */
type Act = (begins: TellWork | undefined) => Promise<Message[]>;

/** Says what a test wants said, hears what came, and counts in the conversation what it took. */
export class ScriptedTalk implements Talker {
  readonly heard: Incoming[] = [];
  readonly #acts: Act[] = [];

  /** The next messages are answered with these, one after another; any other with how many were taken. */
  will(...answers: (Message[] | Act)[]): void {
    this.heard.length = 0;
    this.#acts.splice(
      0,
      this.#acts.length,
      ...answers.map((one) => (Array.isArray(one) ? async () => one : one)),
    );
  }

  welcome(): Message[] {
    return [];
  }

  async reply(
    { activity, turnState }: Pick<TurnContext, 'activity' | 'turnState'>,
    { conversation }: Draft,
  ): Promise<Message[]> {
    this.heard.push(incomingOf(activity satisfies Activity));
    // What is kept of the conversation itself: a turn that fails must leave it as it was.
    conversation.asked = [...(conversation.asked ?? []), activity.text ?? ''];
    const act = this.#acts.shift();
    return act
      ? await act(turnState.get(TELLS_WORK))
      : [{ type: 'say', text: `Van ${conversation.asked.length}` }];
  }
}
