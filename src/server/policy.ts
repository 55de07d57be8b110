import { NOTICE_VERSION } from '../bot/privacy.ts';
import type { Config } from '../config.ts';
import type { Texts } from '../text/locales.ts';
import type { Assets } from './assets.ts';
import { type Html, html } from './html.ts';
import { readingPage } from './reading-page.ts';

/** Path of the page: Microsoft and Meta ask for it before an app is published. */
export const POLICY_PATH = '/privacidad';

/** What of the configuration decides what is done with people's data. */
export interface Policy {
  /** Who answers for the data, and how to write to them; undefined where the operator has not said. */
  responsible: { name: string; contact: string } | undefined;
  /** Host of the service of a model that gets what people ask. */
  modelHost: string | undefined;
  teams: boolean;
  whatsApp: boolean;
  /** After so many months without a word everything of a person is deleted; 0 is never. */
  months: number;
  filesDays: number;
}

/** The policy that a configuration makes. @param modelHost where the words of people are sent */
export function policyOf(config: Config, modelHost: string | undefined): Policy {
  const { RESPONSIBLE_NAME: name, RESPONSIBLE_CONTACT: contact } = config;
  return {
    responsible: name !== undefined && contact !== undefined ? { name, contact } : undefined,
    modelHost,
    teams: config.MICROSOFT_APP_ID !== undefined,
    whatsApp: config.WHATSAPP_TOKEN !== undefined,
    months: config.RETENTION_MONTHS ?? 0,
    filesDays: config.FILES_KEPT_DAYS,
  };
}

/**
 * The page on people's data and on the terms of use: who answers for the data, what is kept, why, who sees it, how
 * long, and which rights people have (Ley 1581 de 2012, arts. 8, 14 and 15; Decreto 1377 de 2013, art. 13).
 */
export function policyPage(policy: Policy, texts: Texts, assets: Assets): string {
  const { responsible, modelHost, months, filesDays } = policy;
  const t = (key: string, values = {}) => texts.t(`policy.${key}`, values);
  const section = (id: string, ...body: Html[]) =>
    html`<section id="${id}"><h2>${t(`${id}.title`)}</h2>${body}</section>`;
  const text = (key: string, values = {}) => html`<p>${t(key, values)}</p>`;
  const list = (...items: string[]) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const seen = [
    ...(policy.teams ? [t('seen.teams')] : []),
    ...(policy.whatsApp ? [t('seen.whatsapp')] : []),
    ...(modelHost === undefined ? [] : [t('seen.model', { host: modelHost })]),
  ];
  return readingPage(
    t('title'),
    texts,
    assets,
    html`<h1>${t('title')}</h1>
      ${text('about', { version: NOTICE_VERSION })}
      ${section('responsible', responsible ? text('responsible.text', responsible) : text('responsible.none'))}
      ${section('kept', list(...['words', 'plan', 'person', 'asked'].map((key) => t(`kept.${key}`))), text('kept.why'))}
      ${section('seen', text('seen.nobody'), seen.length > 0 ? list(...seen) : text('seen.local'))}
      ${section('time', list(t('time.plan', { months }), t('time.files', { days: filesDays }), t('time.deleted')))}
      ${section('rights', list(...['know', 'correct', 'delete', 'proof', 'complain'].map((key) => t(`rights.${key}`))), text('rights.how'), text('rights.when'))}
      ${section('terms', list(...['guide', 'labelled', 'yours', 'others', 'fair'].map((key) => t(`terms.${key}`))))}`,
  );
}
