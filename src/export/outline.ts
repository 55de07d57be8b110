import { findingText } from '../plan/finding.ts';
import { checkRules } from '../plan/rules.ts';
import type { Plan } from '../plan/schema.ts';
import { formatDate } from '../text/format.ts';
import { agreementChapters } from './chapters/agreement.ts';
import { numbered, sourcesSection } from './chapters/common.ts';
import { diagnosisChapters } from './chapters/diagnosis.ts';
import { followUpChapters } from './chapters/follow-up.ts';
import { operationChapters } from './chapters/operation.ts';
import { strategyChapters } from './chapters/strategy.ts';
import { numberFigures } from './figures.ts';
import { countPending, dateRange, type ExportContext, personLine } from './lines.ts';
import type { Block, Cover, ExportSource, Line, Outline, Section } from './model.ts';
import { provenanceSection } from './provenance.ts';

/**
 * The plan as a document, free of any file format: cover, the strategic and the operational part by chapter in
 * the order of the guide's fifteen steps, what is left to check, and the sources. Every rendering (Word, PDF)
 * is made from this, so that all of them say the same. Blanks become lines marked as pending.
 */
export function buildOutline(plan: Plan, context: ExportContext, sources: readonly ExportSource[]): Outline {
  const { texts } = context;
  const strategic = [
    ...agreementChapters(plan, context),
    ...diagnosisChapters(plan, context),
    ...strategyChapters(plan, context),
  ];
  const operational = [...operationChapters(plan, context), ...followUpChapters(plan, context)];
  const isPublic = context.edition === 'public';
  const parts = [
    { title: texts.t('export.part.strategic'), sections: numbered(strategic, 1) },
    ...(isPublic
      ? []
      : [
          {
            title: texts.t('export.part.operational'),
            sections: numbered(operational, strategic.length + 1),
          },
        ]),
  ];
  const pending = countPending(isPublic ? strategic : [...strategic, ...operational]);
  const findings = checkRules(plan);
  const provenance = isPublic ? undefined : provenanceSection(plan, context);
  const annex = [
    ...(isPublic ? [] : [findingsSection(findings, context)]),
    sourcesSection(sources, context),
    ...(provenance ? [provenance] : []),
  ];
  const draft = pending > 0 || findings.some((f) => f.severity === 'error');
  return {
    language: texts.language,
    title: plan.title ?? texts.t('export.document'),
    subject: texts.t('export.document'),
    description: texts.t('export.description'),
    author: plan.entity.name ?? texts.t('export.product'),
    cover: cover(plan, context, draft, pending),
    parts: numberFigures([...parts, { title: texts.t('export.part.annex'), sections: annex }], texts),
    pending,
    draft,
  };
}

function cover(plan: Plan, context: ExportContext, draft: boolean, pending: number): Cover {
  const { texts, today } = context;
  const { entity, commitment } = plan;
  const line = (label: string, text: string | undefined): Line =>
    text === undefined ? { label, text: texts.t('export.pending'), pending: true } : { label, text };
  return {
    // Without a title the kind of document stands in its place: «pendiente» in large letters helps nobody.
    ...(plan.title !== undefined && { document: texts.t('export.document') }),
    title: { text: plan.title ?? texts.t('export.document') },
    entity:
      entity.name === undefined ? line(texts.t('export.label.entity'), undefined) : { text: entity.name },
    ...(entity.kind && { kind: texts.t(`guide.term.entityKind.${entity.kind}`) }),
    facts: [
      ...(entity.kind === 'department' ? [] : [line(texts.t('export.label.department'), entity.department)]),
      line(texts.t('export.label.period'), dateRange(plan, context)),
      line(texts.t('export.label.generated'), formatDate(today, texts.language)),
      line(texts.t('export.label.edition'), texts.t(`export.edition.${context.edition ?? 'internal'}`)),
    ],
    ...(draft && { draft: draftNote(context, pending) }),
    signature: {
      heading: texts.t('export.signature.heading'),
      name: line(texts.t('export.signature.name'), commitment.sponsor?.name),
      post: line(texts.t('export.signature.post'), commitment.sponsor?.post),
      sign: texts.t('export.signature.sign'),
      date: texts.t('export.signature.date'),
    },
    ...(plan.resources.head && {
      prepared: { label: texts.t('export.label.prepared'), text: personLine(plan.resources.head) },
    }),
  };
}

/** What the cover says of a draft: what a presentable plan still lacks matters more than every blank. */
function draftNote({ texts, missing, edition }: ExportContext, pending: number): string {
  if (edition === 'public' && pending === 0) return texts.t('export.draft.public');
  // What is essential is counted over the whole plan, and the public edition shows a part of it.
  if (missing === undefined || pending === 0 || edition === 'public')
    return texts.t('export.draft', { pending });
  return texts.t('export.draft.essentials', { missing });
}

function findingsSection(findings: ReturnType<typeof checkRules>, { texts }: ExportContext): Section {
  const title = texts.t('export.chapter.findings');
  if (findings.length === 0)
    return {
      title,
      blocks: [{ kind: 'prose', lines: [{ text: texts.t('export.noFindings') }] }],
      sections: [],
    };
  const table: Block = {
    kind: 'table',
    caption: texts.t('export.table.findings'),
    columns: [
      { title: texts.t('export.column.severity'), weight: 2 },
      { title: texts.t('export.column.finding'), weight: 9 },
    ],
    rows: findings.map((f) => [
      [{ text: texts.t(`export.severity.${f.severity}`) }],
      [{ text: findingText(f, texts) }],
    ]),
  };
  return { title, blocks: [{ kind: 'note', text: texts.t('export.findingsNote') }, table], sections: [] };
}
