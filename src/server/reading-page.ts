import type { Texts } from '../text/locales.ts';
import type { Assets } from './assets.ts';
import { type Html, html } from './html.ts';

/** A page that people read, in the service's own frame. @param body what stands under its header */
export function readingPage(title: string, texts: Texts, assets: Assets, body: Html): string {
  const document = html`<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${texts.t('web.title')}</title>
<link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.url('base.css')}">
<link rel="stylesheet" href="${assets.url('reading.css')}">
</head>
<body class="reading">
<header class="bar"><a class="brand" href="/${languageQuery(texts)}">${texts.t('web.title')} <span class="subtitle">· ${texts.t('web.subtitle')}</span></a></header>
<main>${body}</main>
</body>
</html>
`;
  return document.html;
}

/** Keeps the language of the page in its links when it is not the first one. */
export function languageQuery(texts: Texts): string {
  return texts.language === 'es' ? '' : `?lang=${texts.language}`;
}
