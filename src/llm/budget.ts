/** How many tokens may be used, input and output together. */
export interface TokenLimits {
  perDay: number;
  perRequest: number;
}

/**
 * Counts the tokens of a day, in memory: a new start begins a new count. The whole of what a request may take is set
 * aside before it is made, so that requests at the same time cannot exceed the day together.
 */
export class TokenBudget {
  readonly limits: TokenLimits;
  readonly #clock: () => Date;
  #day = '';
  #used = 0;

  constructor(limits: TokenLimits, clock: () => Date) {
    this.limits = limits;
    this.#clock = clock;
  }

  /** Tokens used or set aside today. */
  get used(): number {
    this.#turn();
    return this.#used;
  }

  /**
   * Sets the tokens of one request aside. What is returned settles them with what it really took; a later call of it
   * changes nothing. Undefined when the day has not that much left.
   */
  reserve(): ((taken: number) => void) | undefined {
    this.#turn();
    const { perDay, perRequest } = this.limits;
    if (this.#used + perRequest > perDay) return undefined;
    this.#used += perRequest;
    const day = this.#day;
    let open = true;
    return (taken) => {
      if (open && day === this.#day) this.#used += taken - perRequest;
      open = false;
    };
  }

  #turn(): void {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(this.#clock());
    if (today !== this.#day) this.#used = 0;
    this.#day = today;
  }
}
