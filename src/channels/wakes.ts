/** What is done for conversations: for each by one at a time, and once more where it was woken meanwhile. */
export class Wakes {
  readonly #attend: (conversationId: string) => Promise<void>;
  readonly #running = new Map<string, Promise<void>>();
  /** Conversations that were woken while they were being attended. */
  readonly #woken = new Set<string>();

  /** @param attend does what waits of a conversation; never rejects */
  constructor(attend: (conversationId: string) => Promise<void>) {
    this.#attend = attend;
  }

  /** Does what waits of a conversation. Returns at once. */
  wake(conversationId: string): void {
    if (this.#running.has(conversationId)) {
      this.#woken.add(conversationId);
      return;
    }
    const run = this.#attend(conversationId).finally(() => {
      this.#running.delete(conversationId);
      if (this.#woken.delete(conversationId)) this.wake(conversationId);
    });
    this.#running.set(conversationId, run);
  }

  /** Resolves when nothing is being done. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }
}
