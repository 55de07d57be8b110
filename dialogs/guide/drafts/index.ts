import { type Field, isGroup, type Step } from '../../../src/guide/definition.ts';
import type { Rule } from './compose.ts';
import { ENTITY_DRAFTS } from './entity.ts';
import { FOLLOW_UP_DRAFTS } from './follow-up.ts';
import { GOVERNANCE_DRAFTS } from './governance.ts';
import { PROFILE_DRAFTS } from './profile.ts';
import { PROJECT_DRAFTS } from './projects.ts';
import { STRATEGY_DRAFTS } from './strategy.ts';

/** How each field is proposed, by its id. */
export const DRAFTS: Readonly<Record<string, Rule>> = {
  ...ENTITY_DRAFTS,
  ...GOVERNANCE_DRAFTS,
  ...PROFILE_DRAFTS,
  ...STRATEGY_DRAFTS,
  ...PROJECT_DRAFTS,
  ...FOLLOW_UP_DRAFTS,
};

/** A step whose fields propose what can be proposed. */
export function withDrafts(step: Step): Step {
  const drafted = (field: Field): Field => {
    const draft = DRAFTS[field.id];
    return draft ? { ...field, draft } : field;
  };
  return {
    ...step,
    entries: step.entries.map((entry) =>
      isGroup(entry)
        ? {
            ...entry,
            ...(entry.create && { create: drafted(entry.create) }),
            fields: entry.fields.map(drafted),
          }
        : drafted(entry),
    ),
  };
}
