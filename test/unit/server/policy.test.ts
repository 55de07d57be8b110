import { beforeAll, describe, expect, it } from 'vitest';
import { Environment, readConfig } from '../../../src/config.ts';
import { type Assets, loadAssets } from '../../../src/server/assets.ts';
import { policyOf, policyPage } from '../../../src/server/policy.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { serve } from './fixture.ts';

const es = loadTexts('dialogs/locales', 'es');
const en = loadTexts('dialogs/locales', 'en');
let assets: Assets;
beforeAll(async () => {
  assets = await loadAssets();
});

/** The page's words, without its marks. */
function wordsOf(environment: Record<string, string>, modelHost?: string, texts = es): string {
  const policy = policyOf(Environment.parse(environment), modelHost);
  return policyPage(policy, texts, assets)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const WHATSAPP = {
  WHATSAPP_TOKEN: 't',
  WHATSAPP_APP_SECRET: 's',
  WHATSAPP_VERIFY_TOKEN: 'v',
  WHATSAPP_PHONE_NUMBER_ID: '1',
  PUBLIC_URL: 'https://bot.example.gov.co',
};

describe("the page on people's data", () => {
  it('names who answers for the data and how to write to them', () => {
    const words = wordsOf({
      RESPONSIBLE_NAME: 'Alcaldía de <Caño>',
      RESPONSIBLE_CONTACT: 'datos@cano.example',
    });
    expect(words).toContain(
      'El responsable del tratamiento es Alcaldía de &lt;Caño&gt;. Consultas y reclamos: datos@cano.example.',
    );
  });

  it('says that nobody is named yet where the operator has not said', () => {
    expect(wordsOf({})).toContain('Todavía no ha escrito aquí su nombre');
  });

  it('says that nothing leaves the service where no channel and no model is configured', () => {
    expect(wordsOf({})).toContain('nada sale de este servicio');
    expect(wordsOf({})).not.toMatch(/Meta|Microsoft|inteligencia artificial/);
  });

  it('names each company that gets what people write', () => {
    const words = wordsOf(WHATSAPP, 'modelo.example.com');
    expect(words).toContain('Meta transporta los mensajes');
    expect(words).toContain('(modelo.example.com)');
    expect(words).not.toContain('Microsoft');
  });

  it('tells how long everything is kept, as configured', () => {
    expect(wordsOf({})).toContain('hasta que usted pida borrarlos.');
    const words = wordsOf({ RETENTION_MONTHS: '24', FILES_KEPT_DAYS: '1' }, undefined, en);
    expect(words).toContain('24 months go by without a word of yours');
    expect(words).toContain('1 day;');
  });

  it('is open to everybody, in both languages', async () => {
    const { base, server, store } = await serve();
    const [spanish, english] = await Promise.all(
      ['', '?lang=en'].map(async (query) =>
        (await fetch(`${base}/privacidad${query}`, { headers: { connection: 'close' } })).text(),
      ),
    );
    expect(spanish).toContain('Superintendencia de Industria y Comercio');
    expect(english).toContain('Terms of use');
    await server.close();
    await store.close();
  });
});

describe('the configuration', () => {
  it('does not take a name without a way to write to it', () => {
    expect(() => readConfig({ RESPONSIBLE_NAME: 'Alcaldía' })).toThrow(/RESPONSIBLE_CONTACT/);
    expect(() => readConfig({ RESPONSIBLE_CONTACT: 'datos@x.example' })).toThrow(/RESPONSIBLE_NAME/);
  });
});
