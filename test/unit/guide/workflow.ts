import { resolve } from 'node:path';
import type { Field, FieldContext, Workflow } from '../../../src/guide/definition.ts';
import { handle, restate, start } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import type { Output } from '../../../src/guide/output.ts';
import { nextId, valueAt } from '../../../src/plan/patch.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { loadTexts, type Texts } from '../../../src/text/locales.ts';

const own: Record<string, string> = {
  'guide.step.who.title': 'Entidad',
  'guide.step.who.intro': 'Primero, quiénes son.',
  'guide.step.who.why': 'Para saber de quién es el plan.',
  'guide.step.who.example': 'Por ejemplo, Neiva.',
  'guide.step.what.title': 'Proyectos',
  'guide.step.what.intro': 'Ahora, qué harán.',
  'guide.field.entity.name.label': 'Entidad',
  'guide.field.entity.name.ask': '¿Cómo se llama?',
  'guide.field.entity.name.help': 'El nombre oficial.',
  'guide.field.entity.population.label': 'Población',
  'guide.field.entity.population.ask': '¿Cuántos habitantes?',
  'guide.field.entity.population.help': 'Un número.',
  'guide.field.profile.needs.label': 'Necesidades',
  'guide.field.profile.needs.ask': '¿Qué necesitan?',
  'guide.field.profile.needs.help': 'Una lista.',
  'guide.field.projects.label': 'Proyecto',
  'guide.field.projects.ask': '¿Qué proyecto?',
  'guide.field.projects.help': 'Su nombre.',
  'guide.field.projects.*.object.label': 'Objetivo',
  'guide.field.projects.*.object.ask': '¿Qué busca?',
  'guide.field.projects.*.object.help': 'En una frase.',
  'guide.group.projects.more': '¿Otro proyecto?',
  'guide.group.projects.add': 'Agregar otro proyecto',
  'guide.caution.many': 'Son {count}: muchos.',
};

const shipped = loadTexts(resolve(import.meta.dirname, '../../../dialogs/locales'), 'es');
export const texts: Texts = {
  ...shipped,
  t: (key, params) =>
    own[key]?.replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name])) ?? shipped.t(key, params),
  has: (key) => key in own || (shipped.has(key) && !key.startsWith('guide.')),
};

const at = (id: string, ctx: FieldContext) => id.replace('*', ctx.item ?? '*');

function field<T>(id: string, read: (text: string) => T | undefined, more: Partial<Field<T>> = {}): Field {
  return {
    id,
    read: (text) => {
      const value = read(text);
      return value === undefined ? { ok: false, problem: 'problem.empty' } : { ok: true, value };
    },
    current: (ctx) => valueAt(ctx.plan, at(id, ctx)) as T | undefined,
    write: (value, ctx) => [{ op: 'set', path: at(id, ctx), value }],
    show: (value) => (Array.isArray(value) ? value.join(', ') : String(value)),
    ...more,
  } as Field;
}

/** A workflow of two steps with one of each kind of entry. */
export const workflow: Workflow = {
  id: 'guide',
  steps: [
    {
      id: 'who',
      number: 0,
      topic: 'entidad',
      entries: [
        field('entity.name', (text) => (/[a-z]/i.test(text) ? text : undefined), {
          essential: true,
          choices: () => [
            { label: 'Neiva', value: 'Neiva' },
            { label: 'Honda', value: 'Honda' },
          ],
        }),
        field('entity.population', (text) => (/\d+/.test(text) ? Number(/\d+/.exec(text)?.[0]) : undefined)),
        field('profile.needs', (text) => (/[a-z]/i.test(text) ? text.split(/, /) : undefined), {
          confirm: true,
          merge: (current, addition) => [...current, ...addition],
          caution: (value) =>
            value.length > 3 ? { key: 'guide.caution.many', params: { count: value.length } } : undefined,
        }),
      ],
    },
    {
      id: 'what',
      number: 1,
      topic: 'proyectos',
      entries: [
        {
          each: 'projects',
          create: {
            ...field('projects', (text) => text || undefined, { essential: true }),
            write: (value, { plan }) => [
              {
                op: 'append',
                path: 'projects',
                value: { id: nextId('project', plan.projects), name: value },
              },
            ],
            current: ({ plan }) => plan.projects?.map((p) => p.name).join(', '),
          },
          fields: [field('projects.*.object', (text) => text || undefined)],
        },
      ],
    },
  ],
};

/** Plays messages one after another and keeps the last turn. */
export class Player {
  turn: Turn;
  readonly today = '2026-11-21';

  constructor() {
    this.turn = start(workflow, { plan: emptyPlan('p1'), texts, today: this.today });
  }

  say(...messages: string[]): string {
    for (const message of messages)
      this.turn = handle(workflow, { ...this.turn, texts, today: this.today }, message);
    return this.text;
  }

  /** Presses a button of a question put some time ago, or now. */
  press(ask: string, value: string): string {
    this.turn = handle(workflow, { ...this.turn, texts, today: this.today }, value, ask);
    return this.text;
  }

  restate(): string {
    this.turn = restate(workflow, { ...this.turn, texts, today: this.today });
    return this.text;
  }

  get text(): string {
    return this.turn.outputs.map((o) => (o.type === 'request' ? `<${o.request.type}>` : o.text)).join('\n');
  }

  get asked(): string | undefined {
    const last: Output | undefined = this.turn.outputs.at(-1);
    return last?.type === 'ask' ? last.field : undefined;
  }
}
