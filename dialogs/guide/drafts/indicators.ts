import type { FieldContext } from '../../../src/guide/definition.ts';
import { capitalise } from '../../../src/text/inline.ts';
import { fittingIndicators } from '../parts/measures.ts';
import { type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { projectAt, projectThemes } from './item-facts.ts';

/** One that tells the change in the territory, in words of its own, and one of the guide's; then others of the guide's. */
export const projectIndicators: Rule = (ctx) => {
  const project = projectAt(ctx);
  if (!project) return { proposals: [], lacks: ['projects'] };
  const themes = projectThemes(project, ctx);
  const facts = factsOf(ctx);
  const own = themes
    .slice(0, 1)
    .flatMap(({ id }) => sentence(`theme.${id}.measure`, facts, ctx) ?? [])
    .map((name) => measure(name));
  // The guide's list is in Spanish and is not translated.
  const guides =
    ctx.texts.language === 'es'
      ? fittingIndicators(
          project.dimension,
          themes.flatMap(({ indicators }) => indicators),
        ).map(({ id, text }) => measure(text, id))
      : [];
  const proposals = [[...own, ...guides.slice(0, 1)], guides.slice(1, 3)].filter((some) => some.length > 0);
  return { proposals, lacks: proposals.length > 0 ? [] : ['projects.*.object', 'projects.*.dimension'] };
};

/** Nobody but the official knows where it stands today. */
function measure(name: string, guide?: string) {
  return { name, baseline: 'pending' as const, ...(guide === undefined ? {} : { guide }) };
}

const COUNTS = /^(?:n[uú]mero de (?:nuev[oa]s )?|number of (?:new )?)?(\p{L}+)/iu;

/** What an indicator counts, when its name begins with it: «Número de convenios…» counts «Convenios». */
export const indicatorUnit: Rule = ({ plan, item }: FieldContext) => {
  const name = plan.indicators?.find(({ id }) => id === item)?.name ?? '';
  const counted = COUNTS.exec(name)?.[1];
  return counted?.endsWith('s')
    ? { proposals: [capitalise(counted.toLowerCase())], lacks: [] }
    : { proposals: [], lacks: [] };
};
