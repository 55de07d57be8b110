import type { Logger } from 'pino';
import { CONVERSATION_VERSION, type Conversation } from '../bot/conversation.ts';
import { ERASING, erasureOf } from '../bot/erase.ts';
import { CODE_LIFETIME, CODE_MEMORY, LINK_CODES } from '../bot/linking/code.ts';
import { SET_ASIDE } from '../channels/set-aside.ts';
import { PAGES } from '../channels/teams/index.ts';
import { CONVERSATIONS, TRANSCRIPTS, transcriptStream } from '../channels/webchat/index.ts';
import { KEPT_CHOICES } from '../channels/whatsapp/records.ts';
import { INBOX, openMarks } from '../storage/marks.ts';
import { RevisionConflict, type Store, type Write } from '../storage/store.ts';
import { eraseAgain } from './erase-again.ts';
import { partsOf, recordsErasure } from './erasure.ts';
import { together } from './together.ts';
import { touchedAt } from './touched.ts';

const DAY = 86_400_000;
/** How often what was erased is looked after, in ms. */
const TICK = 60_000;
/** How long the last words to somebody who was erased stay where they can be fetched, in ms. */
const FAREWELL = 120_000;
/** How long it is remembered what was attended, in days: nothing is delivered again after a week. */
const ATTENDED_DAYS = 30;

/** The note that something deleted may still stand in the files; it outlives a stop. */
const UNSCRUBBED: Write = { collection: 'housekeeping', key: 'unscrubbed', value: true };

export interface HousekeepingOptions {
  store: Store;
  clock(): Date;
  log: Logger;
  /** Months after which a conversation that nobody wrote in is erased with its plan; undefined for never. */
  retentionMonths?: number | undefined;
  /** Days that files handed out, pages of long messages and the log of the web chat are kept. */
  filesDays: number;
}

/**
 * Lets go of what is no longer to be kept: at the start, and once a day; what a person asked to have erased, within
 * minutes. Everything here may run on several replicas at once, and again after it was cut short.
 */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #swept = 0;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
  }

  /** Begins, and looks again every minute. */
  start(): void {
    const tick = () => {
      this.#running = this.#running.then(() => this.tick());
    };
    tick();
    this.#timer = setInterval(tick, TICK);
    this.#timer.unref();
  }

  /**
   * Erases once more what an older copy of the database brought back: before anything that waits is taken up.
   * @throws what the store throws: a service that cannot know who was erased attends nobody
   */
  async eraseAgain(): Promise<void> {
    const again = await eraseAgain(this.#options);
    if (again > 0) this.#options.log.info({ conversations: again }, 'what had been erased was erased again');
  }

  /** Resolves when nothing is being done, and nothing will be. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** One look at everything. Never rejects: what fails is logged, and tried again at the next. */
  async tick(): Promise<void> {
    const now = this.#options.clock().getTime();
    try {
      if (now >= this.#swept + DAY) {
        await this.#sweep(now);
        this.#swept = now;
      }
      await this.#finishErasures(now);
      await this.#scrub();
    } catch (error) {
      this.#options.log.warn({ err: error }, 'housekeeping could not be done: it is tried again in a minute');
    }
  }

  async #sweep(now: number): Promise<void> {
    const { store, filesDays, log } = this.#options;
    const before = (days: number) => new Date(now - days * DAY).toISOString();
    const attended = await store.prune(INBOX, before(ATTENDED_DAYS));
    const codes = await store.prune(LINK_CODES, new Date(now - CODE_LIFETIME - CODE_MEMORY).toISOString());
    let files = 0;
    for (const collection of ['files', PAGES, KEPT_CHOICES, SET_ASIDE])
      files += await store.prune(collection, before(filesDays));
    const said = await store.pruneStreams(TRANSCRIPTS, before(filesDays));
    await this.eraseAgain();
    const conversations = await this.#expire(now);
    if (attended + codes + files + said + conversations === 0) return;
    await store.commit({ writes: [UNSCRUBBED] });
    log.info({ attended, codes, files, said, conversations }, 'what is no longer kept was deleted');
  }

  /**
   * Erases the conversations that were not touched for so many months, as their people could have asked for. What belongs
   * together is touched, and grows old, as one.
   */
  async #expire(now: number): Promise<number> {
    const { store, clock, retentionMonths } = this.#options;
    if (retentionMonths === undefined) return 0;
    const limit = new Date(now);
    limit.setUTCMonth(limit.getUTCMonth() - retentionMonths);
    const mark = await openMarks(store);
    const records = (key: string) => recordsErasure(store, key);
    let count = 0;
    for (const group of together(await store.list<Conversation>('conversations'))) {
      if (group.some(({ value }) => value.version > CONVERSATION_VERSION)) continue;
      const touched = await Promise.all(group.map((one) => touchedAt(store, one)));
      if (touched.some((at) => Date.parse(at) >= limit.getTime())) continue;
      const batch = await erasureOf(group, { store, mark, records, clock });
      if (await this.#commit(batch)) count += group.length;
    }
    return count;
  }

  /** Takes away the last words to people who were erased, where they did not come back meanwhile. */
  async #finishErasures(now: number): Promise<void> {
    const { store } = this.#options;
    for (const { key, value } of await store.list<{ at: string }>(ERASING)) {
      if (Date.parse(value.at) + FAREWELL > now) continue;
      const { channel, id } = partsOf(key);
      const inWebChat = channel === 'webchat';
      const done = { collection: ERASING, key, value: null };
      const absent = { value: null, expected: 0 };
      const gone = await this.#commit({
        drops: inWebChat ? [transcriptStream(id)] : [],
        writes: [
          { collection: 'conversations', key, ...absent },
          ...(inWebChat ? [{ collection: CONVERSATIONS, key: id, ...absent }] : []),
          done,
          UNSCRUBBED,
        ],
      });
      if (!gone) await store.commit({ writes: [done, UNSCRUBBED] });
    }
  }

  /** Has what was deleted taken out of the files, once for all that was deleted since the last time. */
  async #scrub(): Promise<void> {
    const { store } = this.#options;
    const { collection, key } = UNSCRUBBED;
    const noted = await store.read(collection, key);
    if (!noted) return;
    await store.scrub();
    await this.#commit({ writes: [{ collection, key, value: null, expected: noted.revision }] });
  }

  /** Whether a batch went through: somebody else may have written first, and then it is theirs to say. */
  async #commit(batch: Parameters<Store['commit']>[0]): Promise<boolean> {
    try {
      await this.#options.store.commit(batch);
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }
}
