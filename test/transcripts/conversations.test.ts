import { beforeAll, describe, expect, it } from 'vitest';
import { type Played, play, transcript } from './play.ts';

/** Longest message that fits a phone's screen without scrolling far, in characters. */
const SCREEN = 900;

const project = (played: Played) => played.plan.projects?.[0];
/** All that the plan holds of what was said; its random id could hold anything. */
const toldIn = ({ plan: { id: _id, ...told } }: Played) => JSON.stringify(told);
const names = (list: { name: string }[] | undefined) => list?.map(({ name }) => name);
const folded = (text: string | undefined) =>
  (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('c01: a small municipality drafts its plan with short answers', () => {
  let c01: Played;
  beforeAll(async () => {
    c01 = await play('c01_municipio_pequeno');
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(c01.lines)).toMatchFileSnapshot('golden/c01.txt');
  });

  it('puts every question that its script has an answer for', () => {
    expect(c01.unasked).toEqual([]);
  });

  it('ends with the plan that was told', () => {
    const { plan } = c01;
    expect(plan.entity).toMatchObject({
      name: 'Villa Esperanza',
      kind: 'municipality',
      department: 'Nariño',
      population: 9000,
      borderZone: true,
    });
    expect(plan.reasons?.map(({ id }) => id)).toEqual(['exchange', 'funds']);
    expect(plan.commitment).toMatchObject({ supported: true, formalAct: { kind: 'none' } });
    expect(plan.commitment.sponsor?.post).toMatch(/alcaldesa/i);
    expect(plan.resources).toMatchObject({
      hasInternationalOffice: false,
      head: { name: 'Marta Rosero' },
      team: { size: 2 },
      budget: { amount: 100_000_000, currency: 'COP' },
      budgetYears: { from: 2027, to: 2027 },
    });
    expect(plan.resources.leadUnit).toMatch(/^planeación$/i);
    expect(plan.profile.antecedents?.join(' ')).toContain('visita de Ibarra');
    expect(plan.profile.capacities?.join(' ')).toMatch(/poca plata.*funcionaria habla inglés/);
    expect(plan.profile.opportunities?.join(' ')).toMatch(/café especial.*cercanía con Ecuador/);
    expect(plan.profile.needs?.join(' ')).toMatch(/agua potable.*empleo joven/);
    expect(plan.alignment.localPlan?.join(' ')).toMatch(/plan de desarrollo municipal.*campo productivo/);
    expect(plan.alignment.sdgs).toEqual([6, 8]);
    expect(names(plan.governance.stakeholders)).toEqual([
      'cooperativa de caficultores',
      'SENA',
      'colegio',
      'cabildo',
    ]);
    expect(names(plan.strategy.axes)).toEqual(['café al mundo', 'agua para todos', 'frontera hermana']);
    expect(plan.communication.external?.channels?.map(folded)).toEqual(['emisora', 'facebook', 'whatsapp']);
    expect(plan.followUp.frequency).toContain('cada tres meses');
  });

  it('holds the whole project, under its axis', () => {
    expect(project(c01)).toMatchObject({
      name: 'Café sin fronteras',
      axis: c01.plan.strategy.axes?.[0]?.id,
      dimension: 'south-south',
      object: 'vender café especial a dos compradores de afuera',
      budget: { amount: 80_000_000, currency: 'COP' },
      start: '2027-02-01',
      end: '2027-11-30',
    });
    expect(project(c01)?.responsible?.post).toMatch(/secretaria de planeación/);
    expect(project(c01)?.partners).toEqual(['cooperativa', 'alcaldía de Ibarra']);
    expect(project(c01)?.milestones).toMatchObject([{ name: 'catálogo listo', date: '2027-04-30' }]);
    expect(project(c01)?.risks?.[0]?.risk).toContain('caiga el precio');
    expect(project(c01)?.risks?.[0]?.mitigation).toContain('contratos a seis meses');
    const linked = c01.plan.indicators?.find(({ id }) => project(c01)?.indicators?.includes(id));
    expect(linked).toMatchObject({ name: 'compradores nuevos', baseline: 0, target: 2 });
  });

  it('exports every value, with what was not answered marked as pending', () => {
    for (const value of [
      'Villa Esperanza',
      'Nariño',
      '9.000',
      'Marta Rosero',
      '100.000.000',
      'visita de Ibarra',
      'caficultores',
      'SENA',
      'café al mundo',
      'agua para todos',
      'frontera hermana',
      'Café sin fronteras',
      '80.000.000',
      'alcaldía de Ibarra',
      'catálogo listo',
      'compradores nuevos',
      'contratos a seis meses',
      'emisora',
      'cada tres meses',
    ])
      expect(c01.document).toContain(value);
    expect(c01.document).toMatch(/pendiente/i);
  });

  it('proposes the border norms with citations when asked for help with norms, and gives no verdict', () => {
    const advice = c01.answerTo('no sé de normas, ayúdeme con eso');
    expect(advice).toMatch(/289/);
    expect(advice).toMatch(/Ley 191 de 1995/);
    expect(advice).toContain('/fuentes/');
    expect(folded(advice)).toMatch(/orientacion, no un concepto juridico/);
  });

  it('takes one project as a plan', () => {
    expect(c01.plan.projects).toHaveLength(1);
    expect(c01.answerTo('listo, mándeme el documento')).toContain('.docx');
  });

  it('keeps short answers without asking for more', () => {
    const asked = c01.replies.flatMap(({ field }) => (field === undefined ? [] : [field]));
    const answered = ['commitment.formalAct', 'resources.team', 'profile.needs', 'followUp.frequency'];
    for (const field of answered) expect(asked.filter((f) => f === field)).toHaveLength(1);
  });

  it('puts one question at a time, on one screen of a phone', () => {
    const asks = c01.replies.filter(({ field }) => field !== undefined);
    for (const { text } of asks) {
      expect(text.length).toBeLessThanOrEqual(SCREEN);
      expect(text.split('\n\n').at(-1)?.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(2);
    }
  });

  it('invents nothing and never takes the lack of an office as an obstacle', () => {
    expect(c01.plan.entity.category).toBeUndefined();
    expect(c01.plan.profile.swot).toBeUndefined();
    expect(c01.plan.strategy.vision).toBeUndefined();
    const said = folded(
      c01.lines
        .filter(({ who }) => who === 'bot')
        .map(({ text }) => text)
        .join('\n'),
    );
    expect(said).not.toMatch(/(necesita|debe|requiere)[^.]{0,40}oficina de relaciones internacionales/);
  });
});

describe('c02: a legal doubt in the middle of a step', () => {
  let c02: Played;
  beforeAll(async () => {
    c02 = await play('c02_pregunta_legal_en_medio');
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(c02.lines)).toMatchFileSnapshot('golden/c02.txt');
  });

  it('keeps every field through its digressions', () => {
    expect(c02.unasked).toEqual([]);
    expect(c02.plan.entity).toMatchObject({ name: 'Puerto Acacias', department: 'Meta' });
    expect(c02.plan.resources.head).toEqual({
      name: 'Julián Ortega',
      post: 'jefe de la oficina de cooperación',
    });
    expect(c02.plan.profile.antecedents?.join(' ')).toMatch(/hermanamiento con Tacuarembó.*Mercociudades/);
    expect(names(c02.plan.strategy.axes)?.map(folded)).toEqual([
      'turismo de naturaleza',
      'agro sostenible',
      'jovenes y cultura',
    ]);
    expect(project(c02)).toMatchObject({
      name: 'Intercambio de guías de naturaleza',
      budget: { amount: 150_000_000, currency: 'COP' },
      start: '2027-03-15',
      end: '2027-12-15',
    });
  });

  it('answers each doubt with its norm and source, and returns to the question that waited', () => {
    const [share, norm, president] = c02.script.turns
      .filter(({ about }) => about === 'digression')
      .map(({ user }) => user);
    expect(c02.answerTo(share as string)).toMatch(/1150|1510/);
    expect(c02.answerTo(share as string)).toContain('/fuentes/001');
    expect(c02.answerTo(norm as string)).toMatch(/artículo 20 de la Ley 1150|1510/);
    expect(c02.answerTo(president as string)).toMatch(/Presidente de la República/);
    const questions = c02.lines.map(({ text }) => text);
    for (const doubt of [share, norm, president]) {
      const at = questions.indexOf(doubt as string);
      const waiting = questions.slice(0, at).findLast((text) => text.includes('¿'));
      expect(c02.answerTo(doubt as string)).toContain(waiting?.split('\n\n').at(-1) as string);
    }
  });

  it('saves no doubt as a value and takes no «60 %» as a datum', () => {
    const kept = toldIn(c02);
    expect(kept).not.toMatch(/cooperante|Ley 80|Constitución|60/);
  });

  it('shows everything in the summary at the end', () => {
    const summary = c02.answerTo('Muéstreme cómo va el plan');
    for (const value of [
      'Puerto Acacias',
      'Meta',
      'Julián Ortega',
      'Tacuarembó',
      'Agro sostenible',
      '150.000.000',
      '15 de marzo de 2027',
      '15 de diciembre de 2027',
    ])
      expect(folded(summary)).toContain(folded(value));
  });
});

describe('c03: an early answer corrected, and a step back', () => {
  let c03: Played;
  beforeAll(async () => {
    c03 = await play('c03_correccion_y_retroceso');
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(c03.lines)).toMatchFileSnapshot('golden/c03.txt');
  });

  it('ends with the corrected plan', () => {
    const { plan } = c03;
    expect(c03.unasked).toEqual([]);
    expect(plan.entity).toMatchObject({ name: 'La Palmera', department: 'Caquetá' });
    expect(plan.resources.head).toEqual({ name: 'Felipe Rojas', post: 'secretario de desarrollo económico' });
    expect(plan.resources.budget).toEqual({ amount: 200_000_000, currency: 'COP' });
    expect(plan.profile.opportunities?.join(', ')).toMatch(/bosque.*aves.*turismo científico/);
    expect(plan.profile.needs).toEqual(['conectividad', 'energía', 'agua potable']);
    expect(names(plan.strategy.axes)).toEqual([
      'Turismo científico',
      'Energía limpia',
      'Jóvenes conectados',
      'Mujeres rurales',
    ]);
  });

  it('confirms the change of the budget, with what it was', () => {
    const [wrong] = c03.script.turns.filter(({ about }) => about === 'correct_total_budget');
    expect(c03.answerTo(wrong?.user as string)).toMatch(/20\.000\.000.*200\.000\.000/);
  });

  it('shows what is saved on going back, and adds without dropping the rest', () => {
    const back = c03.script.turns.find(({ about }) => about === 'go_back')?.user as string;
    expect(c03.answerTo(back)).toMatch(/Ahora dice: /);
  });

  it('keeps nothing of what was corrected, and sums up what stands', () => {
    expect(toldIn(c03)).not.toMatch(/Marca Palmera|Sandra|220000000/);
    const summary = c03.answerTo('¿cómo quedó todo?');
    expect(summary).toMatch(/Felipe Rojas/);
    expect(summary).toMatch(/200\.000\.000/);
    expect(summary).not.toMatch(/Sandra|Marca Palmera|\$20\.000\.000/);
  });

  it('asks for no answer again after going back', () => {
    const at = c03.replies.findIndex(({ text }) => text.includes('Mujeres rurales'));
    const asked = c03.replies.slice(at).map(({ field }) => field);
    for (const answered of ['entity.name', 'resources.head', 'profile.opportunities', 'strategy.axes'])
      expect(asked).not.toContain(answered);
  });
});

describe('c04: several answers in one message', () => {
  let c04: Played;
  beforeAll(async () => {
    c04 = await play('c04_varios_campos_en_un_mensaje');
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(c04.lines)).toMatchFileSnapshot('golden/c04.txt');
  });

  it('ends with every value in its place', () => {
    const { plan } = c04;
    expect(c04.unasked).toEqual([]);
    expect(plan.entity).toMatchObject({ name: 'Santa Rita del Mar', department: 'Córdoba' });
    expect(plan.resources.head).toEqual({ name: 'Hernán Doria Díaz', post: 'asesor de despacho' });
    expect(plan.commitment).toMatchObject({ supported: true, sponsor: { post: 'alcalde' } });
    expect(plan.resources.budget).toEqual({ amount: 300_000_000, currency: 'COP' });
    expect([plan.start, plan.end]).toEqual(['2027-01', '2028-12']);
    expect(names(plan.strategy.axes)).toEqual([
      'Pesca y economía azul',
      'Adaptación climática',
      'Cultura y diáspora',
    ]);
    expect(names(plan.governance.stakeholders)).toEqual([
      'Universidad de Córdoba',
      'cámara de comercio',
      'asociación de pescadores',
      'APC',
    ]);
    expect(plan.alignment.sdgs).toEqual([13, 14]);
    expect(plan.communication.external?.channels).toEqual(['boletín mensual', 'redes']);
    expect(plan.followUp.frequency).toBe('trimestral');
  });

  it('keeps the money and the dates of the project apart from those of the plan', () => {
    expect(c04.plan.projects).toHaveLength(1);
    expect(project(c04)).toMatchObject({
      name: 'Manglar Vivo',
      axis: c04.plan.strategy.axes?.[1]?.id,
      object: 'restaurar 40 hectáreas de manglar',
      partners: ['ICLEI'],
      budget: { amount: 120_000_000, currency: 'COP' },
      start: '2027-03-01',
      end: '2028-02-28',
    });
    expect(project(c04)?.risks).toMatchObject([{ risk: 'temporada de huracanes' }]);
    expect(project(c04)?.risks?.[0]?.mitigation).toMatch(/entre enero y abril/);
    expect(names(c04.plan.indicators)).toEqual(['hectáreas restauradas']);
  });

  it('shows each value with where it goes', () => {
    const [first] = c04.script.turns.filter(({ about }) => about === 'several');
    const said = c04.answerTo(first?.user as string);
    for (const value of ['Córdoba', 'Hernán Doria Díaz', 'alcalde', '300.000.000', 'enero de 2027'])
      expect(said).toMatch(new RegExp(`${value.replaceAll('.', '\\.')}.*\\(paso \\d+\\)`));
  });

  it('lists only what is missing when asked', () => {
    const missing = c04.answerTo('¿qué me falta?');
    expect(missing).toMatch(/Razones/);
    expect(missing).not.toMatch(/- (?:Presupuesto|Ejes|Actores|Entidad|Inicio|Fin|Responsable del plan)/);
  });

  it('asks for nothing that was given', () => {
    const given = ['entity.name', 'entity.department', 'resources.head', 'resources.budget', 'strategy.axes'];
    const asked = c04.replies.map(({ field }) => field);
    for (const field of given) expect(asked).not.toContain(field);
  });
});

describe('c05: answers that cannot be', () => {
  let c05: Played;
  beforeAll(async () => {
    c05 = await play('c05_entradas_invalidas');
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(c05.lines)).toMatchFileSnapshot('golden/c05.txt');
  });

  it('ends with the plan that was told, whole', () => {
    expect(c05.unasked).toEqual([]);
    expect(c05.plan.entity).toMatchObject({ name: 'Los Samanes', department: 'Casanare' });
    expect(c05.plan.resources.head).toEqual({ name: 'Luz Dary Peña', post: 'enlace de cooperación' });
    expect(c05.plan.resources.budget).toEqual({ amount: 90_000_000, currency: 'COP' });
    expect(names(c05.plan.strategy.axes)).toEqual([
      'agro sostenible',
      'turismo llanero',
      'cultura',
      'educación',
    ]);
    expect(project(c05)).toMatchObject({
      name: 'Ruta del joropo',
      start: '2027-06-01',
      end: '2028-01-15',
      budget: { amount: 35_000_000, currency: 'COP' },
    });
  });

  it('asks for a figure with an example and stays', () => {
    const answer = c05.answerTo('muchísimo');
    expect(answer).toMatch(/\d/);
    expect(answer).toMatch(/presupuesto/i);
  });

  it('explains three to six axes and helps to group or prioritise, before saving anything', () => {
    const nine = c05.script.turns.find(({ user }) => user.startsWith('turismo, agro'))?.user as string;
    expect(c05.answerTo(nine)).toMatch(/tres a seis|3 a 6|tres y seis/);
    expect(c05.answerTo(nine)).toMatch(/agrup|prioriz/);
    expect(c05.answerTo(nine)).not.toContain('✔');
  });

  it('points out an end before the start, and keeps the start', () => {
    expect(c05.answerTo('15 de enero de 2027')).toMatch(/1 de junio de 2027/);
  });

  it('answers nothing and an emoji kindly, repeating the question', () => {
    for (const message of ['', '👍']) {
      expect(c05.answerTo(message)).toContain('¿');
      expect(c05.answerTo(message).length).toBeGreaterThan(40);
    }
  });

  it('refuses a negative budget and asks again', () => {
    expect(c05.answerTo('-5 millones')).toMatch(/cero en adelante/);
    expect(c05.answerTo('-5 millones')).toMatch(/¿[^?]*(presupuesto|recursos|cuánto)/i);
  });

  it('stores none of what could not be', () => {
    const kept = toldIn(c05);
    for (const wrong of ['muchísimo', '👍', '-5', 'vías']) expect(kept).not.toContain(wrong);
    expect(kept).not.toContain('""');
  });

  it('blames nobody, neither fails nor restarts', () => {
    const said = folded(
      c05.lines
        .filter(({ who }) => who === 'bot')
        .map(({ text }) => text)
        .join('\n'),
    );
    expect(said).not.toMatch(/referencia: \*\*/);
    expect(said).not.toMatch(/se equivoco|su error|incorrect[ao] por su|usted fallo/);
    expect(said.match(/empecemos su plan/g)).toHaveLength(1);
  });
});

describe('c06: a person who comes back three days later', () => {
  let c06: Played;
  beforeAll(async () => {
    c06 = await play('c06_vuelve_tres_dias_despues');
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(c06.lines)).toMatchFileSnapshot('golden/c06.txt');
  });

  it('keeps all that was told before and after, in one plan', () => {
    expect(c06.unasked).toEqual([]);
    expect(c06.plan.entity).toMatchObject({ name: 'Montefrío', department: 'Quindío' });
    expect(c06.plan.resources.head).toEqual({ name: 'Adriana Cano', post: 'directora de turismo' });
    expect(names(c06.plan.strategy.axes)).toEqual([
      'Destino de naturaleza',
      'Montefrío bilingüe',
      'Café de origen',
    ]);
    expect(project(c06)).toMatchObject({
      name: 'Semilleros de inglés para guías',
      budget: { amount: 60_000_000, currency: 'COP' },
      start: '2027-08-01',
      end: '2028-07-31',
    });
  });

  it('greets, recaps, and puts the same question of the project again', () => {
    const before = c06.answerTo('Semilleros de inglés para guías').split('\n\n').at(-1) as string;
    expect(c06.answerTo('hola, ya volví')).toMatch(/de vuelta[\s\S]*respuestas/);
    expect(c06.answerTo('hola, ya volví')).toContain(before);
    expect(toldIn(c06)).not.toContain('ya volví');
  });

  it('exports what there is and marks what is pending', () => {
    expect(c06.answerTo('expórtelo aunque falten cosas')).toContain('.docx');
    for (const value of [
      'Montefrío',
      'Adriana Cano',
      'ciudades intermedias',
      'avistamiento de aves',
      '$60.000.000',
      'pendiente',
    ])
      expect(c06.document).toContain(value);
  });
});
