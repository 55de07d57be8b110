import type { Practice } from '../../plan/practice.ts';
import type { Plan } from '../../plan/schema.ts';
import { formatDate } from '../../text/format.ts';
import { numbered, sourcesSection } from '../chapters/common.ts';
import { numberFigures } from '../figures.ts';
import { countPending, type ExportContext } from '../lines.ts';
import type { Cover, ExportSource, Line, Outline } from '../model.ts';
import { answersSection, criteriaSection, indicatorsSection, practiceSection } from './answers.ts';
import { adviceSection, pendingSection, resultSection } from './result.ts';

/**
 * The evaluation of a practice as a document, free of any file format: what it was, the score with its radar, the
 * sixteen criteria, the indicators before and after, what to do, and in annexes each answer, what is still to be
 * found out and the sources. Blanks are marked as pending.
 * @param plan whose entity evaluates, where there is one
 */
export function practiceOutline(
  practice: Practice,
  plan: Plan | undefined,
  context: ExportContext,
  sources: readonly ExportSource[],
): Outline {
  const { texts } = context;
  const main = numbered(
    [
      practiceSection(practice, context),
      resultSection(practice, context),
      criteriaSection(practice, context),
      indicatorsSection(practice, context),
      adviceSection(practice, context),
    ],
    1,
  );
  const annex = [
    ...answersSection(practice, context),
    ...pendingSection(practice, context),
    sourcesSection(sources, context, 'practice.report'),
  ];
  const pending = countPending([...main, ...annex]);
  const name = practice.name ?? texts.t('practice.unnamed');
  const title = texts.t('practice.report.title', { name });
  return {
    language: texts.language,
    title,
    subject: texts.t('practice.report.document'),
    description: texts.t('practice.report.description'),
    author: plan?.entity.name ?? texts.t('export.product'),
    cover: cover(practice, plan, context, pending),
    parts: numberFigures(
      [
        { title: texts.t('practice.report.part.result'), sections: main },
        { title: texts.t('export.part.annex'), sections: annex },
      ],
      texts,
    ),
    pending,
    draft: pending > 0,
  };
}

function cover(
  practice: Practice,
  plan: Plan | undefined,
  { texts, today }: ExportContext,
  pending: number,
): Cover {
  const line = (key: string, text: string | undefined): Line => {
    const label = texts.t(key);
    return text === undefined ? { label, text: texts.t('export.pending'), pending: true } : { label, text };
  };
  const entity = plan?.entity.name;
  return {
    document: texts.t('practice.report.document'),
    // «Pendiente» in large letters helps nobody.
    title: { text: practice.name ?? texts.t('practice.unnamed') },
    entity: entity === undefined ? line('export.label.entity', undefined) : { text: entity },
    ...(plan?.entity.kind && { kind: texts.t(`guide.term.entityKind.${plan.entity.kind}`) }),
    facts: [
      line('practice.report.when', practice.when),
      line('export.label.generated', formatDate(today, texts.language)),
      line('practice.report.route', texts.t(`practice.report.route.${practice.route}`)),
    ],
    ...(pending > 0 && { draft: texts.t('practice.report.draft', { pending }) }),
    signature: {
      heading: texts.t('practice.report.signature'),
      name: line('export.signature.name', undefined),
      post: line('export.signature.post', undefined),
      sign: texts.t('export.signature.sign'),
      date: texts.t('export.signature.date'),
    },
  };
}
