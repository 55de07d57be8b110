import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  loadSecret,
  REFRESH_WINDOW,
  signToken,
  TOKEN_LIFETIME,
  verifyToken,
} from '../../../src/channels/webchat/token.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';

const secret = createSecretKey(Buffer.alloc(32, 7));
const now = new Date('2026-03-02T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const claims = { conversation: 'c1', user: 'dl_ana' };
const bearer = (token: string) => `Bearer ${token}`;

describe('a web chat token', () => {
  const token = signToken(secret, claims, now);

  it('gives back what it is bound to', () => {
    expect(verifyToken(secret, bearer(token), now)).toEqual(claims);
    expect(verifyToken(secret, bearer(token), later(TOKEN_LIFETIME - 1))).toEqual(claims);
  });

  it('can be read by a client that looks for its person', () => {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(payload.user).toBe('dl_ana');
  });

  it('expires, and may still be exchanged for a while', () => {
    const expired = () => verifyToken(secret, bearer(token), later(TOKEN_LIFETIME));
    expect(expired).toThrow(expect.objectContaining({ status: 403, code: 'TokenExpired' }));
    const exchange = (seconds: number) => verifyToken(secret, bearer(token), later(seconds), REFRESH_WINDOW);
    expect(exchange(TOKEN_LIFETIME + REFRESH_WINDOW - 1)).toEqual(claims);
    expect(() => exchange(TOKEN_LIFETIME + REFRESH_WINDOW)).toThrow(expect.objectContaining({ status: 403 }));
  });

  it('that was taken before is still refused under another secret and once it has expired', () => {
    expect(verifyToken(secret, bearer(token), now)).toEqual(claims);
    const other = createSecretKey(Buffer.alloc(32, 8));
    expect(() => verifyToken(other, bearer(token), now)).toThrow(
      expect.objectContaining({ code: 'BadToken' }),
    );
    for (const _ of [1, 2])
      expect(() => verifyToken(secret, bearer(token), later(TOKEN_LIFETIME))).toThrow(
        expect.objectContaining({ code: 'TokenExpired' }),
      );
  });

  it('is refused when another secret signed it or a part of it was changed', () => {
    const [header, , signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ conv: 'c2', user: 'dl_ana', exp: 9e9 })).toString(
      'base64url',
    );
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    for (const bad of [
      signToken(createSecretKey(Buffer.alloc(32, 8)), claims, now),
      `${header}.${forged}.${signature}`,
      `${none}.${token.split('.')[1]}.${signature}`,
      `${token}AAAA`,
      token.slice(0, -4),
    ])
      expect(() => verifyToken(secret, bearer(bad), now)).toThrow(expect.objectContaining({ status: 403 }));
  });

  it.each([undefined, '', 'Bearer', 'Bearer a.b', 'Basic YTpi', `Bearer ${token} x`])(
    'is missing in %j',
    (header) => {
      expect(() => verifyToken(secret, header, now)).toThrow(expect.objectContaining({ status: 401 }));
    },
  );
});

describe('loadSecret', () => {
  it('makes one secret and keeps it, even when two processes start at once', async () => {
    const store = await openSqliteStore(':memory:');
    const [one, two] = await Promise.all([loadSecret(store), loadSecret(store)]);
    expect(one.symmetricKeySize).toBe(32);
    expect(two.equals(one)).toBe(true);
    expect((await loadSecret(store)).equals(one)).toBe(true);
    const other = await loadSecret(await openSqliteStore(':memory:'));
    expect(other.equals(one)).toBe(false);
  });
});
