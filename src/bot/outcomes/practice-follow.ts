import type { PracticeFormat } from '../../export/index.ts';
import { sameText } from '../../guide/describe.ts';
import { rememberingPlan } from '../../guide/undo.ts';
import type { Message } from '../../messages/message.ts';
import { applyPatch } from '../../plan/patch.ts';
import { type Practice, practiceOf } from '../../plan/practice.ts';
import { noteInPlan } from '../../plan/practice-note.ts';
import { recommend, scorePractice } from '../../plan/practice-score.ts';
import type { Plan } from '../../plan/schema.ts';
import { readCommand, readReport } from '../../understanding/index.ts';
import { remember } from '../answered.ts';
import type { Draft } from '../conversation.ts';
import { handed } from '../documents.ts';
import { type Services, todayIn } from '../services.ts';
import type { GoOn } from './outcome.ts';
import { citeCriteria, offerReport } from './practice.ts';

/** Hands the report of an evaluation over, or notes the practice in the plan. */
export const goOnWithPractice: GoOn = async (text, fresh, answers, draft, services) => {
  const texts = services.texts[draft.conversation.language];
  const practice = practiceOf(answers, draft.plan);
  const offered = (...keys: string[]) =>
    keys.some((key) => sameText(text, texts.t(`practice.choice.${key}`)));
  if (draft.plan && offered('write', 'note')) return writeDown(practice, draft.plan, draft, services);
  const format =
    formatAsked(text, fresh, draft, services) ??
    (offered('pdf') ? 'pdf' : offered('docx') ? 'docx' : undefined);
  return format && (await handOver(format, practice, draft, services));
};

/** The format asked for; right after the evaluation «en PDF» or «exportar» means it, later it must be named. */
function formatAsked(
  text: string,
  fresh: boolean,
  { conversation }: Draft,
  services: Services,
): PracticeFormat | undefined {
  const report = readReport(text);
  if (report) return report.format ?? 'docx';
  const command = fresh
    ? readCommand(text, { language: conversation.language, today: todayIn(services.clock) })
    : undefined;
  if (command?.type !== 'export' || command.edition !== undefined || /\bplan\b/i.test(text)) return undefined;
  if (command.format === undefined || command.format === 'docx') return 'docx';
  return command.format === 'pdf' ? 'pdf' : undefined;
}

async function handOver(
  format: PracticeFormat,
  practice: Practice,
  draft: Draft,
  services: Services,
): Promise<Message[]> {
  const texts = services.texts[draft.conversation.language];
  const advice = recommend(practice, scorePractice(practice));
  const cited = [
    ...(
      await citeCriteria(
        advice.map(({ criterion }) => criterion),
        draft,
        services,
      )
    ).values(),
  ];
  remember(draft, cited);
  const sources = [...Map.groupBy(cited, ({ url, quote }) => `${url} ${quote}`).values()].flatMap(
    ([one]) => one ?? [],
  );
  draft.begins?.('export');
  const common = { language: texts.language, today: todayIn(services.clock), sources };
  const file = await handed(texts, () =>
    services.documents.write({ ...common, of: 'practice', format, practice, plan: draft.plan }),
  );
  return [
    ...(file.type === 'file' ? [{ type: 'say' as const, text: texts.t('practice.done') }] : []),
    file,
    offerReport(practice, draft, texts, 'report'),
  ];
}

/** As an antecedent or as progress of its project, in a change that «deshacer» takes back. */
function writeDown(practice: Practice, plan: Plan, draft: Draft, services: Services): Message[] {
  const { conversation } = draft;
  const texts = services.texts[conversation.language];
  const today = todayIn(services.clock);
  const { patch, where } = noteInPlan(practice, plan, texts, today);
  const applied = applyPatch(plan, patch);
  if (!applied.ok)
    return [{ type: 'say', text: texts.t('practice.written.refused') }, offerReport(practice, draft, texts)];
  const { guide } = conversation;
  if (guide) conversation.guide = rememberingPlan({ state: guide, plan }, guide, applied.plan);
  draft.plan = applied.plan;
  draft.origins = [
    ...(draft.origins ?? []),
    ...patch.map(({ path }) => ({ under: path, how: 'shared' as const })),
  ];
  return [
    { type: 'say', text: texts.t(`practice.written.${where}`) },
    offerReport(practice, draft, texts, 'note'),
  ];
}
