import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import type { ChannelKind, ChannelPerson, Option } from '../support/channels/person.ts';
import { teams } from '../support/channels/teams.ts';
import { webChat } from '../support/channels/webchat.ts';
import { whatsApp } from '../support/channels/whatsapp.ts';
import { type Played, play } from '../transcripts/play.ts';

const NOON = Date.parse('2026-11-21T17:00:00Z');
const DAY = 86_400_000;
/** Between two messages of a person, in ms: played faster, they would run into WhatsApp's limit of messages to one. */
const THINKING = 20_000;

/** Nobody writes as fast as this suite: no limit of the service on messages counts. */
const UNLIMITED = { RATE_MESSAGES_PER_MINUTE: '0' };

const CONVERSATIONS = [
  'c01_municipio_pequeno',
  'c02_pregunta_legal_en_medio',
  'c03_correccion_y_retroceso',
  'c04_varios_campos_en_un_mensaje',
  'c05_entradas_invalidas',
  'c06_vuelve_tres_dias_despues',
];

/** What the person of a recorded conversation says, message by message, with the days that pass before some. */
function saidIn({ lines, script }: Played): { text: string; days: number }[] {
  const days = new Map(script.turns.map((turn) => [turn.user, turn.wait_days ?? 0]));
  return lines.filter(({ who }) => who === 'user').map(({ text }) => ({ text, days: days.get(text) ?? 0 }));
}

/** Presses what is written so where it is on offer, and writes it where it is not. */
async function goOn(person: ChannelPerson, offered: readonly Option[], text: string): Promise<Option[]> {
  const option = offered.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  const seen = await (option ? option.press() : person.say(text));
  return seen.flatMap(({ options }) => options);
}

/**
 * A plan without what differs from one run or channel to the next: ids, times, the name of who wrote, and the capital of
 * a free text whose words were pressed on a button.
 */
function comparable(plan: Plan): unknown {
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) => {
    if (key === 'at' || key === 'who') return undefined;
    return typeof value === 'string'
      ? value.replace(/^[0-9a-f]{8}-[0-9a-f-]{27}$/, 'id').toLowerCase()
      : value;
  });
}

describe.each(CONVERSATIONS)('%s', (name) => {
  let played: Played;
  beforeAll(async () => {
    played = await play(name);
  });

  it.each<ChannelKind>([webChat, teams, whatsApp])(
    'played on $name gives the plan that was recorded',
    async (channel) => {
      let now = NOON;
      const driver = await channel.open({ clock: () => new Date(now), environment: UNLIMITED });
      try {
        const person = await driver.person();
        let offered: Option[] = [];
        for (const { text, days } of saidIn(played)) {
          now += days * DAY + THINKING;
          offered = await goOn(person, offered, text);
        }
        const plans = (await driver.app.store.list<Plan>('plans')).map(({ value }) => value);
        expect(plans.map(comparable)).toEqual([comparable(played.plan)]);
        expect(driver.checked().broken).toEqual([]);
      } finally {
        await driver.close();
      }
    },
  );
});
