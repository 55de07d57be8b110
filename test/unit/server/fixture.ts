import type { TurnContext } from 'botbuilder';
import pino from 'pino';
import { DirectLine, loadSecret, WebChatAdapter } from '../../../src/channels/webchat/index.ts';
import { Environment } from '../../../src/config.ts';
import type { Passage, Retriever, SourceDocument } from '../../../src/retrieval/types.ts';
import { policyOf } from '../../../src/server/policy.ts';
import { rateLimits } from '../../../src/server/rate-limit.ts';
import { createServer, type ServerOptions } from '../../../src/server/server.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { loadTexts } from '../../../src/text/locales.ts';

const document = (id: string, kind: SourceDocument['kind'], title: string): SourceDocument => ({
  id,
  file: `${id}.txt`,
  title,
  shortTitle: title,
  publisher: 'Editorial <b>',
  date: '2025',
  kind,
  language: 'es',
  sha256: '',
});

const passage = (id: string, section: string[], text: string, links: string[] = []): Passage => ({
  id,
  document: id.split('-')[0] ?? '',
  section,
  text,
  links,
  start: 0,
  end: text.length,
});

/** Two small documents: a guide in two sections and a campaign programme. */
export const retriever: Retriever = {
  documents: [
    document('001', 'official-guide', 'Guía de prueba'),
    document('009', 'campaign-programme', 'Programa'),
  ],
  questionsOf: () => [],
  spread: () => 0,
  passages: [
    passage('001-aa', ['Parte I', 'Uno'], 'Primer pasaje <script>alert(1)</script> & más', [
      'https://ejemplo.org/?a=1&b="2"',
      'javascript:alert(1)',
    ]),
    passage('001-bb', ['Parte I', 'Dos'], 'Segundo pasaje'),
    passage('009-cc', ['Propuesta'], 'Tercer pasaje'),
  ],
  search: async () => [],
};

/** Answers messages with their text. */
async function echo(context: TurnContext): Promise<void> {
  if (context.activity.type === 'message') await context.sendActivity(context.activity.text);
}

/** A server that listens on a port of its own, with an echo for a bot. */
export async function serve(over: Partial<ServerOptions> = {}) {
  const store = await openSqliteStore(':memory:');
  const log = pino({ level: 'silent' });
  const directLine = new DirectLine({
    store,
    adapter: new WebChatAdapter(store),
    logic: echo,
    giveUp: async () => undefined,
    log,
    secret: await loadSecret(store),
    serviceUrl: 'http://localhost',
    clock: () => new Date(),
  });
  const received: unknown[] = [];
  const server = await createServer({
    store,
    retriever: () => retriever,
    texts: { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') },
    language: 'es',
    directLine,
    messages: async (_authorization, activity) => {
      received.push(activity);
      return undefined;
    },
    authenticated: false,
    policy: policyOf(Environment.parse({}), undefined),
    limits: rateLimits({
      RATE_MESSAGES_PER_MINUTE: 60,
      RATE_CONVERSATIONS_PER_HOUR: 300,
      RATE_UPLOADS_PER_HOUR: 60,
    }),
    proxies: 0,
    log,
    ...over,
  });
  const base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return { base, server, store, directLine, received };
}

/** A POST of JSON. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
