import { type Passage, passage } from '../plan/origin.ts';
import type { Texts } from '../text/locales.ts';
import { guideList, type ListEntry, type ListName, listSource } from './lists.ts';

/** Entries of a list, those inside another among them: objectives of a reason, indicators of a group. */
function flat(list: ListName): ListEntry[] {
  const inner = (entry: ListEntry & { objectives?: ListEntry[]; indicators?: ListEntry[] }) => [
    entry,
    ...(entry.objectives ?? []),
    ...(entry.indicators ?? []),
  ];
  return (guideList(list) as ListEntry[]).flatMap(inner);
}

/**
 * The passages of the guide that a choice from one of its own lists rests on, one an entry, word for word.
 * @param ids of the entries that were chosen; others are passed over
 */
export function fromGuide(list: ListName, ids: readonly (string | undefined)[], texts: Texts): Passage[] {
  const chosen = flat(list).filter(({ id }) => ids.includes(id));
  if (chosen.length === 0) return [];
  const document = listSource(list).split('_')[0] ?? '';
  return chosen.map(({ text }) =>
    passage({
      title: texts.t('history.guide.title'),
      kind: texts.t('answer.kind.official-guide'),
      date: '2025',
      section: texts.t(`history.guide.list.${list}`),
      url: `/fuentes/${document}`,
      quote: text,
    }),
  );
}
