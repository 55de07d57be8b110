/** Formats that a plan comes in. */
export const EXPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'ics', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that come in a public and an internal edition; the others are tools of the team. */
export const EDITED_FORMATS: readonly ExportFormat[] = ['docx', 'pdf'];

/** Formats that an application to a fund comes in. */
export const APPLICATION_FORMATS = ['docx', 'pdf'] as const;
export type ApplicationFormat = (typeof APPLICATION_FORMATS)[number];

/** Formats that the evaluation of a practice comes in. */
export const PRACTICE_FORMATS = ['docx', 'pdf'] as const;
export type PracticeFormat = (typeof PRACTICE_FORMATS)[number];

/** Pictures that a plan alone can be drawn as. */
export const PLAN_PICTURES = ['gantt', 'swot', 'stakeholders', 'budget', 'review'] as const;
export type PlanPicture = (typeof PLAN_PICTURES)[number];
