import { guideList } from '../../guide/lists.ts';
import type { Choice, Citation, Message } from '../../messages/message.ts';
import { type Criterion, type Practice, practiceOf } from '../../plan/practice.ts';
import {
  type CriterionScore,
  type PracticeScore,
  type Recommendation,
  recommend,
  scorePractice,
} from '../../plan/practice-score.ts';
import { changeText, criterionAndPoints, criterionName, indicatorName } from '../../plan/practice-words.ts';
import type { Texts } from '../../text/locales.ts';
import { show } from '../answered.ts';
import type { Draft } from '../conversation.ts';
import { makeOrTell } from '../documents.ts';
import { type Services, todayIn } from '../services.ts';
import type { Conclude } from './outcome.ts';

/** Recommendations and criteria named in the chat; the report has them all. */
const RECOMMENDED = 3;
const NAMED = 5;

/** The score, what is strong and weak, three things to do with their sources, the radar, and the report on offer. */
export const concludePractice: Conclude = async (answers, draft, services) => {
  const { conversation, plan } = draft;
  const texts = services.texts[conversation.language];
  const practice = practiceOf(answers, plan);
  const score = scorePractice(practice);
  const advice = recommend(practice, score).slice(0, RECOMMENDED);
  const citations = await citeCriteria(
    advice.map(({ criterion }) => criterion),
    draft,
    services,
  );
  const text = [
    heading(practice, score, texts),
    ...strengthsAndWeak(score, texts),
    ...figures(practice, texts),
    adviceText(advice, citations, practice, texts),
  ].join('\n\n');
  const cited = [...new Set(citations.values())];
  const said = show(
    { text, citations: cited, offers: [] },
    { question: texts.t('practice.question'), previous: undefined, found: true, given: cited },
    draft,
  );
  return [said, ...(await radar(practice, texts, services)), offerReport(practice, draft, texts)];
};

/** The criteria as a picture; none as long as too few have a score. */
async function radar(practice: Practice, texts: Texts, services: Services): Promise<Message[]> {
  const today = todayIn(services.clock);
  const name = texts.t('practice.picture.file');
  const drawn = await makeOrTell(texts, () =>
    services.documents.draw({ of: 'practice', practice, name, today, language: texts.language }),
  );
  if (!drawn.ok) return [drawn.told];
  return drawn.made ? [{ type: 'file', ...drawn.made.file }] : [];
}

/**
 * What can be done with an evaluation; a note in the plan is on offer where there is one.
 * @param after what was just done with it: said again, the offer is short
 */
export function offerReport(
  practice: Practice,
  { plan, conversation }: Draft,
  texts: Texts,
  after?: 'report' | 'note',
): Message {
  const note = texts.t(practice.project === undefined ? 'practice.choice.write' : 'practice.choice.note');
  const values = [
    texts.t('practice.choice.docx'),
    texts.t('practice.choice.pdf'),
    ...(plan && after !== 'note' ? [note] : []),
    texts.t('practice.choice.another'),
    texts.t(conversation.guide && plan ? 'engine.choice.go-on' : 'bot.choice.start'),
  ];
  const choices = values.map((value): Choice => ({ label: value, value }));
  const text = after
    ? texts.t('practice.offer.again')
    : texts.t('practice.offer', { plan: plan ? 'yes' : 'no' });
  return { type: 'say', text, choices };
}

/**
 * Where the guide describes each criterion: its passage, found by the criterion's own words and numbered from 1.
 * Criteria of which nothing is found are left out.
 */
export async function citeCriteria(
  criteria: readonly Criterion[],
  { conversation }: Draft,
  { answerer }: Services,
): Promise<Map<Criterion, Citation>> {
  const cited = new Map<Criterion, Citation>();
  for (const criterion of criteria) {
    const entry = guideList('criteria').find(({ id }) => id === criterion);
    if (!entry) continue;
    const topic = `criterios cualitativos ${entry.text} ${entry.definition.text}`;
    const [citation] = (await answerer.sources(topic, conversation.language))?.citations ?? [];
    if (citation) cited.set(criterion, { ...citation, n: cited.size + 1 });
  }
  return cited;
}

function heading({ name, route }: Practice, score: PracticeScore, texts: Texts): string {
  const { overall, scored, counted, asked, pending } = score;
  const title = texts.t('practice.title', { name: name ?? texts.t('practice.unnamed') });
  if (overall === undefined) return `**${title}**\n\n${texts.t('practice.score.none')}`;
  const lines = [texts.t('practice.score', { overall, scored, counted, asked })];
  if (pending > 0) lines.push(texts.t('practice.score.pending', { pending }));
  if (route === 'quick') lines.push(texts.t('practice.score.quick'));
  return `**${title}**\n\n${lines.join(' ')}`;
}

function strengthsAndWeak({ criteria }: PracticeScore, texts: Texts): string[] {
  const named = (level: CriterionScore['level'], key: string): string[] => {
    const found = criteria
      .filter((one) => one.level === level)
      .toSorted((a, b) => (level === 'weak' ? (a.share ?? 0) - (b.share ?? 0) : 0));
    if (found.length === 0) return [];
    const shown = found.slice(0, NAMED).map((one) => criterionAndPoints(one, texts));
    const more = found.length > NAMED ? [texts.t('practice.more', { count: found.length - NAMED })] : [];
    return [`**${texts.t(key)}:** ${[...shown, ...more].join('; ')}.`];
  };
  return [...named('strong', 'practice.strengths'), ...named('weak', 'practice.weak')];
}

function figures({ indicators }: Practice, texts: Texts): string[] {
  if (indicators.length === 0) return [];
  const lines = indicators.map((indicator) => {
    const told = indicator.change ? changeText(indicator.change, texts) : texts.t('practice.change.pending');
    return `- ${indicatorName(indicator, texts)}: ${told}`;
  });
  return [[`**${texts.t('practice.figures')}**`, ...lines].join('\n')];
}

function adviceText(
  advice: readonly Recommendation[],
  citations: ReadonlyMap<Criterion, Citation>,
  practice: Practice,
  texts: Texts,
): string {
  if (advice.length === 0)
    return texts.t(
      Object.keys(practice.criteria).length > 0 ? 'practice.advice.none' : 'practice.advice.open',
    );
  const lines = advice.map(({ criterion, tasks }, i) => {
    const [task] = tasks;
    const mark = citations.get(criterion);
    const words = task ? texts.t(`practice.task.${criterion}-${task.question}`) : '';
    return `${i + 1}. **${criterionName(criterion, texts)}:** ${words}${mark ? ` [${mark.n}]` : ''}`;
  });
  return [`**${texts.t('practice.advice')}**`, ...lines].join('\n');
}
