import { createHmac, type KeyObject } from 'node:crypto';
import type { Store, Write } from '../../storage/store.ts';
import { WINDOW, WINDOW_MARGIN } from './limits.ts';

/** Where a conversation's messages go: a phone number, or the id that Meta gives who hides theirs; from which number. */
export interface Address {
  phoneNumberId: string;
  to?: string;
  user?: string;
}

/** A person as the channel keeps them; the only lasting record that has their number. */
export interface Contact {
  address: Address;
  /** Time of their last message, in ms since 1970. */
  heard: number;
  /** Meta said that the window is closed, whatever the time. */
  closed?: boolean;
  /** When they were asked by a template to write again, since they last wrote. */
  invited?: number;
}

/** People, by conversation. */
export const CONTACTS = 'whatsapp-contacts';
/** Conversation of a business-scoped user id, under its pseudonym. */
export const ALIASES = 'whatsapp-aliases';

/** The people of this channel, behind pseudonyms: elsewhere a conversation is known by a keyed hash only. */
export class Contacts {
  readonly #store: Store;
  readonly #secret: KeyObject;

  /** @param secret makes the pseudonyms; with another one everybody would be new. */
  constructor(store: Store, secret: KeyObject) {
    this.#store = store;
    this.#secret = secret;
  }

  /** The conversation of a person with a number of ours: by the id that Meta always tells, where it is known already. */
  async conversationOf(address: Address): Promise<string> {
    const { to, user } = address;
    const known = user && (await this.#store.read<string>(ALIASES, this.#aliasKey(address)));
    return known ? known.value : this.#pseudonym(address, to ?? user ?? '');
  }

  /** A pseudonym of an id of Meta's: that of a message tells the phone number to who decodes it. */
  messageKey(id: string): string {
    return this.#hash(`message ${id}`);
  }

  async read(conversationId: string): Promise<Contact | undefined> {
    return (await this.#store.read<Contact>(CONTACTS, conversationId))?.value;
  }

  /**
   * What keeps that a person wrote at a time; whatever kept them from being written to is over.
   * @returns also whether something may have waited for that
   */
  async heard(
    conversationId: string,
    address: Address,
    at: number,
    now: number,
  ): Promise<{ writes: Write[]; awaited: boolean }> {
    const before = await this.read(conversationId);
    const value: Contact = {
      address: { ...before?.address, ...address },
      heard: Math.max(before?.heard ?? 0, at),
    };
    const writes: Write[] = [{ collection: CONTACTS, key: conversationId, value }];
    if (address.user)
      writes.push({ collection: ALIASES, key: this.#aliasKey(address), value: conversationId });
    return { writes, awaited: before !== undefined && !isOpen(before, now) };
  }

  /** Notes what became of the window of somebody who is known. */
  async note(conversationId: string, change: Pick<Partial<Contact>, 'closed' | 'invited'>): Promise<void> {
    const contact = await this.read(conversationId);
    if (!contact) return;
    const value: Contact = { ...contact, ...change };
    await this.#store.commit({ writes: [{ collection: CONTACTS, key: conversationId, value }] });
  }

  #aliasKey(address: Address): string {
    return this.#pseudonym(address, address.user ?? '');
  }

  #pseudonym({ phoneNumberId }: Address, person: string): string {
    return `wa-${this.#hash(`person ${phoneNumberId} ${person}`)}`;
  }

  /** Made anew each time: numbers of people are nothing to keep in memory. */
  #hash(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('hex').slice(0, 32);
  }
}

/** Whether a person may be written to freely: within 24 hours of their last message. */
export function isOpen(contact: Contact, now: number): boolean {
  return contact.closed !== true && now < contact.heard + WINDOW - WINDOW_MARGIN;
}
