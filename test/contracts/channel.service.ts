import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import {
  type ChannelDriver,
  type ChannelKind,
  type ChannelPerson,
  download,
} from '../support/channels/person.ts';
import { optionsOf, textOf } from './channel.stage.ts';

/** The part of the contract that the guide and the documents themselves must keep on a channel. */
export function serviceContract(channel: ChannelKind): void {
  describe('with the service behind it', () => {
    let driver: ChannelDriver;
    let ana: ChannelPerson;
    beforeAll(async () => {
      driver = await channel.open();
      ana = await driver.person();
    });
    afterAll(async () => {
      const { sent, broken } = driver.checked();
      await driver.close();
      expect(sent).toBeGreaterThan(10);
      expect(broken).toEqual([]);
    });
    const entity = async () => (await driver.app.store.list<Plan>('plans')).map(({ value }) => value.entity);
    const press = async (said: Awaited<ReturnType<ChannelPerson['say']>>, label: string) => {
      const option = optionsOf(said).find((one) => one.label === label);
      if (!option) throw new Error(`there is no «${label}»: ${textOf(said)}`);
      return await option.press();
    };

    it('takes an old button for what it meant, and one of a plan that is gone for out of date', async () => {
      await ana.say('hola');
      await ana.say('Empezar mi plan');
      await ana.say('Completa');
      const kinds = await ana.say('Pitalito, Huila');
      await ana.say('Municipio');
      await ana.say('138 mil habitantes');
      await press(kinds, 'Distrito');
      expect(await entity()).toMatchObject([{ name: 'Pitalito', kind: 'district', population: 138_000 }]);
      await ana.say('borrar mis datos');
      await ana.say('sí, borrar todo');
      expect(await entity()).toEqual([]);
      expect(textOf(await press(kinds, 'Distrito'))).toContain('ya no aplica');
      expect(await entity()).toEqual([]);
    });

    it('says of what it cannot read that it cannot, and what waits stays', async () => {
      const luis = await driver.person();
      await luis.say('Empezar mi plan');
      await luis.say('completa');
      await luis.say('Ipiales, Nariño');
      for (const kind of ['audio', 'location', 'sticker', 'unsupported'] as const)
        if (luis.sends[kind]) expect(textOf(await luis.sends[kind]())).not.toBe('');
      await luis.say('Municipio');
      expect(await entity()).toMatchObject([{ name: 'Ipiales', kind: 'municipality' }]);
    });

    it('cites passages that open on the page of their document', async () => {
      const luis = await driver.person();
      await luis.say('hola');
      const said = await luis.say('¿qué dice el artículo 289 de la Constitución?');
      const sources = said.flatMap((seen) => seen.sources);
      expect(sources.length).toBeGreaterThan(0);
      for (const { n, url } of sources) {
        expect(textOf(said)).toContain(`[${n}]`);
        const page = await download(url, driver.url);
        expect(page.toString()).toContain(`id="${new URL(url).hash.slice(1)}"`);
      }
    });

    it('hands a plan over, and takes it back', async () => {
      const luis = await driver.person();
      await luis.say('Empezar mi plan');
      await luis.say('completa');
      await luis.say('Tarqui, Huila');
      const [file] = (await luis.say('exportar en json')).flatMap(({ files }) => files);
      const plan = JSON.parse(String(await file?.content())) as Plan;
      expect(plan.entity).toMatchObject({ name: 'Tarqui', department: 'Huila' });
      const changed = JSON.stringify({ ...plan, title: 'Plan de Tarqui' });
      const offered = await luis.sends.file?.(file?.name ?? '', 'application/json', changed);
      if (offered) await press(offered, 'Sí, traer el plan');
      const titles = (await driver.app.store.list<Plan>('plans')).map(({ value }) => value.title);
      expect(titles.includes('Plan de Tarqui')).toBe(luis.sends.file !== undefined);
    });
  });
}
