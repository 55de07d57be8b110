import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/bot/conversation.ts';
import { hashOf, newCode, spelled } from '../../../src/bot/linking/code.ts';
import { INBOX, openMarks, tombstoneOf } from '../../../src/storage/marks.ts';
import { readLinking } from '../../../src/understanding/index.ts';
import { LocalConnector } from '../../support/connector.ts';
import { type Shown, TwoChannels, type WebTalker, type WhatsAppTalker } from '../../support/two-channels.ts';

let office: TwoChannels;
let web: WebTalker;
let phone: WhatsAppTalker;
let numbers = 0;

beforeAll(async () => {
  office = await TwoChannels.open();
});
afterAll(async () => {
  expect(await office.close()).toEqual([]);
});
beforeEach(async () => {
  numbers += 1;
  web = await office.webPerson();
  phone = office.whatsAppPerson(`5730011122${String(numbers).padStart(2, '0')}`);
});

const code = ({ text }: Shown): string => {
  const given = /\*vincular ([A-Z2-9]{4}-[A-Z2-9]{4})\*/.exec(text)?.[1];
  if (given === undefined) throw new Error(`no code in «${text}»`);
  return given;
};
const conversations = async () => await office.app.store.list<Conversation>('conversations');
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      [
        'conversations',
        'plans',
        'link-codes',
        'reminders',
        'files',
        'whatsapp-contacts',
        'whatsapp-choices',
      ].map((collection) => office.app.store.list(collection)),
    ),
  );
/** The web begins a plan of a town and the phone goes on with it. */
async function linked(town = 'Salento, Quindío'): Promise<void> {
  for (const text of ['Empezar mi plan', 'completa', town]) await web.say(text);
  await phone.say(`vincular ${code(await web.say('vincular otro canal'))}`);
  await web.look();
}
/** Kinds of the plans of a town. */
const kindsOf = async (town: string) =>
  (await office.plans()).filter(({ entity }) => entity.name === town).map(({ entity }) => entity.kind);

describe('a code', () => {
  it('has eight letters and figures that nobody confuses, never only one kind, and is kept as a hash', () => {
    const codes = Array.from({ length: 500 }, newCode);
    expect(codes.every((one) => /^(?=.*\d)(?=.*[A-Z])[ACDEFHJKMPRTWXY2346789]{8}$/.test(one))).toBe(true);
    expect(new Set(codes).size).toBe(500);
    expect(spelled('ACDE2347')).toBe('ACDE-2347');
    const hash = hashOf('ACDE2347', createSecretKey('one', 'utf8'));
    expect(hash).not.toBe(hashOf('ACDE2347', createSecretKey('other', 'utf8')));
  });

  it.each([
    ['vincular ACDE-2347', { type: 'redeem', code: 'ACDE2347' }],
    ['Vincular acde 2347, por favor', { type: 'redeem', code: 'ACDE2347' }],
    ['acde2347', { type: 'redeem', code: 'ACDE2347' }],
    ['A C D E 2 3 4 7', { type: 'redeem', code: 'ACDE2347' }],
    ['el código es ACDE-2347', { type: 'redeem', code: 'ACDE2347' }],
    ['link acde-2347', { type: 'redeem', code: 'ACDE2347' }],
    ['vincular ACDE-23', { type: 'unread' }],
    ['vincular otro canal', { type: 'offer' }],
    ['quiero continuar en WhatsApp', { type: 'offer', channel: 'whatsapp' }],
    ['seguir por Teams', { type: 'offer', channel: 'msteams' }],
    ['continuar en otro computador', { type: 'offer', channel: 'webchat' }],
    ['link another channel', { type: 'offer' }],
    ['desvincular', { type: 'leave' }],
    ['desvincular WhatsApp', { type: 'leave' }],
    ['unlink', { type: 'leave' }],
  ] as const)('«%s» is read', (text, ask) => {
    expect(readLinking(text)).toEqual(ask);
  });

  it.each([
    'vincular a la academia en los proyectos',
    'Vincular 12 empresas al plan',
    'vincular 12 ONG',
    'continuar',
    'seguir con el plan',
    'HECTAREA',
    '12345678',
    'meta 2027',
    'conectar el municipio con redes de ciudades',
    'enlace con la Gobernación',
    'Un canal de WhatsApp para la ciudadanía',
  ])('«%s» is about something else', (text) => {
    expect(readLinking(text)).toBeUndefined();
  });
});

describe('a code that does not serve', () => {
  it('is wrong, unreadable, expired or used, and each is said', async () => {
    expect((await phone.say('vincular ACDE-2347')).text).toContain('no corresponde a ninguna conversación');
    expect((await phone.say('vincular ACD-23')).text).toContain('no parece un código');
    const given = code(await web.say('vincular otro canal'));
    office.pass(10 * 60_000);
    expect((await phone.say(`vincular ${given}`)).text).toContain('ya venció');
    const fresh = code(await web.say('vincular otro canal'));
    expect((await phone.say(`vincular ${given}`)).text).toContain('no corresponde');
    expect((await phone.say(fresh)).text).toContain('ahora son una sola');
    const other = office.whatsAppPerson(`573002220${String(numbers).padStart(3, '0')}`);
    expect((await other.say(fresh)).text).toContain('ya se usó');
  });

  it('cannot be guessed: after five no more are looked up for an hour, not even the right one', async () => {
    const right = code(await web.say('vincular otro canal'));
    for (let i = 0; i < 5; i += 1) await phone.say(`vincular ACDE-234${i + 2}`.replace('5', '9'));
    expect((await phone.say(`vincular ${right}`)).text).toContain('dentro de una hora');
    office.pass(61 * 60_000);
    const again = code(await web.say('vincular otro canal'));
    expect((await phone.say(`vincular ${again}`)).text).toContain('ahora son una sola');
  });
});

describe('linked conversations', () => {
  it('go on with the plan of whoever has one, whichever side gave the code', async () => {
    for (const text of ['Empezar mi plan', 'completa', 'Girardot, Cundinamarca']) await phone.say(text);
    const given = code(await web.say('vincular WhatsApp'));
    const told = await phone.say(given);
    expect(told.text).toMatch(/Allá seguirá con este mismo plan[\s\S]*¿Qué clase de entidad/);
    expect((await web.look()).text).toContain('ahora sigue con lo que usted tenía allá');
    await web.say('municipio');
    expect(await kindsOf('Girardot')).toEqual(['municipality']);
  });

  it('both count when both are written in at once', async () => {
    await linked('Filandia, Quindío');
    await Promise.all([
      web.say('corregir población: 13 mil'),
      phone.say('corregir clase de entidad: municipio'),
    ]);
    const [plan] = (await office.plans()).filter(({ entity }) => entity.name === 'Filandia');
    expect(plan?.entity).toMatchObject({ kind: 'municipality', population: 13_000 });
  });

  it('understand a button of the first channel after the question was answered on the second', async () => {
    for (const text of ['Empezar mi plan', 'completa', 'Circasia, Quindío']) await phone.say(text);
    await web.say(code(await phone.say('vincular otro canal')));
    await web.say('municipio');
    expect((await web.say('30 mil')).text).toContain('30.000');
    expect(await kindsOf('Circasia')).toEqual(['municipality']);
    const told = await phone.press('Distrito');
    expect(told.text).toContain('antes «Municipio»; ahora *Distrito*');
    expect(await kindsOf('Circasia')).toEqual(['district']);
  });

  it('are three where a third joins, and a linked one joins no other', async () => {
    await linked('Montenegro, Quindío');
    const second = await office.webPerson();
    await second.say(code(await phone.say('vincular otro dispositivo')));
    await second.say('municipio');
    expect(await kindsOf('Montenegro')).toEqual(['municipality']);
    const stranger = await office.webPerson();
    const theirs = code(await stranger.say('vincular otro canal'));
    expect((await second.say(theirs)).text).toContain(
      'Para vincularla con otra, escriba primero «desvincular»',
    );
  });

  it('stay apart from a conversation begun anew on the web', async () => {
    await linked('Calarcá, Quindío');
    const anew = await office.webPerson();
    expect((await anew.say('ver plan')).text).toContain('Todavía no tiene un plan');
  });
});

describe('«desvincular»', () => {
  it('can leave the plan here, and the other side is told when it goes on', async () => {
    await linked('La Tebaida, Quindío');
    await phone.say('desvincular');
    expect((await phone.press('Dejarlo aquí')).text).toMatch(
      /queda solo en esta conversación[\s\S]*¿Qué clase/,
    );
    expect((await web.say('ver plan')).text).toMatch(/se separó desde WhatsApp[\s\S]*no tiene un plan/);
    await phone.say('municipio');
    expect(await kindsOf('La Tebaida')).toEqual(['municipality']);
  });

  it('can leave it on the other side, which keeps it and is told', async () => {
    await linked('Pijao, Quindío');
    await phone.say('desvincular');
    expect((await phone.press('Dejarlo en la otra')).text).toContain('Esta queda libre');
    expect((await web.say('municipio')).text).toMatch(/ya no está vinculada con esta[\s\S]*Municipio/);
    expect((await web.say('desvincular')).text).toContain('no está vinculada');
    await phone.say(code(await web.say('vincular otro canal')));
    expect((await phone.say('ver plan')).text).toContain('Pijao');
  });

  it('changes nothing when they think better of it', async () => {
    await linked('Buenavista, Quindío');
    await phone.say('desvincular');
    expect((await phone.press('No desvincular')).text).toContain('siguen vinculadas');
    await phone.say('municipio');
    expect((await web.say('ver plan')).text).toContain('Municipio');
  });
});

describe('«borrar mis datos» in a linked conversation', () => {
  it.each(['web', 'phone'] as const)(
    'from the %s erases both sides, what was set aside, and the code',
    async (side) => {
      const known = new Set((await conversations()).map(({ key }) => key));
      const [mine, theirs] = [`Armenia ${numbers}`, `Génova ${numbers}`];
      for (const text of ['Empezar mi plan', 'completa', `${theirs}, Quindío`]) await phone.say(text);
      for (const text of ['Empezar mi plan', 'completa', `${mine}, Quindío`]) await web.say(text);
      await phone.say(code(await web.say('vincular otro canal')));
      await phone.press('Sí, vincular');
      await web.say('recuérdeme seguir el plan');
      const whole = await everything();
      expect(whole).toContain(mine);
      expect(whole).toContain(theirs);
      const keys = (await conversations())
        .map(({ key }) => key)
        .filter((key) => !known.has(key) || key === `webchat/${web.conversation}`);
      expect(keys).toHaveLength(3);
      const asked = await (side === 'web' ? web : phone).say('borrar mis datos');
      expect(asked.text).toContain('También borraré lo mismo en la conversación vinculada');
      if (side === 'web') await web.say('Sí, borrar todo');
      else await phone.press('Sí, borrar todo');
      const after = await everything();
      expect(after).not.toContain(mine);
      expect(after).not.toContain(theirs);
      const left = (await conversations()).map(({ key }) => key);
      expect(left.filter((key) => keys.includes(key))).toEqual([]);
      const mark = await openMarks(office.app.store);
      for (const key of keys) {
        expect(await tombstoneOf(office.app.store, mark, key), key).toBeDefined();
        const attended = await office.app.store.list(INBOX, `${mark(key)}/`);
        expect(attended.filter(({ value }) => JSON.stringify(value) !== '{"delivered":true}')).toEqual([]);
      }
      const codes = await office.app.store.list('link-codes');
      expect(codes.filter(({ value }) => JSON.stringify(value).includes(web.conversation))).toEqual([]);
      expect(await office.app.store.list('reminders')).toEqual([]);
      if (side === 'web') expect((await phone.say('ver plan')).text).toContain('no tiene un plan');
      else expect(await office.app.store.readStream(`webchat/${web.conversation}`, 0)).toEqual([]);
    },
  );

  it('shows before what there is, also what was set aside', async () => {
    await linked('Córdoba, Quindío');
    expect((await phone.say('mis datos')).text).toContain('vinculada con otra, en el chat de la página web');
  });
});

describe('where several people write', () => {
  it('no code is given or taken', async () => {
    const connector = await LocalConnector.open();
    try {
      const url = office.api.webhook.replace('/api/whatsapp', '/api/messages');
      const post = async (text: string) => {
        const before = connector.sent.length;
        await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            type: 'message',
            id: `group-${text}`,
            text,
            channelId: 'msteams',
            serviceUrl: connector.url,
            from: { id: '29:ana', name: 'Ana Ruiz', aadObjectId: 'ana' },
            recipient: { id: '28:bot', name: 'Acción' },
            conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true },
          }),
        });
        return JSON.stringify(connector.sent.slice(before));
      };
      expect(await post('vincular otro canal')).toContain('Aquí escriben varias personas');
      const given = code(await web.say('vincular otro canal'));
      expect(await post(`vincular ${given}`)).toContain('Aquí escriben varias personas');
      expect((await phone.say(given)).text).toContain('ahora son una sola');
    } finally {
      await connector.close();
    }
  });
});
