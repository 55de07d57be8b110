import type { Draft } from './drafts.ts';
import type { LayoutProfile } from './profiles.ts';
import { isTitleLike, isUpperCase, numbering } from './shapes.ts';

/** One or two titles in a row are headings; more are the rows of a table or figure, and so are questions in a row. */
export function markHeadings(drafts: Draft[], profile: LayoutProfile): void {
  let index = 0;
  while (index < drafts.length) {
    let stop = index;
    while (canBeTitle(drafts[stop], profile) && (stop === index || !drafts[stop]?.pageStart)) stop++;
    const run = drafts.slice(index, stop);
    const asked = index > 0 && run.length > 0 && isQuestion(drafts[index - 1]) && isQuestion(run[0]);
    const questions = run.filter(isQuestion).length;
    const headings = run.length <= 2 && questions < 2 && !asked ? run.length : leadingHeadings(run);
    run.forEach((draft, at) => {
      const named =
        profile.parts?.test(draft.content.text) || (numbering(draft.content.text) && !isListed(run, at));
      draft.kind = (at < headings && !isListed(run, at)) || named ? 'heading' : 'row';
    });
    index = Math.max(stop, index + 1);
  }
}

function isQuestion(draft: Draft | undefined): boolean {
  return draft?.content.text.endsWith('?') ?? false;
}

/** Whether a numbered title stands right before or after its neighbour in number: then it lists, and heads nothing. */
function isListed(run: readonly Draft[], at: number): boolean {
  const numberAt = (index: number) => numbering(run[index]?.content.text ?? '')?.join('.');
  const own = Number(numberAt(at));
  return own > 0 && (numberAt(at + 1) === String(own + 1) || numberAt(at - 1) === String(own - 1));
}

function leadingHeadings(run: readonly Draft[]): number {
  const first = run[0];
  return first && (isUpperCase(first.content.text) || first.pageStart) ? 1 : 0;
}

function canBeTitle(draft: Draft | undefined, profile: LayoutProfile): boolean {
  if (!draft || draft.kind === 'row') return false;
  const { text } = draft.content;
  if (profile.parts?.test(text)) return true;
  if (draft.kind === 'item')
    return numbering(text) !== undefined && isTitleLike(text) && (draft.gap > 0 || draft.pageStart);
  return (
    (isTitleLike(text) && !(draft.full && text.length > 40)) || (isUpperCase(text) && text.length <= 140)
  );
}
