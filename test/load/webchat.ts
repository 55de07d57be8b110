import { ask } from '../support/http.ts';
import { type Address, type Message, Person, pause, postJson } from './person.ts';

/** First and longest wait between two looks, in ms; the page itself looks once a second. */
const FIRST_LOOK_MS = 25;
const LONGEST_LOOK_MS = 400;

interface Activity {
  type: string;
  text?: string;
  from: { role?: string };
}

/** Somebody on the service's own page, over Direct Line. */
export class WebChatPerson extends Person {
  readonly #address: Address;
  #conversation = '';
  #token = '';
  #watermark = '';

  constructor(address: Address) {
    super();
    this.#address = address;
  }

  get conversation(): string {
    return this.#conversation;
  }

  override async open(): Promise<void> {
    await this.insist(async () => {
      const { status, body } = await postJson(this.#url(''), {}, this.#authorization());
      if (status > 201) return false;
      this.#conversation = String(body.conversationId);
      this.#token = String(body.token);
      return true;
    });
    await this.until(1);
  }

  override async deliver(...messages: Message[]): Promise<void> {
    for (const { id, text } of messages) {
      const activity = { type: 'message', text, channelData: { clientActivityID: id } };
      await this.insist(async () => {
        const url = this.#url(`/${this.#conversation}/activities`);
        return (await postJson(url, activity, this.#authorization())).status === 200;
      });
    }
  }

  protected override async listen(tries: number): Promise<void> {
    await pause(Math.min(FIRST_LOOK_MS * 2 ** Math.min(tries, 10), LONGEST_LOOK_MS));
    await this.look();
  }

  /** Reads what was said since the last look. A service that is away has said nothing. */
  async look(): Promise<void> {
    const url = `${this.#url(`/${this.#conversation}/activities`)}?watermark=${this.#watermark}`;
    const answer = await ask('GET', url, this.#authorization()).catch(() => undefined);
    if (answer?.status !== 200) return;
    const page = JSON.parse(answer.text) as { activities: Activity[]; watermark: string };
    this.#watermark = page.watermark;
    for (const { type, text, from } of page.activities)
      if (type === 'message' && from.role === 'bot') this.hear(text ?? '');
  }

  #url(path: string): string {
    return `${this.#address()}/v3/directline/conversations${path}`;
  }

  #authorization(): Record<string, string> {
    return this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` };
  }
}
