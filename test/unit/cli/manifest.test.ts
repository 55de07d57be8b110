import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { appPackage, faultsOf, ManifestError, zipped } from '../../../src/cli/manifest-package.ts';
import { EXAMPLES } from '../../../src/config.ts';
import { type Language, loadTexts } from '../../../src/text/locales.ts';
import { readCommand } from '../../../src/understanding/index.ts';

const { MICROSOFT_APP_ID, PUBLIC_URL } = EXAMPLES;
const right = { MICROSOFT_APP_ID, PUBLIC_URL };
const locales = new URL('../../../dialogs/locales', import.meta.url).pathname;

describe('the package of the Teams app', () => {
  it('is filled in from the configuration, with both languages and icons of the right size', async () => {
    const zip = await JSZip.loadAsync(await zipped(await appPackage(right, '1.2.3')));
    expect(Object.keys(zip.files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const text = (await zip.file('manifest.json')?.async('string')) ?? '';
    expect(text).not.toContain('{{');
    expect(JSON.parse(text)).toMatchObject({
      manifestVersion: '1.30',
      version: '1.2.3',
      id: MICROSOFT_APP_ID,
      bots: [{ botId: MICROSOFT_APP_ID, supportsFiles: true, scopes: ['personal', 'groupChat', 'team'] }],
      validDomains: ['bot.example.gov.co'],
    });
    for (const [name, side] of [['color.png', 192] as const, ['outline.png', 32] as const]) {
      const png = Buffer.from((await zip.file(name)?.async('uint8array')) ?? []);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
    }
  });

  it('has an outline of white lines on nothing', () => {
    const svg = readFileSync(new URL('../../../manifest/teams/outline.svg', import.meta.url), 'utf8');
    const { pixels } = new Resvg(svg).render();
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at + 3] === 255) colours.add([...pixels.subarray(at, at + 3)].join());
    expect([...colours]).toEqual(['255,255,255']);
  });

  it.each([
    [{ ...right, MICROSOFT_APP_ID: undefined }, 'MICROSOFT_APP_ID is not set'],
    [{ ...right, PUBLIC_URL: undefined }, 'PUBLIC_URL is not set'],
    [{ ...right, PUBLIC_URL: 'http://bot.example.gov.co' }, 'Teams takes only https://'],
    [{ ...right, PUBLIC_URL: 'https://localhost:3978' }, 'Teams takes only https://'],
    [{ ...right, MICROSOFT_APP_ID: 'not-a-guid' }, 'manifest.json/id'],
  ])('is not made of a wrong configuration, and says what is wrong: %o', async (config, words) => {
    const made = appPackage(config, '1.2.3');
    await expect(made).rejects.toThrow(ManifestError);
    await expect(appPackage(config, '1.2.3')).rejects.toThrow(words);
  });

  it('is refused by the schema where Teams would refuse it', async () => {
    const manifest = JSON.parse(String((await appPackage(right, '1.2.3'))['manifest.json'])) as object;
    const wrong = { ...manifest, accentColor: 'teal', name: { short: 'x'.repeat(31) }, tabs: [] };
    const faults = await faultsOf('m', JSON.stringify(wrong), 'MicrosoftTeams.schema.json');
    expect(faults.join('\n')).toMatch(/m: .*additional[\s\S]*m\/name\/short: .*30[\s\S]*m\/accentColor/);
  });

  it('is checked by the schema that it names', async () => {
    expect(await faultsOf('x.json', '{}', 'MicrosoftTeams.schema.json')).toEqual([
      expect.stringContaining('names no version'),
    ]);
  });

  it('offers commands that the conversation knows, in both languages', async () => {
    const files = await appPackage(right, '1.2.3');
    const { bots } = JSON.parse(String(files['manifest.json'])) as {
      bots: { commandLists: { commands: { title: string }[] }[] }[];
    };
    const spanish = bots[0]?.commandLists[0]?.commands.map(({ title }) => title) ?? [];
    const english = Object.entries(JSON.parse(String(files['en.json'])) as Record<string, string>)
      .filter(([key]) => key.endsWith('.title'))
      .map(([, title]) => title);
    expect(english).toHaveLength(spanish.length);
    const known = (title: string, language: Language) =>
      title === loadTexts(locales, language).t('bot.choice.start') ||
      readCommand(title, { language, today: '2026-09-01' }) !== undefined;
    expect(spanish.filter((title) => !known(title, 'es'))).toEqual([]);
    expect(english.filter((title) => !known(title, 'en'))).toEqual([]);
  });
});
