import type { Corpus } from './corpus.ts';
import { mutated, mutatedBytes, mutatedText } from './mutate.ts';
import { nastyText } from './nasty.ts';
import { Random, seedOf } from './random.ts';
import { activities, webhooks } from './samples.ts';

/** One thing that comes from outside. It is JSON itself, so that one that breaks something can be told and made smaller. */
export type Input =
  /** A message in the web chat. */
  | { kind: 'chat'; text: string }
  /** A button of the last message: the one at this place, counted round. */
  | { kind: 'button'; at: number }
  /** A body posted to the Direct Line endpoint. */
  | { kind: 'directline'; path: string; body: string }
  /** A file sent in the web chat; its bytes in base64. */
  | { kind: 'upload'; name: string; contentType: string; bytes: string; activity: string }
  /** A body posted as a Bot Framework activity. */
  | { kind: 'activity'; body: string }
  /** A webhook of WhatsApp, signed rightly, and the file it may point to. */
  | { kind: 'whatsapp'; body: string; file: string }
  /** A file read as a plan. */
  | { kind: 'import'; text: string }
  /** A document for the library; its bytes in base64. */
  | { kind: 'ingest'; name: string; bytes: string };

export const KINDS = [
  'chat',
  'button',
  'directline',
  'upload',
  'activity',
  'whatsapp',
  'import',
  'ingest',
] as const;

/** Inputs that come one after another in the same conversations. */
export const SESSION = 20;

/** The inputs of a session: the same for the same seed, number and corpus. */
export function sessionInputs(seed: number, session: number, corpus: Corpus): Input[] {
  const random = new Random(seedOf(seed, session));
  const make = makers(random, corpus);
  return Array.from({ length: SESSION }, () => random.weighted(make));
}

function makers(random: Random, corpus: Corpus): [number, () => Input][] {
  const body = (value: unknown): string => {
    const text = JSON.stringify(random.chance(0.25) ? value : mutated(value, random)) ?? 'null';
    return random.chance(0.1) ? mutatedText(text, random) : text;
  };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const plan = () => {
    const value = random.chance(0.15) ? corpus.plan : mutated(corpus.plan, random);
    const text = JSON.stringify(value, null, random.pick([0, 2])) ?? '';
    return random.chance(0.2) ? mutatedText(text, random) : text;
  };
  return [
    [30, () => ({ kind: 'chat', text: chatText(random, corpus) })],
    [12, () => ({ kind: 'button', at: random.below(12) })],
    [
      10,
      () => ({ kind: 'directline', path: random.pick(DIRECT_LINE), body: body(directLine(random, corpus)) }),
    ],
    [
      5,
      () => ({
        kind: 'upload',
        name: random.chance(0.6) ? 'plan.json' : nastyText(random),
        contentType: random.pick(['application/json', 'image/png', 'text/html', 'audio/ogg', '', 'x/\u00e1']),
        bytes: base64(random.chance(0.8) ? Buffer.from(plan()) : mutatedBytes(Buffer.from(plan()), random)),
        activity: body({ type: 'message', text: '', attachments: [{ name: 'plan.json' }] }),
      }),
    ],
    [16, () => ({ kind: 'activity', body: body(random.pick(activities(chatText(random, corpus)))) })],
    [
      12,
      () => ({
        kind: 'whatsapp',
        body: body(random.pick(webhooks(chatText(random, corpus)))),
        file: base64(Buffer.from(plan())),
      }),
    ],
    [9, () => ({ kind: 'import', text: plan() })],
    [
      6,
      () => {
        const [name, bytes] = random.pick(corpus.documents);
        const changed = random.chance(0.05) ? Buffer.from(bytes) : mutatedBytes(bytes, random);
        return { kind: 'ingest', name, bytes: base64(changed) };
      },
    ],
  ];
}

const DIRECT_LINE: readonly string[] = [
  'activities',
  'activities',
  'activities',
  '',
  '?watermark=1',
  'start',
  'refresh',
];

function directLine(random: Random, corpus: Corpus): unknown {
  return random.pick<unknown>([
    {
      type: 'message',
      text: chatText(random, corpus),
      locale: 'es-CO',
      channelData: { clientActivityID: 'a' },
    },
    { type: 'message', text: 'Municipio', value: { ask: random.pick(corpus.fields) } },
    {
      type: 'message',
      text: '',
      value: { form: { [random.pick(corpus.fields)]: random.pick(corpus.answers), x: 'y' } },
    },
    { type: 'event', name: 'startConversation', value: {} },
    { type: 'typing' },
    { locale: 'es-CO' },
  ]);
}

/** Something to say: an answer, a question, a command, as it is or broken; or several of them. */
function chatText(random: Random, corpus: Corpus): string {
  const plain = () =>
    random.weighted([
      [6, () => random.pick(corpus.answers)],
      [4, () => random.pick(corpus.commands)],
      [2, () => random.pick(corpus.questions)],
      // Making a document takes a hundred times as long as an answer.
      [0.05, () => random.pick(corpus.exports)],
      [1, () => random.pick(corpus.labels)],
      [1, () => nastyText(random)],
    ]);
  return random.weighted([
    [6, plain],
    [3, () => mutatedText(plain(), random)],
    [1, () => [plain(), plain(), plain()].join(random.pick(['\n', '. ', '; ', ' y ', ' ']))],
    [0.3, () => JSON.stringify(mutated(corpus.plan, random)) ?? ''],
  ]);
}
