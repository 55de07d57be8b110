import { describe, expect, it } from 'vitest';
import { projectAspects } from '../../../src/export/chapters/project.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { answer, asked, fieldOf, plainPlan, texts } from './plan.ts';

/** Where each of the sixteen aspects of a project is asked for. */
const ASKED_BY: Record<string, string[]> = {
  object: ['object'],
  'process-and-results': ['process', 'results'],
  responsible: ['responsible'],
  'resources-and-budget': ['resources', 'budget', 'funding'],
  actors: ['actors'],
  partners: ['partners'],
  recipients: ['recipients'],
  'times-and-sequence': ['start', 'end', 'sequence'],
  'cooperation-actions': ['cooperationActions'],
  'competition-actions': ['competitionActions'],
  'milestones-and-indicators': ['milestones', 'milestoneResponsibles', 'indicators'],
  synergies: ['synergies'],
  risks: ['risks'],
  communication: ['communication'],
  'impact-evaluation': ['impactEvaluation'],
  sustainability: ['sustainability'],
};
const aspects = guideList('project-aspects');
const ids = asked.map(({ field }) => field.id);

describe('the sixteen aspects of a project', () => {
  it('are all asked for', () => {
    expect(aspects).toHaveLength(16);
    expect(Object.keys(ASKED_BY)).toEqual(aspects.map(({ id }) => id));
    for (const field of Object.values(ASKED_BY).flat()) expect(ids).toContain(`projects.*.${field}`);
  });

  it.each(aspects.map(({ id }, i) => [id, i] as const))(
    '%s is told in its row of the project sheet',
    (aspect, i) => {
      for (const name of ASKED_BY[aspect] ?? []) {
        const id = `projects.*.${name}`;
        const sample = texts.es.t(`guide.field.${id}.example`);
        const { plan } = answer(plainPlan(), { field: fieldOf(id), each: 'projects' }, sample);
        const row = (of: typeof plan) => {
          const [project] = of.projects ?? [];
          if (!project) throw new Error('the plan has no project');
          const ctx = { texts: texts.es, today: '2026-09-01', normName: () => undefined };
          return projectAspects(project, of, ctx)[i];
        };
        const [before, after] = [row(plainPlan()), row(plan)].map((one) =>
          one?.lines.map(({ text }) => text).join(' '),
        );
        expect([name, after]).not.toEqual([name, before]);
        const word = /\p{L}{4,}/u.exec(sample)?.[0] ?? sample;
        if (!['start', 'end', 'budget'].includes(name))
          expect(after?.toLowerCase()).toContain(word.toLowerCase());
      }
    },
  );
});

describe('who answers for each milestone', () => {
  const plan = () => {
    const made = plainPlan();
    const [project] = made.projects ?? [];
    if (!project) throw new Error('the plan has no project');
    project.responsible = { name: 'Luis Paz' };
    project.milestones = [
      { id: 'milestone-1', name: 'Convenio firmado' },
      { id: 'milestone-2', name: 'Primer curso' },
    ];
    return made;
  };
  const tell = (text: string) => {
    const done = answer(
      plan(),
      { field: fieldOf('projects.*.milestoneResponsibles'), each: 'projects' },
      text,
    );
    return done.plan.projects?.[0]?.milestones?.map(({ responsible }) => responsible?.name);
  };

  it('is one person for all, or one for each by number or name', () => {
    expect(tell('Ana Ruiz')).toEqual(['Ana Ruiz', 'Ana Ruiz']);
    expect(tell('1: Ana Ruiz; primer curso: Eva Gil')).toEqual(['Ana Ruiz', 'Eva Gil']);
    expect(tell('2: el mismo')).toEqual([undefined, 'Luis Paz']);
  });

  it('names the milestones when the one said is not there', () => {
    expect(() => tell('mirador: Ana Ruiz')).toThrow('guide.problem.milestoneNamed');
  });

  it('may be told with the milestone', () => {
    const told = 'Convenio firmado el 30 de abril de 2027, responsable Ana Ruiz; curso en julio de 2027';
    const { value } = answer(plan(), { field: fieldOf('projects.*.milestones'), each: 'projects' }, told);
    expect(value).toEqual([
      { name: 'Convenio firmado', date: '2027-04-30', responsible: { name: 'Ana Ruiz' } },
      { name: 'curso', date: '2027-07' },
    ]);
  });
});
