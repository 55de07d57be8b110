import type { Request, Response, Server } from 'restify';
import { checkLink, readFile } from '../channels/webchat/index.ts';
import type { Retriever } from '../retrieval/types.ts';
import type { Store } from '../storage/store.ts';
import type { Language, Texts } from '../text/locales.ts';
import type { Assets } from './assets.ts';
import { HttpError, queryOf, send, sendHtml } from './http.ts';
import type { ChatPage } from './page.ts';
import { POLICY_PATH, type Policy, policyPage } from './policy.ts';
import type { Handle } from './routes.ts';
import { documentPage, endedLinkPage, notFoundPage, sourcesPage } from './sources.ts';

/** What the pages are made of. */
export interface Pages {
  store: Store;
  /** The index, once it is loaded. */
  retriever(): Retriever | undefined;
  assets: Assets;
  chatPages: Record<Language, ChatPage>;
  policy: Policy;
  /** The texts in the language that a request asks for. */
  texts(req: Request): Texts;
}

/** Puts on the server what people read: the web chat's page and its files, the sources, the files handed out. */
export function routePages(server: Server, pages: Pages, handle: Handle): void {
  const { store, assets, chatPages } = pages;
  const get = (path: string, answer: (req: Request, res: Response) => Promise<void>) => {
    server.get(path, handle(answer));
    server.head(path, handle(answer));
  };
  const notFound = (req: Request, res: Response) =>
    sendHtml(res, 404, notFoundPage(pages.texts(req), assets));
  const documents = (): Retriever => {
    const retriever = pages.retriever();
    if (!retriever) throw new HttpError(503, 'NotReady', 'the documents are still being loaded');
    return retriever;
  };

  get('/', async (req, res) => chatPages[pages.texts(req).language](res));
  get('/webchat/:name', async (req, res) => {
    const version = queryOf(req).get('v') ?? undefined;
    if (!assets.serve(req, res, parameter(req, 'name'), version)) notFound(req, res);
  });
  get(POLICY_PATH, async (req, res) =>
    sendHtml(res, 200, policyPage(pages.policy, pages.texts(req), assets)),
  );
  get('/fuentes', async (req, res) => {
    sendHtml(res, 200, sourcesPage(documents().documents, pages.texts(req), assets));
  });
  get('/fuentes/:document', async (req, res) => {
    const page = documentPage(documents(), parameter(req, 'document'), pages.texts(req), assets);
    if (page === undefined) notFound(req, res);
    else sendHtml(res, 200, page);
  });
  get('/descargas/:id/:name', async (req, res) => {
    const id = parameter(req, 'id');
    const link = await checkLink(store, id, queryOf(req));
    if (link === 'expired') return sendHtml(res, 410, endedLinkPage(pages.texts(req), assets));
    // What is not signed by this service, such as a link of an earlier version, is told like a file that is gone.
    const file = link === 'good' ? await readFile(store, id) : undefined;
    if (!file) return sendHtml(res, 404, endedLinkPage(pages.texts(req), assets));
    send(res, 200, file.contentType, file.content, { 'Content-Disposition': attachment(file.name) });
  });
}

function parameter(req: Request, name: string): string {
  return String((req.params as Record<string, unknown>)[name]);
}

/** The header that has a file saved under its name (RFC 6266), with a plain one for old clients. */
function attachment(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\w.() -]/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
