import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shown, TwoChannels, type WebTalker, type WhatsAppTalker } from '../support/two-channels.ts';

/** The code that was given in an answer. */
function codeIn({ text }: Shown): string {
  const code = /\*\*(?:vincular|link) ([A-Z2-9]{4}-[A-Z2-9]{4})\*\*/.exec(text)?.[1];
  if (code === undefined) throw new Error(`no code in «${text}»`);
  return code;
}

describe('an official who goes on in WhatsApp with the plan begun on the web, mid-question', () => {
  let office: TwoChannels;
  let web: WebTalker;
  let phone: WhatsAppTalker;
  const said = new Map<string, Shown>();

  beforeAll(async () => {
    office = await TwoChannels.open();
    web = await office.webPerson();
    phone = office.whatsAppPerson();
    for (const text of ['Empezar mi plan', 'completa', 'Salento, Quindío', 'municipio']) await web.say(text);
    const offered = await web.say('continuar en WhatsApp');
    said.set('offered', offered);
    said.set('linked', await phone.say(`vincular ${codeIn(offered)}`));
    said.set('notice', await web.look());
    said.set('answered', await phone.say('9.500'));
    said.set('again', await web.say('sigamos'));
    said.set('data', await web.say('mis datos'));
    said.set('used', await office.whatsAppPerson('573009990000').say(`vincular ${codeIn(offered)}`));
  }, 60_000);
  afterAll(async () => {
    expect(await office.close()).toEqual([]);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(office.transcript).toMatchFileSnapshot('golden/linking.txt');
  });

  it('gets the waiting question at once on the other channel', () => {
    expect(said.get('linked')?.text).toMatch(
      /Seguimos donde iba en la otra conversación:[\s\S]*¿Cuántos habitantes/,
    );
  });

  it('goes on with one and the same plan on both', async () => {
    const plans = await office.plans();
    expect(plans).toHaveLength(1);
    expect(plans[0]?.entity).toMatchObject({ name: 'Salento', population: 9_500 });
    expect(said.get('again')?.text).not.toContain('¿Cuántos habitantes');
  });

  it('is told on the first channel, and which channels are linked', () => {
    expect(said.get('notice')?.text).toMatch(/quedó vinculada con otra suya, en WhatsApp[\s\S]*desvincular/);
    expect(said.get('data')?.text).toContain('vinculada con otra, en WhatsApp');
  });

  it('is the only one whom the code serves', () => {
    expect(said.get('used')?.text).toContain('ya se usó');
  });
});

describe('an official who has a plan on each side', () => {
  let office: TwoChannels;
  const said = new Map<string, Shown>();

  beforeAll(async () => {
    office = await TwoChannels.open();
    const web = await office.webPerson();
    const phone = office.whatsAppPerson();
    for (const text of ['Empezar mi plan', 'completa', 'Salento, Quindío']) await web.say(text);
    for (const text of ['Empezar mi plan', 'completa', 'Paipa, Boyacá', 'municipio']) await phone.say(text);
    const code = codeIn(await web.say('vincular otro canal'));
    said.set('own', await web.say(code));
    said.set('asked', await phone.say(code.toLowerCase().replace('-', ' ')));
    said.set('no', await phone.say('no'));
    await phone.say(`vincular ${code}`);
    said.set('yes', await phone.press('Sí, vincular'));
    said.set('where', await phone.say('desvincular'));
    said.set('back', await phone.press('Dejarlo en la otra'));
    said.set('web', await web.say('municipio'));
    said.set('alone', await web.say('desvincular'));
  }, 60_000);
  afterAll(async () => {
    expect(await office.close()).toEqual([]);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(office.transcript).toMatchFileSnapshot('golden/linking-two-plans.txt');
  });

  it('is asked before anything changes, and told what becomes of both plans', () => {
    expect(said.get('asked')?.text).toMatch(/el plan de Paipa[\s\S]*el plan de Salento[\s\S]*no se borra/);
    expect(said.get('no')?.text).toMatch(/No vinculé nada[\s\S]*¿Cuántos habitantes/);
    expect(said.get('yes')?.text).toMatch(
      /el plan de Paipa[\s\S]*queda guardado[\s\S]*¿Qué clase de entidad es\?/,
    );
  });

  it('comes back to the plan that was set aside, and the other goes on where it was', async () => {
    expect(said.get('back')?.text).toMatch(/vuelve a lo que tenía antes[\s\S]*¿Cuántos habitantes/);
    expect(said.get('web')?.text).toContain('Clase de entidad');
    expect(said.get('alone')?.text).toContain('no está vinculada');
    const names = (await office.plans()).map(({ entity }) => entity.name);
    expect(names.toSorted()).toEqual(['Paipa', 'Salento']);
  });

  it('is told that a code belongs to the other conversation', () => {
    expect(said.get('own')?.text).toContain('en esta misma conversación');
  });
});
