import { drawPlan, type Picture, PLAN_PICTURES, pictureFile } from '../export/pictures/index.ts';
import { progressPicture } from '../export/pictures/progress.ts';
import { progressByStep } from '../guide/summary.ts';
import type { Message } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import type { PictureName } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

/** A picture of the plan, after the same in words; or what it needs, as long as the plan has nothing to show. */
export function showPicture(name: PictureName, { plan, conversation }: Draft, services: Services): Message[] {
  const texts = services.texts[conversation.language];
  if (!plan) return [{ type: 'say', text: texts.t('bot.export.no-plan') }];
  const picture = draw(name, plan, services, texts);
  if (!picture) return [{ type: 'say', text: texts.t('bot.picture.empty', { picture: name }) }];
  return [
    { type: 'say', text: `**${picture.title}**\n\n${picture.alt}` },
    { type: 'file', ...pictureFile(picture, texts.t(`bot.picture.file.${name}`)) },
  ];
}

function draw(
  name: PictureName,
  plan: Plan,
  services: Services,
  texts: Services['texts']['es'],
): Picture | undefined {
  const today = todayIn(services.clock);
  const known = PLAN_PICTURES.find((picture) => picture === name);
  if (!known) return progressPicture(progressByStep(services.workflow, { plan, texts, today }), texts);
  return drawPlan(known, plan, { texts, today, normName: () => undefined });
}
