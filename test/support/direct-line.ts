export interface Heard {
  id: string;
  type: string;
  text?: string;
  from: { role?: string };
  channelData?: { field?: string };
  attachments?: { name: string; contentUrl: string }[];
}

/** A client of the Direct Line endpoint over HTTP, as the web chat is. */
export class DirectLineClient {
  readonly #url: string;
  #conversation = '';
  #token = '';
  watermark = '';

  constructor(url: string) {
    this.#url = `${url}/v3/directline`;
  }

  async open(): Promise<void> {
    const body = await this.#call('POST', '/conversations');
    this.#conversation = body.conversationId as string;
    this.#token = body.token as string;
  }

  /** Posts a message; the same `clientId` posted again is the same message. */
  async post(text: string, clientId?: string): Promise<void> {
    await this.#call('POST', `/conversations/${this.#conversation}/activities`, {
      type: 'message',
      text,
      ...(clientId ? { channelData: { clientActivityID: clientId } } : {}),
    });
  }

  /** Everything said so far, by both sides. */
  async history(): Promise<Heard[]> {
    const page = await this.#call('GET', `/conversations/${this.#conversation}/activities`);
    return page.activities as Heard[];
  }

  /** Posts a message and waits for the question that follows it. */
  async say(text: string): Promise<Heard> {
    const before = (await this.heard()).length;
    await this.post(text);
    return await this.until((heard) => heard.length > before);
  }

  /** What the assistant said so far. */
  async heard(): Promise<Heard[]> {
    return (await this.history()).filter((a) => a.from.role === 'bot');
  }

  /** Waits until what the assistant said satisfies; its last message. */
  async until(satisfied: (heard: Heard[]) => boolean): Promise<Heard> {
    for (let tries = 0; tries < 200; tries += 1) {
      const heard = await this.heard();
      if (satisfied(heard)) return heard.at(-1) as Heard;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`still waiting; last heard: ${JSON.stringify((await this.heard()).at(-1))}`);
  }

  async #call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }
}
