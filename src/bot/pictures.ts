import { type PictureJob, PLAN_PICTURES } from '../export/index.ts';
import { progressByStep } from '../guide/summary.ts';
import type { Message } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import type { PictureName } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { makeOrTell } from './documents.ts';
import { type Services, todayIn } from './services.ts';

/** A picture of the plan, after the same in words; or what it needs, as long as the plan has nothing to show. */
export async function showPicture(
  name: PictureName,
  { plan, conversation }: Draft,
  services: Services,
): Promise<Message[]> {
  const texts = services.texts[conversation.language];
  if (!plan) return [{ type: 'say', text: texts.t('bot.export.no-plan') }];
  const drawn = await makeOrTell(texts, () => services.documents.draw(jobOf(name, plan, services, texts)));
  if (!drawn.ok) return [drawn.told];
  const picture = drawn.made;
  if (!picture) return [{ type: 'say', text: texts.t('bot.picture.empty', { picture: name }) }];
  return [
    { type: 'say', text: `**${picture.title}**\n\n${picture.alt}` },
    { type: 'file', ...picture.file },
  ];
}

function jobOf(picture: PictureName, plan: Plan, services: Services, texts: Texts): PictureJob {
  const today = todayIn(services.clock);
  const name = texts.t(`bot.picture.file.${picture}`);
  const common = { name, today, language: texts.language };
  const known = PLAN_PICTURES.find((one) => one === picture);
  if (known) return { ...common, of: known, plan };
  return { ...common, of: 'progress', steps: progressByStep(services.workflow, { plan, texts, today }) };
}
