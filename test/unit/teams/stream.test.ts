import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { streamed } from '../../../src/channels/teams/stream.ts';
import { whileTyping } from '../../../src/channels/teams/typing.ts';
import { TELLS_WORK, type TellWork, type Work } from '../../../src/messages/work.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { type Sent, streamInfo } from '../../support/connector.ts';
import { brokenStreamRules } from '../../support/teams-stream-rules.ts';

const texts = loadTexts(new URL('../../../dialogs/locales', import.meta.url).pathname, 'es');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The edge of Teams: keeps what it takes, and refuses what it is told to refuse. */
class Teams extends BotAdapter {
  readonly taken: Sent[] = [];
  readonly refused: Sent[] = [];
  readonly warned: string[] = [];
  /** With which status; 0 where there is no answer at all. */
  refuses: (sent: Sent) => number | undefined = () => undefined;
  /** How long it takes over a request, in milliseconds. */
  takes: (sent: Sent) => number = () => 10;

  override async sendActivities(
    _: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const more = { method: 'POST', path: '/conversations/a', bytes: 0, at: Date.now() };
      const sent = { ...structuredClone(activity), ...more } as Sent;
      await wait(this.takes(sent));
      sent.answeredAt = Date.now();
      const statusCode = this.refuses(sent);
      (statusCode === undefined ? this.taken : this.refused).push(sent);
      if (statusCode !== undefined)
        throw Object.assign(new Error('refused'), statusCode > 0 ? { statusCode } : {});
      const info = streamInfo(sent);
      const id = `sent-${this.taken.length}`;
      if (info && info.streamId === undefined) sent.streamId = id;
      responses.push((info?.streamId === undefined ? { id } : {}) as ResourceResponse);
    }
    return responses;
  }

  override async updateActivity(): Promise<undefined> {
    throw new Error('nothing is updated');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('nothing is deleted');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('nothing is continued');
  }

  /** What was shown, in a line each. */
  get shown(): string[] {
    return this.taken.map((sent) => {
      const info = streamInfo(sent);
      return `${info ? `${info.streamType} ${info.streamSequence ?? info.streamId}` : sent.type}: ${sent.text ?? ''}`;
    });
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

type Turn = (context: TurnContext, begins: TellWork | undefined) => Promise<unknown>;

/** Does a turn in a chat; the time is run until it ends. */
async function turn(teams: Teams, work: Turn, more: Partial<Activity> = {}): Promise<void> {
  const incoming: Partial<Activity> = {
    type: 'message',
    id: 'in-1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example',
    from: { id: '29:ana', name: 'Ana' },
    recipient: { id: '28:bot', name: 'Acción' },
    conversation: { id: 'a', conversationType: 'personal', isGroup: false, name: '' },
    ...more,
  };
  const context = new TurnContext(teams, incoming);
  const done = streamed(
    context,
    { texts: async () => texts, log: { warn: (_, message) => teams.warned.push(message) } },
    (tells) => whileTyping(context, () => work(context, context.turnState.get(TELLS_WORK)), tells),
  );
  let over = false;
  const ended = done.finally(() => {
    over = true;
  });
  ended.catch(() => undefined);
  while (!over) await vi.advanceTimersByTimeAsync(100);
  await ended;
}

/** Work of so many milliseconds, then replies. */
function long(ms: number, ...replies: Partial<Activity>[]): Turn {
  return async (context, begins) => {
    begins?.('search');
    await wait(ms);
    for (const reply of replies) await context.sendActivities([reply]);
  };
}

const say = (text: string, more: Partial<Activity> = {}): Partial<Activity> => ({
  type: 'message',
  text,
  ...more,
});
const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} };

describe('a turn that takes long', () => {
  it('tells what it does, as it changes, and its first message ends that', async () => {
    const teams = new Teams();
    await turn(teams, async (context, begins) => {
      for (const work of ['search', 'answer', 'answer'] satisfies Work[]) {
        begins?.(work);
        await wait(2500);
      }
      await context.sendActivities([say('Primero.')]);
      await context.sendActivities([say('Segundo.')]);
    });
    expect(teams.shown).toEqual([
      'informative 1: Buscando en los documentos…',
      'informative 2: Redactando la respuesta con lo que dicen los documentos…',
      'final sent-1: Primero.',
      'message: Segundo.',
    ]);
    expect(brokenStreamRules(teams.taken, true)).toEqual([]);
  });

  it('tells nothing where it ends soon, and shows typing where nothing is known of what it does', async () => {
    const teams = new Teams();
    await turn(teams, long(900, say('Hola.')));
    await turn(teams, async (context) => {
      await wait(5500);
      await context.sendActivity('Hola.');
    });
    expect(teams.shown).toEqual(['message: Hola.', 'typing: ', 'typing: ', 'message: Hola.']);
  });

  it.each<[string, Partial<Activity>]>([
    ['a group', { conversation: { id: 'a', conversationType: 'groupChat', isGroup: true, name: '' } }],
    ['a channel', { conversation: { id: 'a', conversationType: 'channel', isGroup: true, name: '' } }],
    [
      'a chat that does not say what it is',
      { conversation: { id: 'a', isGroup: false, conversationType: '', name: '' } },
    ],
    ['the emulator', { channelId: 'emulator' }],
    ['Copilot', { channelId: 'msteams:COPILOT' }],
    ['a host that takes the replies all together', { deliveryMode: 'expectReplies' }],
  ])('is not told in %s', async (_, where) => {
    const teams = new Teams();
    let told: unknown = 'unknown';
    await turn(
      teams,
      async (context, begins) => {
        told = begins;
        await long(3000, say('Listo.'))(context, begins);
      },
      where,
    );
    expect(told).toBeUndefined();
    expect(teams.taken.flatMap((sent) => streamInfo(sent) ?? [])).toEqual([]);
  });

  it('keeps to one request a second, and lets no message overtake what is on its way', async () => {
    for (const ms of [1000, 1005, 1200, 2000, 2105, 3300]) {
      const teams = new Teams();
      teams.takes = ({ type }) => (type === 'typing' ? 700 : 10);
      await turn(teams, async (context, begins) => {
        begins?.('search');
        await wait(500);
        begins?.('draft');
        await wait(ms - 500);
        await context.sendActivities([say('Primero.'), say('Segundo.')]);
      });
      expect(brokenStreamRules(teams.taken, true), String(ms)).toEqual([]);
      expect(teams.taken.filter(({ type }) => type === 'message').map(({ text }) => text)).toEqual([
        'Primero.',
        'Segundo.',
      ]);
    }
  });

  it('ends what it tells before the two minutes of Teams, and its answer is an ordinary message', async () => {
    const teams = new Teams();
    await turn(teams, long(180_000, say('La respuesta.')));
    expect([...new Set(teams.shown)]).toEqual([
      'informative 1: Buscando en los documentos…',
      'final sent-1: Todavía estoy en eso. Le escribo aquí apenas termine.',
      'typing: ',
      'message: La respuesta.',
    ]);
    expect(brokenStreamRules(teams.taken, true)).toEqual([]);
  });

  it('does not wait for Teams longer than a moment', async () => {
    const teams = new Teams();
    teams.takes = ({ type }) => (type === 'typing' ? 5000 : 10);
    const began = Date.now();
    await turn(teams, long(1500, say('Primero.')));
    expect(teams.taken.find(({ type }) => type === 'message')?.at).toBeLessThan(began + 1500 + 3000 + 500);
    expect(teams.shown).toEqual([
      'message: Primero.',
      'informative 1: Buscando en los documentos…',
      'final sent-2: Listo.',
    ]);
  });
});

describe('what ends it', () => {
  it.each<[string, Partial<Activity>]>([
    ['a card without words', { type: 'message', attachments: [card] }],
    [
      'a file',
      say('Su plan', { attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent' }] }),
    ],
  ])('has words of its own before %s', async (_, reply) => {
    const teams = new Teams();
    await turn(teams, long(3000, reply));
    expect(teams.shown.slice(1)).toEqual(['final sent-1: Listo.', `message: ${reply.text ?? ''}`]);
    expect(teams.taken.at(-1)?.attachments).toEqual(reply.attachments);
    expect(brokenStreamRules(teams.taken, true)).toEqual([]);
  });

  it('keeps the citations and the rating of a message, and makes its suggestions buttons', async () => {
    const teams = new Teams();
    const entity = { type: 'https://schema.org/Message' };
    const channelData = { feedbackLoop: { type: 'default' } };
    const actions = [{ type: 'imBack', title: 'Más', value: 'más' }];
    const reply = say('La respuesta [1].', {
      entities: [entity],
      channelData,
      suggestedActions: { to: [], actions },
    });
    const kept = structuredClone(reply);
    await turn(teams, long(3000, reply, reply));
    const [, final, other] = teams.taken;
    expect(final?.entities).toEqual([
      entity,
      { type: 'streaminfo', streamId: 'sent-1', streamType: 'final' },
    ]);
    expect(final?.channelData).toEqual(channelData);
    expect(other?.entities).toEqual([entity]);
    for (const message of [final, other]) {
      expect(message?.suggestedActions).toBeUndefined();
      expect(JSON.stringify(message?.attachments)).toMatch(/"title":"Más".*"text":"más"/);
    }
    // What is kept of a reply, to be sent again, knows of no stream.
    expect(reply).toEqual(kept);
    expect(brokenStreamRules(teams.taken, true)).toEqual([]);
  });

  it('is said where the turn says nothing, and where it fails', async () => {
    for (const work of [
      long(3000),
      async (...given: Parameters<Turn>) => {
        await long(3000)(...given);
        throw new Error('as the test wants');
      },
    ]) {
      const teams = new Teams();
      await turn(teams, work).catch(() => undefined);
      expect(teams.shown.slice(1)).toEqual(['final sent-1: Listo.']);
      expect(brokenStreamRules(teams.taken, true)).toEqual([]);
    }
  });
});

describe('where Teams refuses', () => {
  const isFinal = (sent: Sent) => streamInfo(sent)?.streamType === 'final';
  const says = (teams: Teams) => teams.taken.filter(({ type }) => type === 'message');

  it.each([400, 403, 429, 500, 0])('the beginning (%s), the answer comes once, as always', async (status) => {
    const teams = new Teams();
    teams.refuses = (sent) => (streamInfo(sent) ? status : undefined);
    await turn(teams, async (context, begins) => {
      begins?.('search');
      await wait(3000);
      begins?.('answer');
      await wait(3000);
      await context.sendActivities([say('La respuesta.')]);
    });
    expect(teams.refused).toHaveLength(1);
    expect(teams.warned).toHaveLength(1);
    expect(teams.shown).toEqual(['typing: ', 'message: La respuesta.']);
  });

  it('an update, because the person stopped it, nothing more is told and the answer comes once', async () => {
    const teams = new Teams();
    teams.refuses = (sent) => ((streamInfo(sent)?.streamSequence ?? 0) > 1 ? 403 : undefined);
    await turn(teams, async (context, begins) => {
      for (const work of ['search', 'answer', 'draft'] satisfies Work[]) {
        begins?.(work);
        await wait(3000);
      }
      await context.sendActivities([say('La respuesta.')]);
    });
    expect(teams.refused).toHaveLength(1);
    expect(teams.warned).toHaveLength(1);
    expect(says(teams).map(streamInfo)).toEqual([undefined]);
  });

  it('an update for the moment, the first message still ends the stream', async () => {
    const teams = new Teams();
    teams.refuses = (sent) => ((streamInfo(sent)?.streamSequence ?? 0) > 1 ? 429 : undefined);
    await turn(teams, async (context, begins) => {
      begins?.('search');
      await wait(3000);
      begins?.('answer');
      await wait(3000);
      await context.sendActivities([say('La respuesta.')]);
    });
    expect(teams.shown.slice(1)).toEqual(['final sent-1: La respuesta.']);
  });

  it.each([400, 403, 404])('the end (%s), the message comes once, without it', async (status) => {
    const teams = new Teams();
    teams.refuses = (sent) => (isFinal(sent) ? status : undefined);
    await turn(teams, long(3000, say('Primero.'), say('Segundo.')));
    expect(teams.refused.map(({ text }) => text)).toEqual(['Primero.']);
    expect(teams.shown.slice(1)).toEqual(['message: Primero.', 'message: Segundo.']);
    expect(says(teams).flatMap(({ entities = [] }) => entities)).toEqual([]);
  });

  it('the end because it is away, whoever sends hears so and nothing is sent twice', async () => {
    const teams = new Teams();
    teams.refuses = (sent) => (isFinal(sent) ? 503 : undefined);
    await expect(turn(teams, long(3000, say('Primero.')))).rejects.toMatchObject({ statusCode: 503 });
    expect(says(teams)).toEqual([]);
  });

  it('the words that end it, what the turn says comes all the same', async () => {
    const teams = new Teams();
    teams.refuses = (sent) => (isFinal(sent) ? 403 : undefined);
    await turn(teams, long(3000, { type: 'message', attachments: [card] }));
    expect(says(teams)).toMatchObject([{ attachments: [card] }]);
  });
});
