import { describe, expect, it } from 'vitest';
import { applyPatch, valueAt } from '../../../src/plan/patch.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { answer, asked, contextFor, fieldOf, plainPlan } from './plan.ts';

/** Answers a field by id, for the first element of its list. */
function told(id: string, text: string, plan: Plan = plainPlan(), language: 'es' | 'en' = 'es') {
  const entry = asked.find(({ field }) => field.id === id);
  if (!entry) throw new Error(`no field ${id}`);
  return answer(plan, entry, text, language);
}

const P = 'projects.project-1';

describe('what officials answer', () => {
  it.each<[field: string, text: string, path: string, value: unknown]>([
    ['entity.name', 'San Isidro, Boyacá', 'entity.department', 'Boyacá'],
    ['entity.kind', 'somos un municipio', 'entity.kind', 'municipality'],
    ['entity.population', 'unos doce mil', 'entity.population', 12_000],
    ['entity.category', 'sexta', 'entity.category', '6'],
    ['entity.borderZone', 'no', 'entity.borderZone', false],
    ['entity.governmentPeriod', '2024 a 2027', 'entity.governmentPeriod', { from: 2024, to: 2027 }],
    ['start', 'enero de 2027', 'start', '2027-01'],
    [
      'commitment.sponsor',
      'sí, la gobernadora está de acuerdo',
      'commitment.sponsor',
      { post: 'gobernadora' },
    ],
    ['commitment.sponsor', 'claro que sí, el alcalde', 'commitment.sponsor', { post: 'alcalde' }],
    [
      'commitment.sponsor',
      'el alcalde Pedro Gómez nos apoya',
      'commitment.sponsor',
      { name: 'Pedro Gómez', post: 'alcalde' },
    ],
    [
      'commitment.sponsor',
      'el alcalde sí está de acuerdo, don Jairo Suárez',
      'commitment.sponsor',
      { name: 'Jairo Suárez', post: 'alcalde' },
    ],
    ['commitment.sponsor', 'el alcalde no nos apoya', 'commitment.supported', false],
    ['commitment.sponsor', 'sí', 'commitment.supported', true],
    ['commitment.sponsor', 'todavía no', 'commitment.supported', false],
    ['commitment.formalAct', 'ninguno todavía', 'commitment.formalAct', { kind: 'none' }],
    [
      'commitment.formalAct',
      'Decreto 045 de 2025',
      'commitment.formalAct',
      { kind: 'decree', reference: 'Decreto 045 de 2025' },
    ],
    ['resources.leadUnit', 'turismo, no tenemos oficina internacional', 'resources.leadUnit', 'turismo'],
    ['resources.leadUnit', 'turismo, no tenemos oficina', 'resources.hasInternationalOffice', false],
    ['resources.leadUnit', 'no hay ORI pero lidera el despacho', 'resources.leadUnit', 'despacho'],
    [
      'resources.leadUnit',
      'eso lo maneja la secretaría de desarrollo, oficina internacional no hay',
      'resources.leadUnit',
      'secretaría de desarrollo',
    ],
    [
      'resources.leadUnit',
      'eso lo maneja la secretaría de desarrollo, oficina internacional no hay',
      'resources.hasInternationalOffice',
      false,
    ],
    ['resources.leadUnit', 'la Oficina de Cooperación', 'resources.hasInternationalOffice', true],
    ['resources.team', 'una guía y un pasante', 'resources.team', { detail: 'una guía y un pasante' }],
    ['resources.team', 'tres personas', 'resources.team', { size: 3 }],
    ['resources.budget', '200 millones', 'resources.budget', { amount: 200_000_000, currency: 'COP' }],
    ['resources.budget', 'cincuenta millones para 2028', 'resources.budgetYears', { from: 2028, to: 2028 }],
    ['alignment.globalAgendas', 'ODS 4 y ODS 15', 'alignment.sdgs', [4, 15]],
    ['alignment.globalAgendas', 'ODS 4 y ODS 15', 'alignment.globalAgendas', ['agenda-2030']],
    ['alignment.globalAgendas', '8', 'alignment.sdgs', [8]],
    ['alignment.globalAgendas', '8 y 15', 'alignment.globalAgendas', ['agenda-2030']],
    [
      'strategy.axes.*.objectives',
      'General: vender directo. Específico: crear la marca (40 millones). Específico: formar 30 tejedoras',
      'strategy.axes.axis-1.objectives',
      [
        { id: 'objective-2', statement: 'vender directo', level: 'general' },
        {
          id: 'objective-3',
          statement: 'crear la marca',
          level: 'specific',
          budget: { amount: 40_000_000, currency: 'COP' },
        },
        { id: 'objective-4', statement: 'formar 30 tejedoras', level: 'specific' },
      ],
    ],
    ['alignment.globalAgendas', 'París y Sendai', 'alignment.globalAgendas', ['sendai', 'paris']],
    ['alignment.sdgs', '6 y 8', 'alignment.sdgs', [6, 8]],
    ['profile.needs', 'conectividad y vías', 'profile.needs', ['conectividad', 'vías']],
    ['projects.*.axis', 'el 2', `${P}.axis`, 'axis-2'],
    ['projects.*.axis', 'queso con origen', `${P}.axis`, 'axis-2'],
    ['projects.*.objective', '1', `${P}.objective`, 'objective-1'],
    ['projects.*.dimension', 'cooperación sur-sur', `${P}.dimensionNote`, undefined],
    ['projects.*.dimension', 'el 4', `${P}.dimensionNote`, undefined],
    ['projects.*.dimension', 'sur-sur con Otavalo', `${P}.dimension`, 'south-south'],
    ['projects.*.dimension', 'sur-sur con Otavalo', `${P}.dimensionNote`, 'sur-sur con Otavalo'],
    [
      'projects.*.partners',
      'la universidad y la alcaldía de Otavalo',
      `${P}.partners`,
      ['universidad', 'alcaldía de Otavalo'],
    ],
    ['projects.*.budget', '20 millones', `${P}.budget`, { amount: 20_000_000, currency: 'COP' }],
    ['indicators.*.baseline', 'no se sabe', 'indicators.indicator-1.baseline', 'pending'],
    ['indicators.*.baseline', 'no tenemos el dato', 'indicators.indicator-1.baseline', 'pending'],
    ['indicators.*.baseline', '12,5 %', 'indicators.indicator-1.baseline', 12.5],
    ['indicators.*.target', 'diez', 'indicators.indicator-1.target', 10],
    [
      'legal.actions.*.contracting',
      'una agencia que pone el 60 %',
      'legal.actions.action-1.contracting',
      'cooperation-body-half-or-more',
    ],
    [
      'projects.*.cooperationActions',
      '1 y 3',
      `${P}.cooperationActions`,
      ['Buscar un socio', 'Cooperación técnica'],
    ],
    ['followUp.frequency', 'cada tres meses', 'followUp.frequency', 'cada tres meses'],
    ['review.criteria.innovation', '1 sí, 2 no', 'review.criteria.innovation-1', { verdict: 'met' }],
    ['review.criteria.innovation', '1 sí, 2 no', 'review.criteria.innovation-2', { verdict: 'missing' }],
    ['review.criteria.innovation', 'todavía no', 'review.criteria.innovation-3', { verdict: 'not-yet' }],
    [
      'review.criteria.innovation',
      '3 en parte, porque el sistema es viejo',
      'review.criteria.innovation-3',
      { verdict: 'missing', note: 'el sistema es viejo' },
    ],
    ['review.criteria.transparency', '2 sí', 'review.criteria.transparency-2', { verdict: 'met' }],
    ['review.approaches', '2 falta', 'review.approaches.utility', { verdict: 'missing' }],
  ])('%s: «%s»', (field, text, path, value) => {
    expect(valueAt(told(field, text).plan, path)).toEqual(value);
  });

  it('judge again without the reason that was given for another verdict', () => {
    const first = told('review.criteria.innovation', '1 no, porque nada es nuevo, 2 sí').plan;
    expect(first.review.criteria?.['innovation-1']).toEqual({ verdict: 'missing', note: 'nada es nuevo' });
    const same = told('review.criteria.innovation', '1 no', first).plan;
    expect(same.review.criteria?.['innovation-1']).toMatchObject({ note: 'nada es nuevo' });
    const other = told('review.criteria.innovation', '1 sí', first).plan;
    expect(other.review.criteria?.['innovation-1']).toEqual({ verdict: 'met' });
    expect(other.review.criteria?.['innovation-2']).toEqual({ verdict: 'met' });
  });

  it('choose reasons in their own words, and keep the objectives of those that stay', () => {
    const first = told('reasons', 'cooperación y conseguir fondos', emptyPlan('p')).plan;
    expect(first.reasons?.map(({ id }) => id)).toEqual(['exchange', 'funds']);
    const detailed = {
      ...first,
      reasons: [
        { id: 'exchange' as const, objectives: ['exchange-3'] },
        { id: 'funds' as const, objectives: [] },
      ],
    };
    expect(told('reasons', 'cooperación y posicionamiento', detailed).plan.reasons).toEqual([
      { id: 'positioning', objectives: [] },
      { id: 'exchange', objectives: ['exchange-3'] },
    ]);
  });

  it('keep the post of who was there before when told so, in the words for who holds it now', () => {
    const first = told('resources.head', 'Ana Ruiz, jefa de turismo').plan;
    expect(told('resources.head', 'Luis Paz, el mismo cargo', first).plan.resources.head).toEqual({
      name: 'Luis Paz',
      post: 'jefe de turismo',
    });
  });

  it('accept the suggested title', () => {
    const plan = told('entity.name', 'San Isidro', emptyPlan('p')).plan;
    const expected = 'Plan de Acción Internacional de San Isidro';
    expect(fieldOf('title').choices?.(contextFor(plan))[0]?.value).toBe(expected);
    expect(told('title', 'sí', plan).plan.title).toBe(expected);
    expect(told('title', 'Puertas al mundo', plan).plan.title).toBe('Puertas al mundo');
  });

  it('name stakeholders, whose sector is told by the name where it can be', () => {
    const plan = told(
      'governance.stakeholders',
      'cámara de comercio, SENA y Colectivo Andante',
      emptyPlan('p'),
    ).plan;
    expect(plan.governance.stakeholders).toEqual([
      { id: 'stakeholder-1', name: 'cámara de comercio', sector: 'private' },
      { id: 'stakeholder-2', name: 'SENA', sector: 'academic' },
      { id: 'stakeholder-3', name: 'Colectivo Andante' },
    ]);
  });

  it('tell objectives with their level and budget', () => {
    const plan = told(
      'strategy.axes.*.objectives',
      'General: atraer visitantes\nEspecífico: formar diez guías (20 millones)',
    ).plan;
    expect(plan.strategy.axes?.[0]?.objectives?.map(({ id: _, ...rest }) => rest)).toEqual([
      { statement: 'atraer visitantes', level: 'general' },
      {
        statement: 'formar diez guías',
        level: 'specific',
        budget: { amount: 20_000_000, currency: 'COP' },
      },
    ]);
  });

  it('open projects with ids of their own', () => {
    const plan = told('projects', 'Escuela de música', plainPlan()).plan;
    expect(plan.projects?.map(({ id, name }) => [id, name])).toEqual([
      ['project-1', 'Ruta de aves'],
      ['project-2', 'Escuela de música'],
    ]);
  });

  it('link an indicator to its project, with baseline and target', () => {
    const plan = told('projects.*.indicators', 'visitas: hoy 0, meta 40', emptyIndicators()).plan;
    expect(plan.indicators).toMatchObject([{ id: 'indicator-1', name: 'visitas', baseline: 0, target: 40 }]);
    expect(plan.projects?.[0]?.indicators).toEqual(['indicator-1']);
  });

  it('know an indicator of the guide by its name', () => {
    const plan = told('projects.*.indicators', 'Número de turistas internacionales', emptyIndicators()).plan;
    expect(plan.indicators?.[0]?.guide).toBe('economic-3');
  });

  it('replace the indicators of one project and leave the others alone', () => {
    const plan = told('projects.*.indicators', 'visitas: hoy 0, meta 40').plan;
    const again = told('projects.*.indicators', 'ventas: hoy 2, meta 5', plan).plan;
    expect(again.indicators?.map(({ name }) => name)).toEqual(['Guías certificados', 'ventas']);
    expect(again.projects?.[0]?.indicators).toHaveLength(1);
  });

  it('share an indicator between projects that name it alike', () => {
    const two = told('projects', 'Escuela de música').plan;
    const first = told('projects.*.indicators', 'visitas: hoy 0, meta 40', two).plan;
    const field = fieldOf('projects.*.indicators');
    const ctx = { ...contextFor(first), item: 'project-2' };
    const reading = field.read('Visitas', ctx);
    const result = applyPatch(first, reading.ok ? field.write(reading.value, ctx) : []);
    if (!result.ok) throw new Error(result.issues.join());
    expect(result.plan.projects?.map(({ indicators }) => indicators)).toEqual([
      ['indicator-2'],
      ['indicator-2'],
    ]);
    expect(result.plan.indicators?.filter(({ name }) => /visitas/i.test(name))).toHaveLength(1);
  });

  it('tell milestones and risks with their parts', () => {
    const milestones = told('projects.*.milestones', 'convenio firmado el 30 de abril de 2027').plan;
    expect(milestones.projects?.[0]?.milestones).toEqual([
      { id: 'milestone-1', name: 'convenio firmado', date: '2027-04-30' },
    ]);
    const risks = told('projects.*.risks', 'que llueva mucho; mitigar con otra fecha').plan;
    expect(risks.projects?.[0]?.risks?.[0]?.mitigation).toMatch(/otra fecha/);
  });

  it('name actions of the guide or their own', () => {
    const plan = told('projects.*.cooperationActions', 'buscar un socio, sembrar mil árboles').plan;
    expect(plan.projects?.[0]?.cooperationActions).toEqual(['Buscar un socio', 'sembrar mil árboles']);
  });
});

describe('what is said of a value', () => {
  it('warns before saving more than six axes, and mentions fewer than three', () => {
    const axes = fieldOf('strategy.axes');
    const ctx = contextFor(emptyPlan('p'));
    const names = (n: number) => Array.from({ length: n }, (_, i) => `eje ${i}`);
    expect(axes.caution?.(names(9), ctx)).toEqual({ key: 'guide.caution.axes', params: { count: 9 } });
    for (const n of [1, 3, 6]) expect(axes.caution?.(names(n), ctx)).toBeUndefined();
    expect(axes.remark?.(names(2), ctx)).toEqual({ key: 'guide.remark.axes' });
    expect(axes.remark?.(names(3), ctx)).toBeUndefined();
  });

  it('does not take an end before the start, and keeps the start', () => {
    const plan = told('projects.*.start', '1 de junio de 2027').plan;
    const ctx = contextFor(plan, 'projects');
    const reading = fieldOf('projects.*.end').read('15 de enero de 2027', ctx);
    expect(reading).toEqual({
      ok: false,
      problem: 'guide.problem.endBeforeStart',
      params: { start: '1 de junio de 2027' },
    });
    expect(ctx.texts.t('guide.problem.endBeforeStart', { start: '1 de junio de 2027' })).toContain(
      '1 de junio',
    );
    expect(told('projects.*.end', '15 de enero de 2028', plan).plan.projects?.[0]).toMatchObject({
      start: '2027-06-01',
      end: '2028-01-15',
    });
  });

  it('takes start and end from one answer', () => {
    const plan = told('start', 'de enero de 2027 a diciembre de 2028', emptyPlan('p')).plan;
    expect([plan.start, plan.end]).toEqual(['2027-01', '2028-12']);
  });

  it('mentions a project that outlasts the plan', () => {
    const plan: Plan = { ...plainPlan(), end: '2027' };
    const end = fieldOf('projects.*.end');
    expect(end.remark?.('2028-01', contextFor(plan, 'projects'))?.key).toBe('guide.remark.beyondPlan');
    expect(end.remark?.('2027-12-31', contextFor(plan, 'projects'))).toBeUndefined();
  });

  it('asks who can lead when the answer only says that there is no office', () => {
    const reading = fieldOf('resources.leadUnit').read(
      'no tenemos oficina internacional',
      contextFor(plainPlan()),
    );
    expect(reading).toEqual({ ok: false, problem: 'guide.problem.leadUnit' });
  });

  it('asks for the objective only where the axis has objectives', () => {
    const objective = fieldOf('projects.*.objective');
    const plan = plainPlan();
    expect(objective.when?.(contextFor(plan, 'projects'))).toBe(true);
    expect(objective.when?.(contextFor(told('projects.*.axis', '2', plan).plan, 'projects'))).toBe(false);
  });

  it('shows values in plain words', () => {
    expect(told('resources.budget', '100 millones para 2027').shown).toBe('$100.000.000 COP (2027)');
    expect(told('projects.*.end', '30 de noviembre de 2027').shown).toBe('30 de noviembre de 2027');
    expect(told('entity.borderZone', 'sí').shown).toBe('Sí');
  });

  it('leaves an empty plan without current values', () => {
    const plan = emptyPlan('p');
    for (const { field, each } of asked)
      if (each === undefined)
        expect([field.id, field.current(contextFor(plan))]).toEqual([field.id, undefined]);
  });
});

function emptyIndicators(): Plan {
  const { indicators: _, ...plan } = plainPlan();
  return plan;
}
