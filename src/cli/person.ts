import type { App } from '../server/app.ts';
import type { Person, Reply } from './script.ts';

/** What lets a person back into a conversation. */
export interface Door {
  conversationId: string;
  token: string;
}

/** What is read of an activity. */
interface Heard {
  type?: string;
  text?: string;
  from?: { role?: string };
  channelData?: { field?: string };
  suggestedActions?: { actions: { title: string }[] };
  attachments?: { name?: string; contentUrl?: string }[];
}

/** A person who talks with the service over its own Direct Line endpoint, in the same process. */
export class LocalPerson implements Person {
  readonly #app: App;
  readonly #wait: (days: number) => void;
  #door: Door;
  #watermark = '0';

  private constructor(app: App, door: Door, wait: (days: number) => void) {
    this.#app = app;
    this.#door = door;
    this.#wait = wait;
  }

  /**
   * Opens a conversation, or goes back into one.
   * @param wait moves the clock of the service on by days.
   */
  static async open(app: App, door?: Door, wait: (days: number) => void = () => {}): Promise<LocalPerson> {
    const authorization = door && `Bearer ${door.token}`;
    const back = door && (await app.directLine.handle('refresh', { authorization }));
    const granted = back?.status === 200 ? back : await app.directLine.handle('start', {});
    return new LocalPerson(app, granted.body as Door, wait);
  }

  get door(): Door {
    return this.#door;
  }

  /** What was said since the last look. */
  async listen(): Promise<Reply[]> {
    await this.#app.directLine.idle();
    const { conversationId, token } = this.#door;
    const request = { authorization: `Bearer ${token}`, conversationId, watermark: this.#watermark };
    const { body } = await this.#app.directLine.handle('poll', request);
    const page = body as { activities: Heard[]; watermark: string };
    this.#watermark = page.watermark;
    return page.activities
      .filter((a) => a.from?.role === 'bot' && a.type === 'message')
      .map((a) => this.#reply(a));
  }

  async send(text: string): Promise<Reply[]> {
    const { conversationId, token } = this.#door;
    const { status, body } = await this.#app.directLine.handle('post', {
      authorization: `Bearer ${token}`,
      conversationId,
      body: { type: 'message', text },
    });
    if (status !== 200) throw new Error(`the message was not taken (${status}): ${JSON.stringify(body)}`);
    return await this.listen();
  }

  /** Days pass. A token that ran out meanwhile is exchanged, as the page does when it is opened again. */
  async waitDays(days: number): Promise<void> {
    this.#wait(days);
    const authorization = `Bearer ${this.#door.token}`;
    const { status, body } = await this.#app.directLine.handle('refresh', { authorization });
    if (status !== 200) throw new Error(`the conversation does not open any more (${status})`);
    this.#door = body as Door;
  }

  #reply(activity: Heard): Reply {
    const file = activity.attachments?.[0];
    return {
      text: activity.text ?? '',
      field: activity.channelData?.field,
      choices: activity.suggestedActions?.actions.map((a) => a.title) ?? [],
      ...(file?.contentUrl ? { file: { name: file.name ?? '', path: file.contentUrl } } : {}),
    };
  }
}
