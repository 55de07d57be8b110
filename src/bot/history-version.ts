import { changesBetween } from '../guide/changes.ts';
import { sameText } from '../guide/describe.ts';
import { madeAt, type PlanVersion } from '../guide/history.ts';
import { Move } from '../guide/move.ts';
import { summarise } from '../guide/summary.ts';
import { rememberingPlan } from '../guide/undo.ts';
import { whenOf } from '../guide/when.ts';
import type { Message } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import { readYesNo } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { goOn, type Past, tellingOf } from './history-list.ts';
import { type Services, todayIn } from './services.ts';
import { sessionOf } from './session.ts';

/** Most changes told at once. */
const TOLD = 10;
/** Longest answer, in words, to whether a version is to be brought back. */
const YES_OR_NO = 5;

/** The plan as a version has it, and what can be done with it. */
export async function showVersion(number: number, draft: Draft, services: Services): Promise<Past> {
  const found = await find(number, draft, services);
  const session = sessionOf(draft, services);
  if ('missing' in found || !session) return sayMissing(found, draft, services);
  const { texts } = session;
  const summary = summarise(new Move(services.workflow, { ...session, plan: found.version.plan }));
  const head = texts.t('history.version', namesOf(found.version, draft, services));
  return offering([head, summary].join('\n\n'), ['compare', 'restore'], number, draft, services);
}

/** What differs between a version and the plan as it stands, or another version. */
export async function compareVersions(
  number: number,
  other: number | undefined,
  draft: Draft,
  services: Services,
): Promise<Past> {
  const found = await find(number, draft, services);
  if ('missing' in found) return sayMissing(found, draft, services);
  const second = other === undefined ? undefined : await find(other, draft, services);
  if (second && 'missing' in second) return sayMissing(second, draft, services);
  const after = second ? second.version.plan : (draft.plan as Plan);
  const texts = services.texts[draft.conversation.language];
  const lines = linesOf(found.version.plan, after, 'did', draft, services);
  const params = { ...namesOf(found.version, draft, services), other: other ?? 0 };
  if (lines.length === 0)
    return offering(texts.t('history.compare.same', params), [], number, draft, services);
  const text = [texts.t('history.compare', params), ...lines].join('\n');
  return offering(text, ['restore'], number, draft, services);
}

/** Says what bringing a version back would change, and asks. @param number -1 for the one before the last change */
export async function offerRestore(number: number, draft: Draft, services: Services): Promise<Past> {
  const { conversation } = draft;
  const texts = services.texts[conversation.language];
  const found = await find(number, draft, services);
  if ('missing' in found) return sayMissing(found, draft, services);
  const { version, last } = found;
  const params = { ...namesOf(version, draft, services), last };
  const lines = linesOf(draft.plan as Plan, version.plan, 'would', draft, services);
  if (lines.length === 0)
    return offering(texts.t('history.restore.same', params), [], version.number, draft, services);
  conversation.restoring = version.number;
  const text = [
    texts.t('history.restore.would', params),
    ...lines,
    '',
    texts.t('history.restore.confirm', params),
  ];
  const choices = ['yes', 'no'].map((key) => {
    const label = texts.t(`history.restore.${key}`, { number: version.number });
    return { label, value: label };
  });
  return { said: [{ type: 'ask', text: text.join('\n'), choices }], goesOn: false };
}

/** The answer to whether a version is to be brought back. Anything else leaves the plan as it is. */
export async function decideRestore(
  text: string,
  draft: Draft,
  services: Services,
): Promise<Past | undefined> {
  const { conversation, plan } = draft;
  const number = conversation.restoring;
  if (number === undefined) return undefined;
  delete conversation.restoring;
  const texts = services.texts[conversation.language];
  const short = text.split(/\s+/).length <= YES_OR_NO;
  const answer = short
    ? readYesNo(text, { language: conversation.language, today: todayIn(services.clock) })
    : undefined;
  const yes = sameText(text, texts.t('history.restore.yes', { number })) || (answer?.ok && answer.value);
  const no = sameText(text, texts.t('history.restore.no')) || (answer?.ok && !answer.value);
  if (no) return { said: [{ type: 'say', text: texts.t('history.restore.kept') }], goesOn: true };
  if (!yes || !plan) return undefined;
  const found = await find(number, draft, services);
  if ('missing' in found) return sayMissing(found, draft, services);
  restore(found.version, plan, draft);
  const say = texts.t('history.restored', { number, made: found.last + 1 });
  return { said: [{ type: 'say', text: say }], goesOn: true };
}

/** Puts a version in the place of the plan, to be kept as a new one; the plan's id and language stay its own. */
function restore({ plan: old, number }: PlanVersion, plan: Plan, draft: Draft): void {
  const { conversation } = draft;
  const { provenance, lastChange: _lastChange, ...content } = old;
  const restored: Plan = { ...content, id: plan.id, language: plan.language };
  draft.origins = [
    ...(draft.origins ?? []),
    { under: '', how: 'restored', version: number, ...(provenance && { from: provenance }) },
  ];
  draft.plan = restored;
  if (!conversation.guide) return;
  const { pending: _pending, ...state } = conversation.guide;
  conversation.guide = rememberingPlan({ state: conversation.guide, plan }, state, restored);
}

type Found = { version: PlanVersion; last: number } | { missing: number; last: number };

async function find(number: number, { plan }: Draft, services: Services): Promise<Found> {
  const versions = plan ? await services.versions(plan.id) : [];
  const last = versions.at(-1)?.number ?? 0;
  const version = number < 0 ? versions.at(number - 1) : versions.find((one) => one.number === number);
  return version ? { version, last } : { missing: number, last };
}

function sayMissing(found: Found, { conversation }: Draft, services: Services): Past {
  const texts = services.texts[conversation.language];
  const number = 'missing' in found ? found.missing : 0;
  const text =
    number < 0
      ? texts.t('history.no-earlier')
      : texts.t('history.no-version', {
          number,
          last: found.last,
          gone: number <= found.last ? 'yes' : 'no',
        });
  return { said: [{ type: 'say', text }], goesOn: true };
}

function linesOf(
  before: Plan,
  after: Plan,
  tense: 'would' | 'did',
  draft: Draft,
  services: Services,
): string[] {
  const changes = changesBetween(before, after, tellingOf(draft, services), tense);
  const more = changes.length - TOLD;
  const texts = services.texts[draft.conversation.language];
  const rest = more > 0 ? [`- ${texts.t('history.lines.more', { more })}`] : [];
  return [...changes.slice(0, TOLD).map(({ line }) => `- ${line}`), ...rest];
}

function namesOf(version: PlanVersion, { conversation }: Draft, services: Services) {
  const texts = services.texts[conversation.language];
  const when = whenOf(madeAt(version), todayIn(services.clock), texts);
  const { who } = version.plan.lastChange ?? {};
  return { number: version.number, when, who: who ?? '', named: who === undefined ? 'no' : 'yes' };
}

function offering(
  text: string,
  offers: readonly ('compare' | 'restore')[],
  number: number,
  draft: Draft,
  services: Services,
): Past {
  const texts = services.texts[draft.conversation.language];
  const labels = [...offers.map((key) => texts.t(`history.offer.${key}`, { number })), goOn(draft, services)];
  const message: Message = { type: 'say', text, choices: labels.map((label) => ({ label, value: label })) };
  return { said: [message], goesOn: false };
}
