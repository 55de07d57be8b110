import { Wakes } from '../wakes.ts';
import { type Contacts, isOpen } from './contact.ts';
import { asWhatsAppError, errorOf, type WhatsAppError } from './errors.ts';
import type { FileContent, Graph, Template } from './graph.ts';
import { PAIR_BURST, PAIR_INTERVAL } from './limits.ts';
import type { Entry, KeyedEntry, Outbox } from './outbox.ts';
import { plainly } from './outgoing.ts';
import {
  ACCOUNT_BACK_OFF,
  numberBackOff,
  Pace,
  paceOf,
  paceOfNumber,
  pairBackOff,
  type Timer,
  takeTurn,
} from './pace.ts';
import { Receipts } from './receipts.ts';
import type { Status } from './receive.ts';

export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

export interface SendQueueOptions {
  outbox: Outbox;
  contacts: Contacts;
  graph: Graph;
  /** Reads a file that this service keeps; undefined when it is gone. */
  file(id: string): Promise<FileContent | undefined>;
  /** Asks people to write again; without one messages wait until they do. */
  template?: Template | undefined;
  timer: Timer;
  /** Told of every error of Meta's, by its number. */
  failed?: ((code: number | undefined) => void) | undefined;
  log: Log;
}

/** How long a message waits before another replica looks after it, and how often it looks then, in ms. */
const PATIENCE_MS = 3_000;
const ELSEWHERE_MS = 250;

/** How often a message failed, and how many its number had sent when it did first. */
interface Tries {
  count: number;
  taken: number;
}

/** Tries of one message after which Meta is not to blame, if it took others of the number meanwhile. */
const AT_FAULT = 8;

/** What came of a try: Meta has the message, it is to be looked what goes next, or none may until the person writes. */
type Outcome = 'taken' | 'next' | 'held';

/**
 * Sends what the outbox keeps: in order and one after another to each person, within Meta's rates, again when Meta
 * could not take it, and not at all while the window is closed. Nothing leaves the outbox before Meta has it.
 */
export class SendQueue {
  readonly #options: SendQueueOptions;
  readonly #receipts: Receipts;
  readonly #wakes = new Wakes((conversationId) => this.#attend(conversationId));
  readonly #pairs = new Map<string, Pace>();
  readonly #numbers = new Map<string, Pace>();
  readonly #tries = new Map<string, Tries>();
  /** How many messages Meta took of each number. */
  readonly #taken = new Map<string, number>();
  readonly #stopping = new AbortController();
  #fault: string | undefined;

  constructor(options: SendQueueOptions) {
    this.#options = options;
    this.#receipts = new Receipts(options.timer);
  }

  /** Why nothing can be sent until the operator does something; undefined when it can. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Sends what waits of a conversation. Returns at once. */
  wake(conversationId: string): void {
    this.#wakes.wake(conversationId);
  }

  /** Goes on with what was left: at the start all of it, later what has waited for long. @throws what the store throws */
  async resume(atStart: boolean): Promise<void> {
    const { outbox } = this.#options;
    await outbox.prune();
    for (const id of await outbox.waiting(Date.now() - (atStart ? 0 : PATIENCE_MS))) this.wake(id);
  }

  /** What Meta tells about a message that it took: on its way, at the person's, or failed after all. */
  async status({ id, status, code }: Status): Promise<void> {
    const { outbox, log } = this.#options;
    const own = this.#receipts.settle({ id, status, code });
    // Another replica sent it, and waits until it has arrived: that it is on its way says nothing to it.
    const key = own ?? (status === 'sent' ? undefined : await outbox.keyOf(id));
    if (status !== 'failed') {
      if (key) await outbox.remove(key, id);
      return;
    }
    const error = errorOf(code ?? 0, 400);
    const kept = key === undefined ? undefined : await outbox.read(key);
    if (key === undefined || !kept) {
      log.warn({ code: error.code, because: error.message }, 'a WhatsApp message failed after it was sent');
      return;
    }
    const { sent: _sent, ...entry } = kept;
    await outbox.keep(key, entry);
    await this.#remedy({ key, entry }, error);
    this.wake(entry.conversationId);
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    await this.#wakes.idle();
  }

  /** Lets the request in flight end and begins no other; what is left waits in the outbox. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  async #attend(conversationId: string): Promise<void> {
    const { outbox, timer, log } = this.#options;
    try {
      while (!this.#stopping.signal.aborted) {
        if (await outbox.alone(conversationId, () => this.#sendAll(conversationId))) return;
        // Another replica sends to this person; it may have looked just before the last message was kept.
        if ((await outbox.unsent(conversationId)).length === 0) return;
        await timer.wait(ELSEWHERE_MS, this.#stopping.signal);
      }
    } catch (error) {
      log.error({ err: error, conversation: conversationId }, 'the outbox of WhatsApp could not be attended');
    }
  }

  async #sendAll(conversationId: string): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const [next, ...behind] = await this.#options.outbox.unsent(conversationId);
      const outcome = next ? await this.#take(next) : 'held';
      // Whoever keeps another one wakes this again; on another replica, they wait until this ends.
      if (outcome === 'held' || (outcome === 'taken' && behind.length === 0)) return;
    }
  }

  async #take(keyed: KeyedEntry): Promise<Outcome> {
    const { outbox, contacts, timer } = this.#options;
    const { entry } = keyed;
    const contact = await contacts.read(entry.conversationId);
    // Whoever is no longer known was erased in the turn that answered: they wrote just now.
    if (contact && !isOpen(contact, timer.now())) return await this.#reopen(entry);
    const turn = await this.#turnOf(entry);
    if (turn === 'never') return 'next';
    // What was read a moment ago of somebody who is known stands; else it may be gone with its person.
    if ((turn === 'later' || !contact) && !(await outbox.read(keyed.key))) return 'next';
    try {
      const id = await this.#options.graph.send(entry.address, entry.message, this.#options.file);
      await this.#accepted(keyed, id, contact !== undefined);
      return 'taken';
    } catch (error) {
      return await this.#remedy(keyed, asWhatsAppError(error));
    }
  }

  /**
   * Keeps the message until its status comes, and waits a little for it to arrive: Meta keeps no order of its own.
   * @param known whether its person was not erased
   */
  async #accepted(keyed: KeyedEntry, id: string, known: boolean): Promise<void> {
    const { outbox } = this.#options;
    const { key, entry } = keyed;
    this.#tries.delete(key);
    this.#taken.set(entry.address.phoneNumberId, this.#takenOf(entry) + 1);
    this.#fault = undefined;
    // Of whoever was erased nothing is kept, not even for the case that the message fails after all.
    if (known) await outbox.keepSent(keyed, id);
    else await outbox.remove(key);
    const early = this.#receipts.expect(id, key);
    if (early) await this.status(early);
    await this.#receipts.delivered(
      id,
      this.#stopping.signal,
      async () => (await outbox.read(key)) === undefined,
    );
  }

  /** Waits until the rates allow a message: see `takeTurn`. */
  async #turnOf({ conversationId, address }: Entry): ReturnType<typeof takeTurn> {
    const paces = [this.#pair(conversationId), this.#number(address.phoneNumberId)];
    return await takeTurn(paces, this.#options.timer, this.#stopping.signal);
  }

  /** Does what an error asks for. The log gets its number and what it means, never what was said nor to whom. */
  async #remedy({ key, entry }: Omit<KeyedEntry, 'revision'>, error: WhatsAppError): Promise<Outcome> {
    const { outbox, contacts, timer, log } = this.#options;
    const { conversationId, address } = entry;
    this.#options.failed?.(error.code);
    const told = { code: error.code, because: error.message, conversation: conversationId };
    const taken = this.#takenOf(entry);
    const { count: tries, taken: before } = this.#tries.get(key) ?? { count: 0, taken };
    this.#tries.set(key, { count: tries + 1, taken: before });
    const atFault = error.remedy === 'number' && tries >= AT_FAULT && taken > before;
    const pause = (pace: Pace, ms: number) => pace.pause(timer.now() + (error.retryAfter ?? ms));
    switch (atFault ? 'plain' : error.remedy) {
      case 'reopen':
        if (!(await contacts.read(conversationId))) {
          log.info(
            told,
            'the window of WhatsApp is closed, and its person was erased: the message is let go',
          );
          await this.#drop(key);
          return 'next';
        }
        log.info(told, 'the window of WhatsApp is closed: the message waits');
        await contacts.note(conversationId, { closed: true });
        return 'next';
      case 'pair':
        log.warn(told, 'WhatsApp asks to wait with this person');
        pause(this.#pair(conversationId), pairBackOff(tries));
        return 'next';
      case 'number':
        log.warn(told, 'WhatsApp asks to wait');
        pause(this.#number(address.phoneNumberId), numberBackOff(tries));
        return 'next';
      case 'account':
        log.error(told, 'WhatsApp takes no messages: see its section in docs/operate.md');
        this.#fault = error.message;
        pause(this.#number(address.phoneNumberId), ACCOUNT_BACK_OFF);
        return 'next';
      case 'media':
      case 'plain': {
        const plain = plainly(entry.message);
        log.error(told, plain ? 'WhatsApp refused a message: it goes as text' : 'WhatsApp refused a message');
        if (plain) await outbox.keep(key, { ...entry, message: plain });
        else await this.#drop(key);
        return 'next';
      }
      default:
        log.warn(told, 'a WhatsApp message cannot reach its person and is let go');
        await this.#drop(key);
        return 'next';
    }
  }

  /** Asks a person to write again, once; what waits for them is kept. */
  async #reopen({ conversationId, address }: Entry): Promise<Outcome> {
    const { contacts, graph, template, timer, log } = this.#options;
    const contact = await contacts.read(conversationId);
    if (!contact || contact.invited !== undefined) return 'held';
    if (!template) {
      log.warn({ conversation: conversationId }, 'the window is closed and there is no WHATSAPP_TEMPLATE');
      await contacts.note(conversationId, { invited: timer.now() });
      return 'held';
    }
    if ((await this.#turnOf({ conversationId, address } as Entry)) === 'never') return 'held';
    const invitation = `${conversationId} invitation`;
    try {
      await graph.sendTemplate(address, template);
    } catch (caught) {
      const error = asWhatsAppError(caught);
      if (['pair', 'number', 'account'].includes(error.remedy))
        return await this.#remedy({ key: invitation, entry: { conversationId, address } as Entry }, error);
      log.error({ code: error.code, because: error.message }, 'the template of WhatsApp cannot be sent');
    }
    this.#tries.delete(invitation);
    await contacts.note(conversationId, { invited: timer.now() });
    return 'held';
  }

  async #drop(key: string): Promise<void> {
    this.#tries.delete(key);
    await this.#options.outbox.remove(key);
  }

  #takenOf({ address }: Pick<Entry, 'address'>): number {
    return this.#taken.get(address.phoneNumberId) ?? 0;
  }

  #number(phoneNumberId: string): Pace {
    return paceOf(this.#numbers, phoneNumberId, paceOfNumber);
  }

  #pair(conversationId: string): Pace {
    const now = this.#options.timer.now();
    for (const [id, pace] of this.#pairs) if (id !== conversationId && pace.idle(now)) this.#pairs.delete(id);
    return paceOf(this.#pairs, conversationId, () => new Pace(PAIR_INTERVAL, PAIR_BURST));
  }
}
