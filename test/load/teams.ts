import { LOCALES } from '../../src/server/knowledge.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { LocalConnector, type Sent } from '../support/connector.ts';
import { type Address, type Message, Person, postJson } from './person.ts';

const texts = loadTexts(LOCALES, 'es');
/** Words that end what was told of slow work where another process gave the answer: they are none themselves. */
const ENDS: readonly string[] = [texts.t('teams.stream.done'), texts.t('teams.stream.late')];

/** Bot Framework on this machine: who the connector's messages are for. */
export class Teams {
  readonly #connector: LocalConnector;
  readonly #people = new Map<string, TeamsPerson>();

  private constructor(connector: LocalConnector) {
    this.#connector = connector;
    connector.onSent = (sent) => {
      connector.sent.length = 0;
      const [, , , id = ''] = sent.path.split('/');
      this.#people.get(decodeURIComponent(id))?.takes(sent);
    };
  }

  static async open(): Promise<Teams> {
    return new Teams(await LocalConnector.open());
  }

  get url(): string {
    return this.#connector.url;
  }

  person(name: string, address: Address): TeamsPerson {
    const person = new TeamsPerson(name, this.url, address);
    this.#people.set(person.conversation, person);
    return person;
  }

  close(): Promise<void> {
    return this.#connector.close();
  }
}

/** Somebody in a chat of Teams with the assistant alone. */
export class TeamsPerson extends Person {
  readonly conversation: string;
  readonly #name: string;
  readonly #serviceUrl: string;
  readonly #address: Address;

  constructor(name: string, serviceUrl: string, address: Address) {
    super();
    this.#name = name;
    this.conversation = `a:${name}`;
    this.#serviceUrl = serviceUrl;
    this.#address = address;
  }

  /** Teams people begin by writing. */
  override async open(): Promise<void> {}

  override async deliver(...messages: Message[]): Promise<void> {
    for (const { id, text, at } of messages) {
      const activity = {
        type: 'message',
        id,
        text,
        timestamp: new Date(at).toISOString(),
        channelId: 'msteams',
        serviceUrl: this.#serviceUrl,
        from: { id: `29:${this.#name}`, name: 'Ana Ruiz', aadObjectId: this.#name },
        recipient: { id: '28:bot', name: 'Acción' },
        conversation: { id: this.conversation, conversationType: 'personal', isGroup: false },
      };
      await this.insist(async () => {
        const before = this.apologies.length;
        const { status } = await postJson(`${this.#address()}/api/messages`, activity);
        if (this.apologies.length === before) return status === 200;
        // Who reads that it did not work writes once more: that is another message.
        activity.id = `${id}-${this.apologies.length}`;
        return false;
      });
    }
  }

  /** Takes what the connector got for this person. */
  takes({ type, text, attachments }: Sent): void {
    if (type !== 'message' || ENDS.includes(text ?? '')) return;
    const cards = (attachments ?? [])
      .filter((one) => !isButtons(one))
      .map(({ content, name }) => JSON.stringify(content ?? name));
    this.hear([text ?? '', ...cards].join('\n').trim());
  }

  protected override async listen(): Promise<void> {
    await this.told();
  }
}

/** Whether a card only offers what may be said next: it stands for suggested actions where slow work was told of. */
function isButtons({ content }: { content?: unknown }): boolean {
  const { body } = Object(content) as { body?: { type: string }[] };
  return body?.every(({ type }) => type === 'ActionSet' || type === 'Input.ChoiceSet') ?? false;
}
