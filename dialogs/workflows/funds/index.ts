import type { Workflow } from '../../../src/guide/definition.ts';
import { gives } from './gives.ts';
import { STEPS } from './steps.ts';

/** Applying to a development-cooperation fund: the guide's ten steps, to an outline of the application. */
export const funds: Workflow = { id: 'funds', aside: true, steps: STEPS, gives };
