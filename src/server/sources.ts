import { documentPassages } from '../retrieval/reading.ts';
import type { Passage, Retriever, SourceDocument } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import type { Assets } from './assets.ts';
import { type Html, html, NONE } from './html.ts';
import { languageQuery, readingPage } from './reading-page.ts';

/** Kinds whose pages say first what the document is not. */
const WITH_NOTICE: readonly string[] = ['academic-article', 'campaign-programme', 'press-article'];

/** The page that lists the documents, with what each is and its date. */
export function sourcesPage(documents: readonly SourceDocument[], texts: Texts, assets: Assets): string {
  const rows = documents.map(
    (document) => html`
      <li class="document">
        <h2><a href="/fuentes/${document.id}${languageQuery(texts)}">${document.title}</a></h2>
        ${labels(document, texts)}
        <p>${document.publisher}</p>
      </li>`,
  );
  const title = texts.t('web.sources.title');
  return readingPage(
    title,
    texts,
    assets,
    html`<h1>${title}</h1>
      <p>${texts.t('web.sources.about')}</p>
      <ul class="documents">${rows}</ul>`,
  );
}

/**
 * The page of a document: its passages in order under their headings, each with its id as anchor.
 * @returns undefined when there is no such document.
 */
export function documentPage(
  retriever: Retriever,
  id: string,
  texts: Texts,
  assets: Assets,
): string | undefined {
  const document = retriever.documents.find((candidate) => candidate.id === id);
  const placed = documentPassages(retriever, id);
  if (!document || !placed) return undefined;
  const notice = WITH_NOTICE.includes(document.kind)
    ? html`<p class="notice" role="note">${texts.t(`web.notice.${document.kind}`, { date: document.date })}</p>`
    : NONE;
  const body = placed.flatMap(({ passage, opens }) => [...opens.map(heading), passageHtml(passage, texts)]);
  return readingPage(
    document.title,
    texts,
    assets,
    html`<p><a href="/fuentes${languageQuery(texts)}">${texts.t('web.sources.all')}</a></p>
      <h1>${document.title}</h1>
      <p class="publisher">${document.publisher}</p>
      ${notice}
      <div class="document-bar">${labels(document, texts, document.shortTitle)}</div>
      <article lang="${document.language}">${body}</article>`,
  );
}

/** A page for a person who followed an address that leads nowhere. */
export function notFoundPage(texts: Texts, assets: Assets): string {
  const title = texts.t('web.not-found.title');
  return readingPage(
    title,
    texts,
    assets,
    html`<h1>${title}</h1><p>${texts.t('web.not-found.text')}</p>
      <ul>
        <li><a href="/${languageQuery(texts)}">${texts.t('web.not-found.chat')}</a></li>
        <li><a href="/fuentes${languageQuery(texts)}">${texts.t('web.sources.link')}</a></li>
      </ul>`,
  );
}

/** A page for a person whose link to a file ended, or whose file is gone. */
export function endedLinkPage(texts: Texts, assets: Assets): string {
  const title = texts.t('files.ended.title');
  const ways = ['files.ended.here', 'files.ended.elsewhere'].map((key) => html`<li>${texts.t(key)}</li>`);
  return readingPage(
    title,
    texts,
    assets,
    html`<h1>${title}</h1><p>${texts.t('files.ended.text')}</p><ul>${ways}</ul>`,
  );
}

/** What the document is and its date, with its name where it must say it again. */
function labels(document: SourceDocument, texts: Texts, name = ''): Html {
  return html`<p class="labels">${name ? html`<strong>${name}</strong> ` : NONE}<span class="kind kind-${document.kind}">${texts.t(`web.kind.${document.kind}`)}</span>
    <span class="date">${document.date}</span></p>`;
}

function heading({ level, title }: { level: number; title: string }): Html {
  // The document's own outermost heading stands under the page's.
  const tag = { html: `h${Math.min(level + 1, 6)}` };
  return html`<${tag} class="section">${title}</${tag}>`;
}

function passageHtml(passage: Passage, texts: Texts): Html {
  const links = passage.links.filter((link) => /^https?:\/\//i.test(link));
  const list = links.map(
    (link) => html`<li><a href="${link}" rel="noopener noreferrer nofollow">${link}</a></li>`,
  );
  const paragraphs = passage.text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => html`<p>${paragraph}</p>`);
  return html`<section class="passage" id="${passage.id}">${paragraphs}
    ${links.length > 0 ? html`<p class="links-title">${texts.t('web.sources.links')}</p><ul class="links">${list}</ul>` : NONE}
    <a class="anchor" href="#${passage.id}" aria-label="${texts.t('web.sources.anchor')}">#</a></section>\n`;
}
