import type { FieldContext } from '../../../src/guide/definition.ts';
import { showPerson } from '../../../src/guide/fields.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import type { Person } from '../../../src/plan/values.ts';
import { listFormat, REGION } from '../../../src/text/formatters.ts';
import { enumerate, inline, namesIn } from '../../../src/text/inline.ts';
import type { Language } from '../../../src/text/locales.ts';
import { rememberedWith } from '../../../src/text/remembered.ts';
import { isBody, withArticle } from '../../../src/text/spanish.ts';

/** Statements told in one sentence, and the longest that is told in one, in characters. */
const TOLD = 3;
const LONGEST = 110;

/** The parts in one sentence, the first few of them; undefined where there is none short enough. */
export function together(
  parts: readonly (string | undefined)[],
  ctx: FieldContext,
  most = TOLD,
): string | undefined {
  const short = parts.flatMap((part) =>
    part !== undefined && part !== '' && part.length <= LONGEST ? [part] : [],
  );
  return short.length > 0 ? enumerate([...new Set(short)].slice(0, most), ctx.texts.language) : undefined;
}

/** Statements of the official as parts of a sentence. */
export function statements(
  list: readonly string[] | undefined,
  ctx: FieldContext,
  most = TOLD,
): string | undefined {
  const names = namesOf(ctx.plan);
  return together(
    (list ?? []).map((one) => inline(one, names)),
    ctx,
    most,
  );
}

/** One statement as a part of a sentence. */
export function statement(text: string | undefined, ctx: FieldContext): string | undefined {
  return text === undefined ? undefined : statements([text], ctx);
}

/** Words that the plan writes with a capital inside its sentences, and the names of its places. */
const namesOf = rememberedWith((plan: Plan): ReadonlySet<string> => {
  const { profile, governance, projects = [], strategy, entity } = plan;
  const told = [
    ...(profile.antecedents ?? []),
    ...(profile.opportunities ?? []),
    ...(profile.needs ?? []),
    ...(governance.stakeholders ?? []).map(({ name }) => name),
    ...(strategy.axes ?? []).map(({ name }) => name),
    ...projects.flatMap(({ partners = [], actors = [] }) => [...partners, ...actors]),
  ];
  return namesIn([...told, `en ${entity.name ?? ''}`, `en ${entity.department ?? ''}`]);
});

/** A title between quotation marks, with a capital. */
export function quoted(name: string): string {
  return `«${name.charAt(0).toUpperCase()}${name.slice(1)}»`;
}

/** Quoted titles in one sentence. */
export function titles(
  names: readonly string[] | undefined,
  ctx: FieldContext,
  most = 6,
): string | undefined {
  const all = (names ?? []).slice(0, most).map(quoted);
  // The marks already tell where each title ends.
  return all.length > 0 ? listed(all, ctx.texts.language) : undefined;
}

function listed(parts: readonly string[], language: Language): string {
  return listFormat(REGION[language], { type: 'conjunction' }).format(parts);
}

/** Names of networks in one sentence: what they have inside divides nothing. */
export function networkNames(names: readonly string[], ctx: FieldContext, most = 2): string | undefined {
  const some = [...new Set(names)].slice(0, most);
  return some.length > 0 ? listed(some, ctx.texts.language) : undefined;
}

/** Bodies and groups with their articles, in one sentence. */
export function bodies(
  names: readonly string[] | undefined,
  ctx: FieldContext,
  most = TOLD,
): string | undefined {
  return together(
    (names ?? []).map((name) => body(name, ctx)),
    ctx,
    most,
  );
}

/** A body or a group with its article. A name of which only its owner knows what it is stays as it was written. */
export function body(name: string, ctx: FieldContext): string {
  const [first = '', second = ''] = name.split(' ');
  const plural = /(?:as|es|os)$/.test(first) && !/^\p{Lu}/u.test(second);
  const common = isBody(first) || plural || /^\p{Ll}/u.test(first);
  // A capital further on says that the whole is a name: «Cámara de Comercio».
  const named = /\s\p{Lu}/u.test(name) || /^\p{Lu}{2}/u.test(first);
  const told = common && !named ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  if (ctx.texts.language === 'es') return withArticle(told);
  return common && !/^(?:the|a|an|el|la|los|las|our|its)\s/.test(told) ? `the ${told}` : told;
}

/** Someone who answers for something, by name, or by post with its article. */
export function person(who: Person | undefined, { texts }: FieldContext): string | undefined {
  if (who === undefined || who.name !== undefined || who.post === undefined) return who && showPerson(who);
  const post = who.post.charAt(0).toLowerCase() + who.post.slice(1);
  return texts.language === 'es' ? withArticle(post) : `the ${post}`;
}
