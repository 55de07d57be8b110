/** A request that Direct Line answers with an error: the status and a code a client can tell apart. */
export class DirectLineError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'DirectLineError';
    this.status = status;
    this.code = code;
  }
}
