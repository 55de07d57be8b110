import { createSecretKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Contacts } from '../../../src/channels/whatsapp/contact.ts';
import { Pace, paceOfNumber } from '../../../src/channels/whatsapp/pace.ts';
import { recordsErasure } from '../../../src/server/erasure.ts';
import { GraphApi, SECOND_NUMBER, TOKEN } from '../../support/graph-api.ts';
import { WhatsAppPerson } from '../../support/whatsapp-person.ts';
import { type Channel, echo, openChannel, settle } from './channel.ts';

const HOUR = 60 * 60 * 1000;

let api: GraphApi;
let channel: Channel;
let ana: WhatsAppPerson;

beforeEach(async () => {
  api = await GraphApi.start();
  api.tellsStatuses = false;
  channel = await openChannel(api);
  ana = new WhatsAppPerson(api, '573001112233');
});
afterEach(async () => {
  await channel.whatsApp.stop();
  await api.stop();
  expect(api.violations).toEqual([]);
  const logged = JSON.stringify(channel.log);
  expect(logged).not.toContain(TOKEN);
  expect(logged).not.toContain(ana.phone);
  expect(logged).not.toContain('hola');
});

/** Delivers a text and waits for all that comes of it. */
async function say(text: string): Promise<string[]> {
  const before = ana.seen.length;
  expect(await ana.deliver(ana.text(text))).toBe(200);
  await settle(channel.whatsApp);
  return ana.seen.slice(before).map((seen) => seen.text);
}

/** Something said without a message of the person: a reminder. */
async function remind(text: string): Promise<void> {
  const [pending] = await channel.store.list<{ address: object }>('whatsapp-contacts');
  const reference = { channelId: 'whatsapp', conversation: { id: pending?.key ?? '' } };
  await channel.whatsApp.adapter.continueConversation(reference as never, async (context) => {
    await context.sendActivity(text);
  });
  await settle(channel.whatsApp);
}

const codes = () => channel.log.map(({ data }) => data.code).filter((code) => code !== undefined);
const waits = () => channel.timer.waits.filter((ms) => ms !== 250);

describe('an error of Meta, by its number', () => {
  it.each([
    [131056, 400, [1000, 4000, 16_000]],
    [130429, 400, [1000, 2000, 4000]],
    [80007, 400, [1000, 2000, 4000]],
    [4, 400, [1000, 2000, 4000]],
    [131016, 500, [1000, 2000, 4000]],
    [131000, 500, [1000, 2000, 4000]],
    [999, 503, [1000, 2000, 4000]],
    [999, 429, [1000, 2000, 4000]],
  ])('%i (status %i) waits longer each time and then sends it', async (code, status, expected) => {
    api.fail({ code, status }, { code, status }, { code, status });
    expect(await say('hola')).toEqual(['eco: hola']);
    expect(waits()).toEqual(expected);
    expect(codes()).toEqual([code, code, code]);
  });

  it('that one message always meets is not waited out for ever: Meta takes those of others, and it is let go', async () => {
    const luis = new WhatsAppPerson(api, '573004445566');
    api.fail({ code: 131000, status: 500, alwaysTo: ana.phone });
    expect(await ana.deliver(ana.text('hola'))).toBe(200);
    // While only this message fails nobody knows better: Meta may be away.
    for (let said = 0; said < 12; said += 1) {
      expect(await luis.deliver(luis.text(`sigo ${said}`))).toBe(200);
      await channel.whatsApp.idle();
      await new Promise((done) => setTimeout(done, 5));
    }
    await settle(channel.whatsApp);
    expect(luis.seen).toHaveLength(12);
    expect(ana.seen).toEqual([]);
    const waiting = (await channel.store.list<{ sent?: object }>('whatsapp-outbox')).filter(
      ({ value }) => !value.sent,
    );
    expect(waiting).toEqual([]);
    const tries = codes().length;
    expect(tries).toBeGreaterThan(8);
    expect(tries).toBeLessThan(40);
    expect(channel.log.at(-1)).toMatchObject({ level: 'error', message: 'WhatsApp refused a message' });
  });

  it('that did not even come is waited out too', async () => {
    api.fail({ code: 0, status: 0 }, { code: 0, status: 0 });
    expect(await say('hola')).toEqual(['eco: hola']);
    expect(waits()).toEqual([1000, 2000]);
  });

  it('waits as long as Meta asks', async () => {
    api.fail({ code: 130429, status: 429, headers: { 'retry-after': '30' } });
    expect(await say('hola')).toEqual(['eco: hola']);
    expect(waits()).toEqual([30_000]);
  });

  it.each([131026, 131049, 130497])('%i lets the message go, and the next one is sent', async (code) => {
    api.fail({ code });
    expect(await say('hola')).toEqual([]);
    expect(codes()).toEqual([code]);
    expect(await say('hola otra vez')).toEqual(['eco: hola otra vez']);
  });

  it.each([190, 0, 10, 200, 131031, 133010])(
    '%i is said to the operator, and sending goes on once Meta takes messages again',
    async (code) => {
      api.fail({ code, status: 401 });
      let fault: string | undefined;
      const wait = channel.timer.wait;
      channel.timer.wait = async (ms, signal) => {
        fault ??= channel.whatsApp.fault();
        await wait(ms, signal);
      };
      expect(await say('hola')).toEqual(['eco: hola']);
      expect(fault).toContain(`${code}: `);
      expect(channel.whatsApp.fault()).toBeUndefined();
      expect(waits()).toEqual([300_000]);
      expect(channel.log[0]).toMatchObject({ level: 'error', data: { code } });
    },
  );

  it('a token that is not valid is not repeated anywhere, though Meta repeats it', async () => {
    await channel.whatsApp.stop();
    const wrong = `${TOKEN}-expired`;
    channel = await openChannel(api, { token: wrong });
    channel.timer.wait = async () => void channel.whatsApp.stop();
    await ana.deliver(ana.text('hola'));
    await settle(channel.whatsApp);
    expect(channel.whatsApp.fault()).toBe('190: the access token has expired');
    expect(api.refused).toContain(190);
    expect(JSON.stringify(channel.log)).not.toContain(wrong);
  });

  it('a refused list goes as text, so that the choices are not lost', async () => {
    await channel.whatsApp.stop();
    const rows = ['Uno', 'Dos', 'Tres', 'Cuatro'].map((title) => ({ id: title, title }));
    channel = await openChannel(api, {
      logic: async (context) => {
        const whatsapp = { type: 'list', body: 'Elija', button: 'Ver', rows };
        await context.sendActivities([{ type: 'message', channelData: { whatsapp } }]);
      },
    });
    api.fail({ code: 131009 });
    expect(await say('hola')).toEqual(['Elija\n- Uno\n- Dos\n- Tres\n- Cuatro']);
  });

  it('a text that is refused is let go once', async () => {
    api.fail({ code: 100 });
    expect(await say('hola')).toEqual([]);
    expect(api.refused).toEqual([100]);
  });

  it('is heeded when it comes after, as a status', async () => {
    await say('hola');
    const [sent] = ana.taken;
    await api.status(sent?.id ?? '', 'failed', 131056);
    await settle(channel.whatsApp);
    await new Promise((done) => setTimeout(done, 20));
    await settle(channel.whatsApp);
    expect(ana.seen.map(({ text }) => text)).toEqual(['eco: hola', 'eco: hola']);
    const [, again] = ana.taken;
    await api.status(again?.id ?? '', 'delivered');
    await api.status(again?.id ?? '', 'failed', 131026);
    await new Promise((done) => setTimeout(done, 20));
    expect(codes()).toEqual([131056, 131026]);
    expect(await channel.store.list('whatsapp-outbox')).toEqual([]);
  });
});

describe('the window of 24 hours', () => {
  it('is not written into once it closed: a template asks once, and what waits comes when the person writes', async () => {
    await say('hola');
    channel.timer.jump(24 * HOUR);
    await remind('Recuerde su plan');
    await remind('Mañana vence un hito');
    expect(ana.seen.at(-1)).toMatchObject({ type: 'template', text: 'retomar_plan' });
    expect(ana.seen).toHaveLength(2);
    expect(await say('Seguir')).toEqual(['Recuerde su plan', 'Mañana vence un hito', 'eco: Seguir']);
    channel.timer.jump(25 * HOUR);
    await remind('Otra vez');
    expect(ana.seen.filter(({ type }) => type === 'template')).toHaveLength(2);
  });

  it('is open until just before its end', async () => {
    await say('hola');
    channel.timer.jump(24 * HOUR - 5 * 60_000);
    await remind('Recuerde su plan');
    expect(ana.seen.at(-1)).toMatchObject({ type: 'text', text: 'Recuerde su plan' });
  });

  it.each(['at once', 'as a status'])('counts as closed when Meta says so %s (131047)', async (how) => {
    if (how === 'at once') api.fail({ code: 131047 });
    await say('hola');
    if (how === 'as a status') await api.status(ana.taken[0]?.id ?? '', 'failed', 131047);
    await new Promise((done) => setTimeout(done, 20));
    await settle(channel.whatsApp);
    expect(ana.seen.at(-1)?.type).toBe('template');
    expect(await say('hola de nuevo')).toEqual(['eco: hola', 'eco: hola de nuevo']);
  });

  it('without a template what waits is kept, and the log says why', async () => {
    await channel.whatsApp.stop();
    channel = await openChannel(api, { template: false });
    await say('hola');
    channel.timer.jump(25 * HOUR);
    await remind('Recuerde su plan');
    expect(ana.seen).toHaveLength(1);
    expect(channel.log.at(-1)?.message).toContain('WHATSAPP_TEMPLATE');
    expect(await say('aquí estoy')).toEqual(['Recuerde su plan', 'eco: aquí estoy']);
  });

  it('keeps what waits when the template is refused, and does not ask again and again', async () => {
    await say('hola');
    channel.timer.jump(25 * HOUR);
    api.fail({ code: 132015 });
    await remind('Recuerde su plan');
    await remind('Y esto');
    expect(api.refused).toEqual([132015]);
    expect(channel.log.at(-1)).toMatchObject({ level: 'error', data: { code: 132015 } });
    expect(await say('aquí')).toEqual(['Recuerde su plan', 'Y esto', 'eco: aquí']);
  });
});

describe('rates', () => {
  it('lets a burst of 45 go to one person and then one every 6 seconds', () => {
    const pace = new Pace(6000, 45);
    for (let n = 0; n < 45; n += 1) {
      expect(pace.delay(0)).toBe(0);
      pace.count(0);
    }
    expect(pace.delay(0)).toBe(6000);
    expect(pace.delay(6000)).toBe(0);
    pace.count(6000);
    expect(pace.delay(6000)).toBe(6000);
    expect(pace.idle(46 * 6000)).toBe(true);
  });

  it('lets no second have more than 80 messages of one number, however many people are written to', () => {
    const pace = paceOfNumber();
    const sent: number[] = [];
    for (let now = 0; now < 5000; now += 1)
      while (pace.delay(now) === 0) {
        pace.count(now);
        sent.push(now);
      }
    const most = Math.max(...sent.map((end) => sent.filter((at) => at > end - 1000 && at <= end).length));
    expect(most).toBeGreaterThan(70);
    expect(most).toBeLessThanOrEqual(80);
  });

  it('keeps within them whatever the bot says at once', async () => {
    await channel.whatsApp.stop();
    channel = await openChannel(api, {
      logic: async (context) => {
        const many = Array.from({ length: 60 }, (_, n) => ({ type: 'message', text: `parte ${n}` }));
        await context.sendActivities(many);
      },
    });
    const said = await say('todo');
    expect(said).toEqual(Array.from({ length: 60 }, (_, n) => `parte ${n}`));
  });

  it('holds up nobody but the person with whom to wait', async () => {
    const luis = new WhatsAppPerson(api, '573009998877');
    api.fail({ code: 131056 });
    await ana.deliver(ana.text('uno'));
    await luis.deliver(luis.text('dos'));
    await settle(channel.whatsApp);
    expect([...ana.seen, ...luis.seen].map(({ text }) => text).sort()).toEqual(['eco: dos', 'eco: uno']);
  });
});

describe('what waits to be sent', () => {
  it('outlives a stop of the service, in its order, and is sent once', async () => {
    api.fail({ code: 131056 });
    channel.timer.wait = async () => void channel.whatsApp.stop();
    await ana.deliver(ana.text('primero'), ana.text('segundo'));
    await settle(channel.whatsApp);
    expect(ana.seen).toEqual([]);
    const { store } = channel;
    channel = await openChannel(api, { store });
    await channel.whatsApp.resume(true);
    await settle(channel.whatsApp);
    expect(ana.seen.map(({ text }) => text)).toEqual(['eco: primero', 'eco: segundo']);
    await channel.whatsApp.stop();
    channel = await openChannel(api, { store });
    await channel.whatsApp.resume(true);
    await settle(channel.whatsApp);
    expect(ana.seen).toHaveLength(2);
  });

  it('is sent once when the bot hands it over twice', async () => {
    await channel.whatsApp.stop();
    channel = await openChannel(api, {
      logic: async (context) => {
        const reply = { type: 'message', id: 'r-1', text: 'una vez' };
        await context.sendActivities([reply]);
        await context.sendActivities([reply]);
      },
    });
    expect(await say('algo')).toEqual(['una vez']);
  });

  it('waits for the one before to arrive, since Meta keeps no order', async () => {
    await channel.whatsApp.stop();
    api.tellsStatuses = true;
    channel = await openChannel(api, {
      logic: async (context) => {
        await context.sendActivities([
          { type: 'message', text: 'uno' },
          { type: 'message', text: 'dos' },
        ]);
      },
    });
    expect(await say('algo')).toEqual(['uno', 'dos']);
    expect(await channel.store.list('whatsapp-outbox')).toEqual([]);
  });
});

describe('a person', () => {
  it('is a pseudonym everywhere but in the record that sending needs', async () => {
    await say('hola');
    const [contact] = await channel.store.list<{ address: { to: string } }>('whatsapp-contacts');
    expect(contact?.value.address.to).toBe(ana.phone);
    expect(contact?.key).toMatch(/^wa-[0-9a-f]{32}$/);
    for (const collection of ['whatsapp-taken', 'whatsapp-aliases', 'whatsapp-pending'])
      expect(JSON.stringify(await channel.store.list(collection))).not.toContain(ana.phone);
  });

  it('has another conversation with each number of the service, answered from that number', async () => {
    const there = new WhatsAppPerson(api, ana.phone, SECOND_NUMBER);
    await api.deliver({
      object: 'whatsapp_business_account',
      entry: [there.entry(there.text('allá')), ana.entry(ana.text('acá'))],
    });
    await settle(channel.whatsApp);
    expect(ana.seen.map(({ text }) => text)).toEqual(['eco: acá']);
    expect(there.seen.map(({ text }) => text)).toEqual(['eco: allá']);
    expect(await channel.store.list('whatsapp-contacts')).toHaveLength(2);
  });

  it('who hides their number keeps their conversation, and is written to by the id that Meta gives', async () => {
    await say('hola');
    const hidden = new WhatsAppPerson(api, `CO.1${ana.phone}`);
    const { from: _from, ...message } = hidden.text('ya sin número');
    expect(await hidden.deliver({ ...message, from_user_id: hidden.phone })).toBe(200);
    await settle(channel.whatsApp);
    expect(await channel.store.list('whatsapp-contacts')).toHaveLength(1);
    expect(hidden.taken.map(({ body }) => body.recipient)).toEqual([hidden.phone]);
  });

  it('is erased whole, and still gets the answer to asking for it', async () => {
    await say('hola');
    channel.timer.jump(1000);
    await channel.whatsApp.stop();
    const { store } = channel;
    channel = await openChannel(api, {
      store,
      logic: async (context) => {
        const { id } = context.activity.conversation;
        await store.commit(await recordsErasure(store, `whatsapp/${id}`));
        await echo(context);
      },
    });
    expect(await say('borrar mis datos')).toEqual(['eco: borrar mis datos']);
    const left = await Promise.all(
      ['contacts', 'aliases', 'choices', 'pending', 'outbox'].map((name) => store.list(`whatsapp-${name}`)),
    );
    expect(left).toEqual([[], [], [], [], []]);
  });

  it('is erased whole while a message of theirs is with Meta, and whatever its status says', async () => {
    let erased: Promise<unknown> | undefined;
    api.onTaken = () => {
      // It is on its way still when its person goes.
      erased ??= channel.store
        .list('whatsapp-contacts')
        .then(async ([kept]) => recordsErasure(channel.store, `whatsapp/${kept?.key}`))
        .then((batch) => channel.store.commit(batch));
    };
    const send = channel.store.commit;
    channel.store.commit = async (batch) => {
      if (batch.writes?.some(({ collection }) => collection === 'whatsapp-sent')) await erased;
      return await send(batch);
    };
    expect(await say('hola')).toEqual(['eco: hola']);
    const left = ['contacts', 'outbox', 'sent'].map((name) => channel.store.list(`whatsapp-${name}`));
    expect(await Promise.all(left)).toEqual([[], [], []]);
    await api.status(api.taken[0]?.id ?? '', 'failed', 131047);
    await settle(channel.whatsApp);
    expect(ana.seen).toHaveLength(1);
  });

  it('has a pseudonym that nobody without the secret can make', async () => {
    const { store } = channel;
    const address = { phoneNumberId: '1', to: ana.phone };
    const one = await new Contacts(store, createSecretKey('one', 'utf8')).conversationOf(address);
    const other = await new Contacts(store, createSecretKey('other', 'utf8')).conversationOf(address);
    expect(one).not.toBe(other);
  });
});
