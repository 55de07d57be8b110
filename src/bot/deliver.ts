import { EDITED_FORMATS, EXPORT_FORMATS, type ExportFormat } from '../export/index.ts';
import type { Request } from '../guide/output.ts';
import { countMissing } from '../guide/summary.ts';
import type { Choice, Message } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import type { Draft } from './conversation.ts';
import { makeOrTell } from './documents.ts';
import { type Services, todayIn } from './services.ts';

/** The format that a person gets who names none. */
const USUAL: ExportFormat = 'docx';

/** Hands the plan over as a file. Whoever named no format gets the usual one, with the others on offer. */
export async function deliver(
  asked: Extract<Request, { type: 'export' }>,
  draft: Draft,
  services: Services,
): Promise<Message[]> {
  const { plan, conversation } = draft;
  const texts = services.texts[conversation.language];
  if (!plan) return [{ type: 'say', text: texts.t('bot.export.no-plan') }];
  const known = EXPORT_FORMATS.find((format) => format === (asked.format ?? USUAL));
  const format = known ?? USUAL;
  // Nothing can be put in a calendar without a date.
  if (format === 'ics' && !hasDates(plan)) return [{ type: 'say', text: texts.t('export.done.no-dates') }];
  const today = todayIn(services.clock);
  draft.begins?.('export');
  const file = await makeOrTell(texts, () =>
    services.documents.write({
      of: 'plan',
      format,
      plan,
      language: conversation.language,
      today,
      missing: countMissing(services.workflow, { plan, texts, today }),
      sources: conversation.cited,
      norms: Object.fromEntries(services.norms.norms.map(({ id, label }) => [id, label])),
      ...(asked.edition && { edition: asked.edition }),
    }),
  );
  if (!file.ok) return [file.told, offer(texts)];
  const text = known ? done(format, asked.edition, texts) : unavailable(asked.format ?? '', texts);
  const usual = asked.format === undefined && asked.edition === undefined;
  return [{ type: 'say', text }, { type: 'file', ...file.made }, ...(usual ? [offer(texts)] : [])];
}

function done(format: ExportFormat, edition: 'public' | 'internal' | undefined, texts: Texts): string {
  if (!EDITED_FORMATS.includes(format)) return texts.t(`export.done.${format}`);
  return texts.t(edition === 'public' ? 'export.done.public' : 'bot.export.done');
}

function unavailable(format: string, texts: Texts): string {
  const offered = EXPORT_FORMATS.map((one) => texts.t(`bot.format.${one}`)).join(', ');
  return texts.t('bot.export.unavailable', { format: format.toUpperCase(), offered });
}

/** The other ways to have the plan, and going on with it. */
function offer(texts: Texts): Message {
  const choice = (label: string, value: string): Choice => ({ label: texts.t(label), value: texts.t(value) });
  return {
    type: 'say',
    text: texts.t('export.offer'),
    choices: [
      choice('export.offer.public', 'export.offer.public.say'),
      ...EXPORT_FORMATS.filter((format) => format !== USUAL).map((format) =>
        choice(`bot.format.${format}`, `export.offer.${format}.say`),
      ),
      choice('engine.choice.go-on', 'engine.choice.go-on'),
    ],
  };
}

function hasDates({ projects, followUp }: Plan): boolean {
  const milestones = (projects ?? []).flatMap((project) => project.milestones ?? []);
  const recorded = [...(followUp.progress ?? []), ...(followUp.revisions ?? [])];
  return recorded.length > 0 || milestones.some(({ date }) => date !== undefined);
}
