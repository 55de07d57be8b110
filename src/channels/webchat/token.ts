import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { keptSecret } from '../../storage/secrets.ts';
import type { Store } from '../../storage/store.ts';
import { remembered, rememberedWith } from '../../text/remembered.ts';
import { DirectLineError } from './errors.ts';

/** How long a token opens its conversation, in seconds. */
export const TOKEN_LIFETIME = 24 * 60 * 60;

/** How long after its expiry a token may still be exchanged for a fresh one: people come back days later. */
export const REFRESH_WINDOW = 90 * 24 * 60 * 60;

/** What a token is bound to. */
export interface TokenClaims {
  conversation: string;
  user: string;
}

interface Payload {
  /** The claim from which Direct Line clients read the person's id. */
  user: string;
  conv: string;
  /** Seconds since 1970. */
  exp: number;
}

const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/** The service's signing secret: tokens outlive a restart. */
export async function loadSecret(store: Store): Promise<KeyObject> {
  return await keptSecret(store, 'webchat-token');
}

/** A signed token (JWT, HS256) for one person in one conversation, valid for `TOKEN_LIFETIME` from `now`. */
export function signToken(secret: KeyObject, claims: TokenClaims, now: Date): string {
  const exp = Math.floor(now.getTime() / 1000) + TOKEN_LIFETIME;
  const payload: Payload = { user: claims.user, conv: claims.conversation, exp };
  const signed = `${HEADER}.${encode(payload)}`;
  return `${signed}.${signature(secret, signed).toString('base64url')}`;
}

/**
 * The claims of an `Authorization: Bearer …` header.
 * @param grace seconds after the expiry in which the token is still taken.
 * @throws {DirectLineError} 401 without a token; 403 for one that is not ours or has expired.
 */
export function verifyToken(
  secret: KeyObject,
  authorization: string | undefined,
  now: Date,
  grace = 0,
): TokenClaims {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (!token)
    throw new DirectLineError(401, 'MissingToken', 'send the header «Authorization: Bearer <token>»');
  const payload = signedWith(secret)(token);
  if (payload.exp + grace <= now.getTime() / 1000)
    throw new DirectLineError(403, 'TokenExpired', 'the token has expired');
  return { conversation: payload.conv, user: payload.user };
}

/**
 * What a token says that was signed with a secret. Those that were found so are remembered: a page sends the same one with
 * every request. One that was not is thrown out each time, and takes no place.
 */
const signedWith = rememberedWith((secret: KeyObject) =>
  remembered((token): Readonly<Payload> => {
    const dot = token.lastIndexOf('.');
    const given = Buffer.from(token.slice(dot + 1), 'base64url');
    const right = signature(secret, token.slice(0, dot));
    if (given.length !== right.length || !timingSafeEqual(given, right))
      throw new DirectLineError(403, 'BadToken', 'the token was not issued by this service');
    return decode(token.split('.')[1] ?? '');
  }),
);

function signature(secret: KeyObject, signed: string): Buffer {
  return createHmac('sha256', secret).update(signed).digest();
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Only called on what this service has signed. */
function decode(part: string): Payload {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Payload;
}
