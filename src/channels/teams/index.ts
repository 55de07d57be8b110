export { TeamsGate, type TeamsOptions } from './attend.ts';
export { FEEDBACK, feedbackOf } from './feedback.ts';
export { PAGES } from './pages.ts';
export { type RenderContext, render } from './render.ts';
export { type PlanPer, planIdOf, scopeOf } from './scope.ts';
