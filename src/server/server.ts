import { type Server as HttpServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import {
  createServer as createRestify,
  type Request,
  type Response,
  type ServerOptions as RestifyOptions,
} from 'restify';
import type { DirectLine } from '../channels/webchat/index.ts';
import type { WhatsApp } from '../channels/whatsapp/index.ts';
import type { Retriever } from '../retrieval/types.ts';
import type { Store } from '../storage/store.ts';
import { LANGUAGES, type Language, type Texts } from '../text/locales.ts';
import { loadAssets } from './assets.ts';
import { callerAddresses } from './callers.ts';
import { routeDirectLine } from './direct-line.ts';
import { HttpError, ONLY_TLS, queryOf, sendError, sendHtml, sendJson } from './http.ts';
import { attendMessage, type MessagesHandler } from './messages.ts';
import { type Exposition, routeMetrics } from './metrics.ts';
import { loadChatPages } from './page.ts';
import type { Policy } from './policy.ts';
import type { RateLimits } from './rate-limit.ts';
import { routePages } from './reading.ts';
import { handleWith } from './routes.ts';
import { notFoundPage } from './sources.ts';
import { routeWhatsApp } from './whatsapp.ts';

export interface ServerOptions {
  store: Store;
  /** The index, once it is loaded. */
  retriever(): Retriever | undefined;
  texts: Record<Language, Texts>;
  /** Language of the pages when the address does not say one. */
  language: Language;
  directLine: DirectLine;
  messages: MessagesHandler;
  /** Whether `messages` checks who calls (an app id is set); if not, only callers on this machine are taken. */
  authenticated: boolean;
  /** Whether people reach the service over TLS, which a proxy in front of it ends. */
  overTls?: boolean;
  /** The channel of WhatsApp, where it is configured. */
  whatsApp?: Pick<WhatsApp, 'webhook' | 'fault'> | undefined;
  /** What is measured, and the token that opens it; nothing is shown by default. */
  metrics?: Pick<Exposition, 'expose' | 'contentType'> | undefined;
  metricsToken?: string | undefined;
  /** What is done with people's data, for the page that tells it. */
  policy: Policy;
  limits: RateLimits;
  /** Proxies of the operator's own before the service. */
  proxies: number;
  log: Logger;
}

export interface WebServer {
  /** Begins to listen; the port, which the system chooses when 0 is asked for. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connection and waits for the requests in flight. */
  close(): Promise<void>;
}

/** The HTTP service: Bot Framework's endpoint, the web chat with its channel, the sources and the health checks. */
export async function createServer(options: ServerOptions): Promise<WebServer> {
  const { store, texts, directLine, log } = options;
  const assets = await loadAssets();
  const chatPages = await loadChatPages(texts, assets);
  const textsFor = (req: Request): Texts => {
    const asked = queryOf(req).get('lang');
    return texts[LANGUAGES.find((language) => language === asked) ?? options.language];
  };
  const handle = handleWith(log);
  // The published types still name the logger of restify 8; since 9 it takes pino's.
  const restifyLog = log.child({ component: 'restify' }) as unknown as NonNullable<RestifyOptions['log']>;
  const server = createRestify({
    // Nobody need know what answers: without a name there is no header `Server`.
    name: '',
    log: restifyLog,
    ignoreTrailingSlash: true,
    maxParamLength: PARAMETER_LIMIT,
  });
  holdSlowClients(server.server as HttpServer);
  let closing = false;
  server.pre((_req, res, next) => {
    if (options.overTls) res.setHeader(ONLY_TLS.name, ONLY_TLS.value);
    res.once('header', () => {
      // A client that polls keeps its connection for ever: told to close it, it lets the service stop.
      if (closing) res.setHeader('Connection', 'close');
    });
    next();
  });

  server.post(
    '/api/messages',
    handle((req, res) => attendMessage(req, res, options.messages, options.authenticated)),
  );
  const { limits, proxies } = options;
  routeDirectLine(server, { directLine, limits, addressOf: callerAddresses(proxies, log) }, handle);
  if (options.whatsApp) routeWhatsApp(server, options.whatsApp.webhook, handle);

  server.get(
    '/healthz',
    handle(async (_req, res) => sendJson(res, 200, { status: 'ok' })),
  );
  server.get(
    '/readyz',
    handle(async (_req, res) => {
      const faults = await faultsOf(options);
      if (faults.length > 0) sendJson(res, 503, { status: 'not ready', faults });
      else sendJson(res, 200, { status: 'ready', ...warningsOf(options) });
    }),
  );

  if (options.metrics) routeMetrics(server, options.metrics, options.metricsToken, handle);
  const { retriever, policy } = options;
  routePages(server, { store, retriever, assets, chatPages, policy, texts: textsFor }, handle);

  // The last argument, which would have restify answer in its own way, is not called: this answers.
  server.on('restifyError', (req: Request, res: Response, fault: { statusCode?: number }) => {
    const status = fault.statusCode ?? 500;
    if (status >= 500) log.error({ err: fault, method: req.method }, 'request failed');
    const forPeople = req.method === 'GET' && (req.headers.accept ?? '').includes('text/html');
    if (res.headersSent) res.end();
    else if (status === 404 && forPeople) sendHtml(res, 404, notFoundPage(textsFor(req), assets));
    else sendError(res, new HttpError(status, FAULTS[status] ?? 'Error', STATUS_CODES[status] ?? 'error'));
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: () => {
      closing = true;
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Longest part of a path: names of files, in which a letter may take six characters. */
const PARAMETER_LIMIT = 2000;

/** A client that sends its request drop by drop holds a connection: it gets as long as a slow telephone needs. */
function holdSlowClients(server: HttpServer): void {
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 30_000;
  server.maxHeadersCount = 100;
}

/** Codes of the faults that the router finds. */
const FAULTS: Record<number, string> = { 400: 'BadRequest', 404: 'NotFound', 405: 'MethodNotAllowed' };

/** What keeps one channel from answering while the others do: taking the service away would not help. */
function warningsOf({ whatsApp }: ServerOptions): { warnings?: string[] } {
  const fault = whatsApp?.fault();
  return fault === undefined ? {} : { warnings: [`WhatsApp takes no messages of ours: ${fault}`] };
}

/** Why the service cannot attend anybody yet; none when it can. */
async function faultsOf({ retriever, store, log }: ServerOptions): Promise<string[]> {
  const faults: string[] = [];
  if (!retriever()) faults.push('the index of the documents is not loaded');
  try {
    await store.check();
  } catch (error) {
    log.error({ err: error }, 'the store cannot be used');
    faults.push('the store cannot be used');
  }
  return faults;
}
