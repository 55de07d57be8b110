import type { FileMessage } from '../../messages/message.ts';
import type { Plan } from '../../plan/schema.ts';
import type { PlanPicture } from '../formats.ts';
import type { ExportContext } from '../lines.ts';
import { budgetPicture } from './budget.ts';
import { ganttPicture } from './gantt.ts';
import type { DrawPlan, Picture } from './picture.ts';
import { pictureToPng } from './png.ts';
import { reviewPicture } from './review.ts';
import { stakeholdersPicture } from './stakeholders.ts';
import { swotPicture } from './swot.ts';

export type { Picture } from './picture.ts';

const DRAW: Record<PlanPicture, DrawPlan> = {
  gantt: ganttPicture,
  swot: swotPicture,
  stakeholders: stakeholdersPicture,
  budget: budgetPicture,
  review: reviewPicture,
};

/** One of the pictures of a plan; undefined when the plan has nothing to show in it yet. */
export function drawPlan(picture: PlanPicture, plan: Plan, context: ExportContext): Picture | undefined {
  return DRAW[picture](plan, context);
}

/** A picture as a file to send on its own, with its title drawn above it. `name` goes without an ending. */
export function pictureFile(picture: Picture, name: string): Omit<FileMessage, 'type'> {
  return {
    name: `${name}.png`,
    contentType: 'image/png',
    content: pictureToPng(picture, { titled: true }),
  };
}
