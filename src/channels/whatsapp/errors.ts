import { GraphApiError } from '@kapso/whatsapp-cloud-api';

/**
 * What is done about an error of Meta's. `reopen`: the window is closed, a template asks the person to write.
 * `pair`: too many messages to this person. `number`: too many from this number, or Meta is not well.
 * `account`: nothing goes out until the operator does something. `media`: the file goes as a link.
 * `plain`: the message goes again as plain text. `drop`: it cannot reach the person and is let go.
 */
export type Remedy = 'reopen' | 'pair' | 'number' | 'account' | 'media' | 'plain' | 'template' | 'drop';

/**
 * What each number means, in our words: those of Meta may repeat the token or a phone number. See
 * developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const BY_CODE: Record<number, [Remedy, string]> = {
  0: ['account', 'the access token is not valid'],
  1: ['number', 'Meta could not attend the request'],
  2: ['number', 'Meta is down or overloaded'],
  3: ['account', 'the access token lacks a permission'],
  4: ['number', 'the app reached its limit of requests'],
  10: ['account', 'the access token lacks a permission'],
  33: ['account', 'the phone number id is not known'],
  100: ['plain', 'a parameter of the message is not valid'],
  190: ['account', 'the access token has expired'],
  368: ['account', 'the account is restricted for violating a policy'],
  80007: ['number', 'the account reached its limit of requests'],
  130429: ['number', 'the number reached its messages a second'],
  130472: ['drop', 'the person is part of an experiment of Meta'],
  130497: ['drop', 'the account may not write to this country'],
  131000: ['number', 'Meta failed for a reason of its own'],
  131005: ['account', 'the access token lacks a permission'],
  131008: ['plain', 'the message lacks a parameter'],
  131009: ['plain', 'a value of the message is not valid'],
  131016: ['number', 'a service of Meta is not available'],
  131021: ['drop', 'sender and recipient are the same number'],
  131026: ['drop', 'the number is not on WhatsApp, or its app is too old or has not accepted the terms'],
  131031: ['account', 'the account is locked'],
  131042: ['account', 'the account has a problem with its payment'],
  131045: ['account', 'the number is not registered'],
  131047: ['reopen', 'more than 24 hours have passed since the last message of the person'],
  131048: ['number', 'the number is limited because people blocked or reported it'],
  131049: ['drop', 'Meta chose not to deliver it'],
  131050: ['drop', 'the person stopped messages of this kind'],
  131051: ['plain', 'the kind of message is not supported'],
  131052: ['media', 'Meta could not download the file'],
  131053: ['media', 'Meta could not take the file'],
  131056: ['pair', 'too many messages to the same person'],
  131057: ['number', 'the account is in maintenance'],
  132000: ['template', 'the template has parameters, and the service gives none'],
  132001: ['template', 'the template does not exist in that language or is not approved'],
  132005: ['template', 'the translated template is too long'],
  132007: ['template', 'the template violates a policy'],
  132012: ['template', 'the parameters of the template do not match'],
  132015: ['template', 'the template is paused for low quality'],
  132016: ['template', 'the template is disabled for low quality'],
  133010: ['account', 'the number is not registered'],
};

/** An error of Meta's, or of the way to it. Its message is ours and names neither token nor person. */
export class WhatsAppError extends Error {
  /** Meta's number; undefined where Meta did not answer. */
  readonly code: number | undefined;
  readonly remedy: Remedy;
  /** Wait that Meta asked for, in ms. */
  readonly retryAfter: number | undefined;
  constructor(code: number | undefined, remedy: Remedy, because: string, retryAfter?: number) {
    super(code === undefined ? because : `${code}: ${because}`);
    this.name = 'WhatsAppError';
    this.code = code;
    this.remedy = remedy;
    this.retryAfter = retryAfter;
  }
}

/** The error of a number, as a status of a webhook tells it, with the HTTP status where there was one. */
export function errorOf(code: number, httpStatus = 400, retryAfter?: number): WhatsAppError {
  const [remedy, because] = BY_CODE[code] ?? byStatus(code, httpStatus);
  return new WhatsAppError(code, remedy, because, retryAfter);
}

/** Whatever a request to Meta threw, without what it carries: headers, addresses, words of Meta's. */
export function asWhatsAppError(error: unknown): WhatsAppError {
  if (error instanceof WhatsAppError) return error;
  if (error instanceof GraphApiError)
    return errorOf(Number(error.code), error.httpStatus, error.retry.retryAfterMs);
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError')
    return new WhatsAppError(undefined, 'number', 'Meta did not answer in time');
  if (error instanceof TypeError) return new WhatsAppError(undefined, 'number', 'Meta could not be reached');
  return new WhatsAppError(undefined, 'plain', 'the message could not be put together for Meta');
}

function byStatus(code: number, httpStatus: number): [Remedy, string] {
  if (code >= 200 && code <= 299) return ['account', 'the access token lacks a permission'];
  if (httpStatus === 401 || httpStatus === 403) return ['account', 'Meta refused the access token'];
  if (httpStatus === 429 || httpStatus >= 500) return ['number', `Meta answered with status ${httpStatus}`];
  return ['plain', 'Meta refused the message'];
}
