import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const SCREENSHOTS = resolve(import.meta.dirname, '../../.ci/out/screenshots');

/** Microsoft 365 Agents Playground: the Teams client and its connector on this machine, without an account. */
export class Playground {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** Starts it in front of a bot and waits until its page is served. */
  static async start(endpoint: string): Promise<Playground> {
    const port = await freePort();
    const root = dirname(
      createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'),
    );
    const child = spawn(
      process.execPath,
      [join(root, 'cli.js'), 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'],
      { env: { PATH: process.env.PATH, HOME: process.env.HOME }, stdio: 'ignore' },
    );
    const url = `http://127.0.0.1:${port}`;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const served = await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
      if (served) return new Playground(url, child);
      await new Promise((done) => setTimeout(done, 300));
    }
    child.kill();
    throw new Error('the playground did not start');
  }

  stop(): void {
    this.#child.kill();
  }
}

/** A post in a channel with what was replied to it. */
export type Thread = Locator;

/** The page of the playground as a person uses it. */
export class PlaygroundPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    // Its fonts stand on a server of Microsoft's; nothing leaves this machine.
    await this.page.route(
      (address) => !['127.0.0.1', 'localhost'].includes(address.hostname),
      (route) => route.abort(),
    );
    await this.page.goto(url);
  }

  /** Waits for words in the conversation, outside the log of the page. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).last().waitFor({ timeout: 15_000 });
  }

  /** Waits for words that stand where nobody reads them: the hint of something that the playground cannot show. */
  async has(words: string): Promise<void> {
    await this.page.getByText(words).last().waitFor({ state: 'attached', timeout: 15_000 });
  }

  async say(text: string): Promise<void> {
    const box = this.#boxes.first();
    await box.click();
    await box.pressSequentially(text);
    await box.press('Enter');
  }

  /** Writes to the bot where others read too: it is called by its name. */
  async call(text: string, thread?: Thread): Promise<void> {
    const box = thread ? thread.locator('[role=textbox][contenteditable=true]').last() : this.#boxes.first();
    await this.#mention(box, text);
    await box.press('Enter');
  }

  /** Begins a thread in a channel by calling the bot. */
  async post(text: string): Promise<Thread> {
    await this.#mention(this.#boxes.first(), text);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
    const box = this.page.locator('[role=textbox]');
    // The innermost that holds both the post and the box for replies to it.
    return this.page
      .locator('div')
      .filter({ hasText: new RegExp(`Test Bot\\s*${text}`) })
      .filter({ has: box })
      .last();
  }

  get #boxes(): Locator {
    return this.page.locator('[role=textbox][contenteditable=true]');
  }

  async #mention(box: Locator, text: string): Promise<void> {
    await box.click();
    await box.pressSequentially('@');
    await this.page.getByRole('menuitem', { name: 'Test Bot' }).click();
    await box.pressSequentially(` ${text}`);
  }

  async press(label: string): Promise<void> {
    await this.page.locator('button', { hasText: label }).last().click({ timeout: 15_000 });
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).last().fill(value);
  }

  /** Rates the last answer that can be rated, and says why. */
  async like(why: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Like', exact: true }).last().click();
    await this.page.getByPlaceholder('Give as much detail').fill(why);
    await this.page.getByRole('button', { name: 'Submit' }).click();
    await this.page.getByRole('button', { name: 'Close', exact: true }).click();
  }

  /** Goes to another conversation of the list on the left. */
  async go(name: string): Promise<void> {
    await this.page.getByText(name, { exact: true }).first().click();
    await this.page.waitForTimeout(1_500);
  }

  async screenshot(name: string): Promise<void> {
    await this.page.waitForTimeout(1_000);
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
