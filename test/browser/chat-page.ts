import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Download, type Locator, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Where screenshots are left for a person to look at. */
const SCREENSHOTS = resolve(import.meta.dirname, '../../.ci/out/screenshots');

/** Debian's Chromium. */
export function openBrowser(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
}

/** The web chat as a person sees and uses it. */
export class ChatPage {
  readonly page: Page;
  /** What the browser complained about: errors, refused resources, violations of the page's policy. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') this.complaints.push(`asked ${hostname}`);
    });
  }

  async open(url: string, welcome = '¿En qué le ayudo?'): Promise<void> {
    await this.page.goto(url);
    await this.bubble(welcome);
  }

  /** Where messages are written. */
  get box(): Locator {
    return this.page.locator('.webchat__send-box textarea');
  }

  /** Waits for a message of the assistant with these words: the newest one. */
  async bubble(words: string): Promise<void> {
    await this.page
      .locator('.webchat__bubble__content', { hasText: words })
      .last()
      .waitFor({ timeout: 15_000 });
  }

  /** Writes a message and waits for the words that must come back. */
  async say(text: string, expected: string): Promise<void> {
    const said = await this.messages();
    await this.box.fill(text);
    await this.box.press('Enter');
    const bubbles = this.page.locator('.webchat__bubble__content');
    const answer = bubbles.filter({ hasText: expected });
    const deadline = Date.now() + 15_000;
    // Its own message may hold the words too: only what comes after it counts.
    while ((await this.#lastIndexOf(expected)) <= said) {
      if (Date.now() > deadline)
        throw new Error(`«${expected}» did not come; last: ${await bubbles.last().textContent()}`);
      await this.page.waitForTimeout(100);
    }
    await answer.last().waitFor();
  }

  /** Position of the newest message with these words, from 0; -1 when there is none. */
  async #lastIndexOf(words: string): Promise<number> {
    const texts = await this.page.locator('.webchat__bubble__content').allTextContents();
    return texts.findLastIndex((text) => text.includes(words));
  }

  /** Presses a button that the assistant offers. */
  async choose(label: string, expected: string): Promise<void> {
    await this.page.locator('.webchat__suggested-action', { hasText: label }).first().click();
    await this.bubble(expected);
  }

  messages(): Promise<number> {
    return this.page.locator('.webchat__bubble__content').count();
  }

  /** Downloads the newest file offered. */
  async download(name: string): Promise<Download> {
    const waiting = this.page.waitForEvent('download');
    await this.page.locator('.webchat__fileContent a, a[download], a', { hasText: name }).last().click();
    return await waiting;
  }

  async screenshot(name: string): Promise<void> {
    // The transcript glides to its end.
    await this.page.waitForTimeout(1_200);
    await this.page.screenshot({ path: resolve(SCREENSHOTS, `${name}.png`) });
  }
}
