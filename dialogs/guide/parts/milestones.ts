import type { Field } from '../../../src/guide/definition.ts';
import { reading } from '../../../src/guide/describe.ts';
import { recordsField } from '../../../src/guide/elements.ts';
import { lastDay, type PlanDate } from '../../../src/plan/values.ts';
import { formatDate } from '../../../src/text/format.ts';
import { readMilestones, readRisks } from '../../../src/understanding/index.ts';

interface Milestone {
  name: string;
  date?: PlanDate;
}

/** Milestones with their dates: «catálogo listo el 30 de abril de 2027». */
export function milestonesField(id: string): Field {
  return recordsField<Milestone>(
    id,
    {
      prefix: 'milestone',
      name: 'name',
      read: (text, ctx) => readMilestones(text, reading(ctx)),
      showOne: ({ name, date }, { texts }) =>
        date === undefined ? name : `${name} (${formatDate(date, texts.language)})`,
    },
    {
      essential: true,
      remark: (milestones, { plan, item }) => {
        const project = plan.projects?.find((p) => p.id === item);
        const end = project?.end ?? plan.end;
        const late = milestones.some(({ date }) => date && end && lastDay(date) > lastDay(end));
        return late ? { key: 'guide.remark.lateMilestone' } : undefined;
      },
    },
  );
}

interface Risk {
  risk: string;
  mitigation?: string;
}

/** Risks with what is done about each: «que caiga el precio; mitigar con contratos a seis meses». */
export function risksField(id: string): Field {
  return recordsField<Risk>(id, {
    prefix: 'risk',
    name: 'risk',
    read: (text, ctx) => readRisks(text, reading(ctx)),
    showOne: ({ risk, mitigation }) => (mitigation === undefined ? risk : `${risk} → ${mitigation}`),
  });
}
