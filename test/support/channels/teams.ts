import { openApp, type TestOptions } from '../app.ts';
import { LocalConnector, type Sent } from '../connector.ts';
import { FilesServer } from '../files-server.ts';
import { brokenRules } from '../teams-rules.ts';
import { brokenStreamRules } from '../teams-stream-rules.ts';
import { cardsIn, partsOf, ShownCard } from './adaptive-card.ts';
import type { ChannelDriver, ChannelKind, ChannelPerson, Seen, SeenFile } from './person.ts';
import { download, PUBLIC_URL, plainSeen } from './person.ts';

const NO_PLACES = { location: 'a bot of Teams gets no places: people share them in messages to others' };

/** Teams: the service behind Bot Framework's endpoint, the connector on this machine with the rules of Teams. */
export const teams: ChannelKind = {
  name: 'Teams',
  absent: NO_PLACES,
  open: (options) => openDriver('personal', options),
};

/** A channel of a team, where the bot is called by its name. */
export const teamsChannel: ChannelKind = {
  name: 'a channel of Teams',
  absent: { ...NO_PLACES, file: 'Teams hands the files of a channel to no bot' },
  open: (options) => openDriver('channel', options),
};

/** A chat with one person, or a thread in a channel of a team. */
interface Place {
  id: string;
  conversationType: 'personal' | 'channel';
}

async function openDriver(
  conversationType: Place['conversationType'],
  { environment, ...options }: TestOptions = {},
): Promise<ChannelDriver> {
  const personal = conversationType === 'personal';
  const connector = await LocalConnector.open();
  const files = await FilesServer.open();
  const app = await openApp({ ...options, environment: { ...environment, PUBLIC_URL } });
  const url = `http://127.0.0.1:${await app.start()}`;
  let people = 0;
  let looked = 0;
  return {
    app,
    url,
    person: async () => {
      people += 1;
      const id = personal ? `a:person-${people}` : `19:canal-${people}@thread.tacv2;messageid=1`;
      const place: Place = { id, conversationType };
      return new Visitor({ connector, files, url }, { id: `29:person-${people}`, name: 'Ana Ruiz' }, place);
    },
    failOnce: () => connector.fail(503),
    checked: () => {
      const sent = connector.sent.slice(looked);
      looked = connector.sent.length;
      const messages = sent.filter(({ method, type }) => method === 'POST' && type === 'message');
      const broken = messages.flatMap((one) => brokenRules(one, personal));
      return { sent: messages.length, broken: [...broken, ...brokenStreamRules(sent, personal)] };
    },
    close: async () => {
      await app.stop();
      await connector.close();
      await files.close();
    },
  };
}

interface Edge {
  connector: LocalConnector;
  files: FilesServer;
  url: string;
}

let ids = 0;
function nextId(): string {
  ids += 1;
  return `activity-${ids}`;
}

const BOT = { id: '28:bot', name: 'Acción' };

class Visitor implements ChannelPerson {
  readonly #edge: Edge;
  readonly #common: object;
  readonly #place: Place;
  readonly sends: ChannelPerson['sends'];

  constructor(edge: Edge, from: { id: string; name: string }, place: Place) {
    this.#edge = edge;
    this.#place = place;
    const conversation = { ...place, isGroup: place.conversationType !== 'personal' };
    this.#common = {
      channelId: 'msteams',
      serviceUrl: edge.connector.url,
      from,
      recipient: BOT,
      conversation,
    };
    const attached = (...attachments: object[]) => this.#send({ attachments });
    this.sends = {
      ...(place.conversationType === 'personal' && {
        file: (name, _type, content) =>
          attached({
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name,
            content: {
              downloadUrl: edge.files.give(`/in-${nextId()}`, content),
              fileType: name.split('.').at(-1),
            },
          }),
      }),
      audio: () =>
        attached({ contentType: 'audio/mp4', contentUrl: `${edge.url}/x`, name: 'nota de voz.m4a' }),
      // The message itself once more, as Teams draws it.
      sticker: () => attached({ contentType: 'text/html', content: STICKER }),
      reaction: () =>
        this.#send({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined }),
      edited: () =>
        this.#send({ type: 'messageUpdate', text: 'Pitalito', channelData: { eventType: 'editMessage' } }),
      unsupported: () =>
        attached({ contentType: 'application/vnd.microsoft.card.announcement', content: { title: 'Aviso' } }),
    };
  }

  say(text: string): Promise<Seen[]> {
    return this.#send(this.#written(text));
  }

  /** What Teams makes of written words: text for HTML; in a channel they call the bot. */
  #written(text: string): object {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    if (this.#place.conversationType === 'personal') return { text: escaped };
    const mention = { type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` };
    return { text: `${mention.text} ${escaped}`, entities: [mention] };
  }

  async sayThrice(text: string): Promise<Seen[]> {
    const message = { id: nextId(), ...this.#written(text) };
    const before = this.#edge.connector.sent.length;
    await Promise.all([this.#post(message), this.#post(message)]);
    await this.#post(message);
    return await this.#shown(before);
  }

  typing(): boolean {
    return this.#sent.some(({ type }) => type === 'typing');
  }

  /** Everything that the connector took for this conversation. */
  get #sent(): Sent[] {
    return this.#edge.connector.sent.filter(({ path }) => path.includes(encodeURIComponent(this.#place.id)));
  }

  async #send(more: object): Promise<Seen[]> {
    const before = this.#edge.connector.sent.length;
    const status = await this.#post({ id: nextId(), ...more });
    if (status !== 200) throw new Error(`the activity was answered with ${status}`);
    return await this.#shown(before);
  }

  async #post(activity: object): Promise<number> {
    const response = await fetch(`${this.#edge.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', ...this.#common, ...activity }),
    });
    await response.arrayBuffer();
    return response.status;
  }

  /** What came since, with everything that «ver más» shows. */
  async #shown(before: number): Promise<Seen[]> {
    const shown: Seen[] = [];
    const messages = this.#edge.connector.sent.slice(before).filter(({ type }) => type === 'message');
    for (const message of messages) {
      const more = cardsIn(message)
        .flatMap(partsOf)
        .find(({ data }) => data?.teams === 'more');
      shown.push(...(more ? await this.#send({ value: more.data }) : [this.#see(message)]));
    }
    return shown;
  }

  #see(message: Sent): Seen {
    const { entities = [], attachments = [], suggestedActions } = message;
    const [told] = entities.filter(({ type }) => type === 'https://schema.org/Message');
    const claims = (told?.citation ?? []) as { position: number; appearance: { url: string } }[];
    const cards = cardsIn(message).map((card) => new ShownCard(card, (more) => this.#send(more)));
    const form = cards.flatMap((card) => card.form ?? [])[0];
    const text = [message.text ?? '', ...cards.map((card) => card.text)].filter(Boolean).join('\n');
    return {
      ...plainSeen(readable(text)),
      options: [
        ...cards.flatMap((card) => card.options),
        ...(suggestedActions?.actions ?? []).map(({ title }) => ({
          label: title,
          press: () => this.#send({ text: title }),
        })),
      ],
      files: [
        ...attachments.flatMap((attachment) => this.#consent(attachment)),
        ...cards.flatMap((card) => card.links).map((link): SeenFile => this.#linked(link)),
      ],
      sources: [
        ...claims.map(({ position, appearance }) => ({ n: position, url: appearance.url })),
        ...linksIn(text),
      ],
      byModel: JSON.stringify(told?.additionalType ?? []).includes('AIGeneratedContent'),
      ...(form && { form }),
    };
  }

  /** A file that is offered: taking it puts it in the person's OneDrive. */
  #consent({ contentType, name, content }: NonNullable<Sent['attachments']>[number]): SeenFile[] {
    if (contentType !== 'application/vnd.microsoft.teams.card.file.consent') return [];
    const { acceptContext } = content as { acceptContext: object };
    const path = `/out-${nextId()}`;
    const uploadInfo = {
      uploadUrl: `${this.#edge.files.url}${path}`,
      contentUrl: '',
      name,
      uniqueId: 'u',
      fileType: 'x',
    };
    const take = async () => {
      const value = { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo };
      await this.#send({ type: 'invoke', name: 'fileConsent/invoke', value });
      const put = this.#edge.files.put.get(path);
      if (!put) throw new Error(`${name} was not put anywhere`);
      return put.content;
    };
    return [{ name, picture: false, content: take }];
  }

  #linked({ url, picture }: { url: string; picture: boolean }): SeenFile {
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
    return { name, picture, content: () => download(url, this.#edge.url) };
  }
}

const STICKER =
  '<div><img src="https://us-api.asm.skype.com/v1/objects/0/views/imgo" alt="Gracias" itemscope="png" ' +
  'itemtype="http://schema.skype.com/Sticker"></div>';

/** Markdown as Teams shows it, links by their address. */
function readable(text: string): string {
  return text
    .replace(/\[\\\[(\d+)\\\]\]\([^)]*\)/g, '[$1]')
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1: $2')
    .replaceAll('**', '')
    .replaceAll('&lt;', '<')
    .replace(/\\([\\`*_[\]<>#|~.])/g, '$1');
}

/** Marks that are links to their passages themselves. */
function linksIn(text: string): Seen['sources'] {
  return [...text.matchAll(/\[\\\[(\d+)\\\]\]\(([^)]*)\)/g)].map(([, n, url = '']) => ({
    n: Number(n),
    url,
  }));
}
