export { TeamsGate, type TeamsOptions } from './attend.ts';
export { feedbackOf } from './feedback.ts';
export { type RenderContext, render } from './render.ts';
export { type PlanPer, planIdOf, scopeOf } from './scope.ts';
