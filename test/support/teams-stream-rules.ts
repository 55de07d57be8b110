import { type Sent, type StreamInfo, streamInfo } from './connector.ts';

/**
 * What Teams refuses, drops or leaves on the screen of streams, as a table: each rule with the page that it comes from.
 * They hold of all that was sent in one conversation, in its order.
 */

const DOCS = 'https://learn.microsoft.com/en-us/microsoftteams/platform/bots/streaming-ux';

/** One request of a stream and what came before it. */
interface Step {
  sent: Sent;
  info: StreamInfo;
  /** The requests of streams before it, and the messages and updates of the stream that it names or begins. */
  before: Part[];
  own: Part[];
  personal: boolean;
}

interface Part {
  sent: Sent;
  info: StreamInfo;
  /** The id of its stream. */
  id: string;
}

interface Rule {
  page: string;
  faults(step: Step): (string | false)[];
}

const RULES: Rule[] = [
  {
    page: DOCS,
    faults: ({ personal }) => [!personal && 'streams are for chats with one person'],
  },
  {
    page: `${DOCS}#stream-message-through-rest-api`,
    faults: ({ sent, info }) => [
      !['informative', 'streaming', 'final'].includes(info.streamType ?? 'streaming') &&
        `${info.streamType} is no type of a stream`,
      (info.streamType === 'final') !== (sent.type === 'message') &&
        `a «${info.streamType}» is no «${sent.type}»`,
      (sent.entities ?? []).filter(({ type }) => type === 'streaminfo').length > 1 && 'it is of two streams',
      (sent.text ?? '') === '' && 'it has no text',
    ],
  },
  {
    page: `${DOCS}#stream-messages-user-experience`,
    faults: ({ sent, info }) => [
      info.streamType === 'informative' &&
        ((sent.text ?? '').length > 1000 || Buffer.byteLength(sent.text ?? '') > 1024) &&
        'it tells too much',
    ],
  },
  {
    page: `${DOCS}#start-streaming`,
    faults: ({ info, own }) => [
      own.length === 0 && info.streamId !== undefined && `nobody began ${info.streamId}`,
      own.length === 0 && info.streamSequence !== 1 && `a stream begins with ${info.streamSequence}`,
    ],
  },
  {
    page: `${DOCS}#continue-streaming`,
    faults: ({ info, own }) => {
      const last = own.at(-1)?.info.streamSequence ?? 0;
      return [
        info.streamType !== 'final' &&
          info.streamSequence !== last + 1 &&
          `${info.streamSequence} after ${last}`,
      ];
    },
  },
  {
    page: `${DOCS}#final-streaming`,
    faults: ({ info, own }) => [
      info.streamType === 'final' && info.streamSequence !== undefined && 'a last message has no number',
      info.streamType === 'final' && own.length === 0 && 'a stream is ended that was not begun',
      own.some((part) => part.info.streamType === 'final') && `${info.streamId} had ended`,
    ],
  },
  {
    page: `${DOCS}#stream-message-through-rest-api`,
    faults: ({ sent, before }) => {
      const last = before.at(-1)?.sent;
      return [
        last !== undefined &&
          !(sent.at >= (last.answeredAt ?? Infinity)) &&
          'the one before was not answered',
        last !== undefined && sent.at - last.at < 1000 && 'it comes within a second of the one before',
      ];
    },
  },
  {
    page: `${DOCS}#error-codes`,
    faults: ({ sent, own }) => [
      sent.at - (own[0]?.sent.at ?? sent.at) > 120_000 && 'the stream took more than two minutes',
    ],
  },
  {
    page: DOCS,
    faults: ({ info, before }) => [
      info.streamId === undefined && unended(before).length > 0 && 'another stream is under way',
    ],
  },
  {
    page: `${DOCS}#stream-message-through-rest-api`,
    faults: ({ sent, info }) => [
      info.streamType !== 'final' &&
        ((sent.attachments ?? []).length > 0 ||
          (sent.entities ?? []).length > 1 ||
          sent.channelData !== undefined) &&
        'only the last message has cards, labels and ratings',
    ],
  },
  {
    page: 'https://github.com/microsoft/Agents/issues/308',
    faults: ({ sent }) => [sent.suggestedActions !== undefined && 'suggested actions are not shown'],
  },
];

/** The rules that what was sent breaks, each with its page. @param personal in a chat with one person. */
export function brokenStreamRules(sent: readonly Sent[], personal: boolean): string[] {
  const chats = Map.groupBy(sent, ({ path }) => /conversations\/([^/]*)/.exec(path)?.[1] ?? '');
  return [...chats.values()].flatMap((requests) => brokenIn(requests, personal));
}

function brokenIn(requests: readonly Sent[], personal: boolean): string[] {
  const before: Part[] = [];
  const broken = requests.flatMap((sent) => {
    const info = streamInfo(sent);
    if (!info) return [];
    const own = before.filter(({ id }) => id === info.streamId);
    const step: Step = { sent, info, before: [...before], own, personal };
    before.push({ sent, info, id: info.streamId ?? sent.streamId ?? '' });
    return RULES.flatMap(({ page, faults }) =>
      faults(step)
        .filter((fault) => fault !== false)
        .map((fault) => `${fault} (${page}): ${JSON.stringify(sent).slice(0, 300)}`),
    );
  });
  const open = unended(before).map((id) => `${id} was never ended (${DOCS}#final-streaming)`);
  return [...broken, ...open];
}

/** The streams that wait for their last message. */
function unended(parts: readonly Part[]): string[] {
  const ended = parts.filter(({ info }) => info.streamType === 'final').map(({ id }) => id);
  return [...new Set(parts.map(({ id }) => id))].filter((id) => !ended.includes(id));
}
