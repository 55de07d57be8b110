import type { Plan, Project } from './schema.ts';
import { CRITERIA, type PRACTICE_VERDICTS } from './terms.ts';

export type PracticeVerdict = (typeof PRACTICE_VERDICTS)[number];
export type Criterion = (typeof CRITERIA)[number];
/** One answer for each criterion, or one for each of its three questions. */
export type PracticeRoute = 'quick' | 'full';

/** What was answered on a criterion: one verdict for the whole on the quick route, else one a question, in order. */
export interface CriterionAnswer {
  verdicts: PracticeVerdict[];
  /** Evidence, in the official's words. */
  note?: string;
}

/** A quantity before and after the practice; one that is missing is pending. */
export interface Change {
  before?: number;
  after?: number;
  unit?: string;
  /** What the official says of the change: nobody else can tell whether more is better. */
  said?: 'better' | 'worse';
}

/** A quantitative indicator: one of the guide's 64 by its id, or the official's own by its name. */
export interface PracticeIndicator {
  guide?: string;
  name?: string;
  change?: Change;
}

/** A practice as it was told, with what was answered on it. */
export interface Practice {
  name?: string;
  what?: string;
  when?: string;
  partners?: string[];
  /** Id of the plan's project that it is. */
  project?: string;
  route: PracticeRoute;
  criteria: Partial<Record<Criterion, CriterionAnswer>>;
  indicators: PracticeIndicator[];
}

/** What an evaluation was told, by the id of its field. */
export type PracticeAnswers = Readonly<Record<string, unknown>>;

/** Most indicators of one evaluation. */
export const MOST_INDICATORS = 8;

/** The practice that an evaluation's answers tell of; what the plan knows of its project fills what was not said. */
export function practiceOf(answers: PracticeAnswers, plan: Plan | undefined): Practice {
  const told = <T>(id: string) => answers[`practice.${id}`] as T | undefined;
  const name = told<string>('name');
  const project = projectNamed(plan, name);
  const known = project ? fromProject(project) : {};
  const [what, when, partners] = [told<string>('what'), told<string>('when'), told<string[]>('partners')];
  const route = told<PracticeRoute>('route') ?? 'full';
  const other = route === 'full' ? 'quick' : 'full';
  const criteria = CRITERIA.flatMap((id) => {
    const answer = told<CriterionAnswer>(`${route}.${id}`) ?? told<CriterionAnswer>(`${other}.${id}`);
    return answer ? [[id, answer]] : [];
  });
  return {
    ...known,
    ...(name !== undefined && { name }),
    ...(what !== undefined && { what }),
    ...(when !== undefined && { when }),
    ...(partners !== undefined && { partners }),
    ...(project && { project: project.id }),
    route,
    criteria: Object.fromEntries(criteria),
    indicators: indicatorsOf(answers),
  };
}

/** The indicators chosen, each with the values that were told of it, and not of the one in its place before. */
function indicatorsOf(answers: PracticeAnswers): PracticeIndicator[] {
  const chosen = (answers['practice.indicators'] as PracticeIndicator[] | undefined) ?? [];
  return chosen.map((indicator, i) => {
    const change = valuesTold(answers, i + 1, indicator) ?? indicator.change;
    return { ...indicator, ...(change && { change }) };
  });
}

/** Values of one indicator, with the indicator they were told of. */
export interface IndicatorValue {
  of: string;
  change: Change;
}

/** The values told of the indicator at a place, 1 first; none when another stood there when they were told. */
export function valuesTold(
  answers: PracticeAnswers,
  place: number,
  indicator: PracticeIndicator,
): Change | undefined {
  const value = answers[`practice.value.${place}`] as IndicatorValue | undefined;
  return value?.of === indicatorKey(indicator) ? value.change : undefined;
}

/** What tells an indicator from the others of its practice. */
export function indicatorKey({ guide, name }: PracticeIndicator): string {
  return guide ?? name ?? '';
}

/** The plan's project of this name: case, accents and marks do not matter. */
export function projectNamed(plan: Plan | undefined, name: string | undefined): Project | undefined {
  if (name === undefined) return undefined;
  return plan?.projects?.find((project) => plain(project.name) === plain(name));
}

/** What a project says of itself that an evaluation asks for. */
export function fromProject({
  object,
  start,
  end,
  partners,
}: Project): Pick<Practice, 'what' | 'when' | 'partners'> {
  const when = [start, end].filter((date) => date !== undefined).join(' – ');
  return {
    ...(object !== undefined && { what: object }),
    ...(when !== '' && { when }),
    ...(partners !== undefined && partners.length > 0 && { partners }),
  };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
