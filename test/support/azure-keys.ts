import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CHANNEL_ISSUER = 'https://api.botframework.com';

/** The network edge where Azure Bot tells the keys with which it signs, and tokens signed with them or with others. */
export class AzureKeys {
  readonly #server: Server;
  readonly #keys = { ours: generateKeyPairSync('rsa', { modulusLength: 2048 }) };
  readonly stranger: KeyObject = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor() {
    const { n, e } = this.#keys.ours.publicKey.export({ format: 'jwk' });
    const keys = [{ kty: 'RSA', use: 'sig', kid: 'key-1', n, e, endorsements: ['msteams', 'webchat'] }];
    this.#server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      const body = request.url === '/keys' ? { keys } : { jwks_uri: `${this.#base}/keys` };
      response.end(JSON.stringify(body));
    });
  }

  static async open(): Promise<AzureKeys> {
    const keys = new AzureKeys();
    keys.#server.listen(0, '127.0.0.1');
    await once(keys.#server, 'listening');
    return keys;
  }

  get #base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the keys are told. */
  get url(): string {
    return `${this.#base}/openid`;
  }

  /** A token as Azure Bot signs it, or as somebody else would. */
  token(claims: object, header: object = {}, key: KeyObject | '' = this.#keys.ours.privateKey): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const head = encode({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header });
    const payload = encode({ iss: CHANNEL_ISSUER, nbf: now - 60, exp: now + 3600, ...claims });
    const signed = `${head}.${payload}`;
    const signature = key === '' ? '' : sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
    return `${signed}.${signature}`;
  }

  /** The public key as text, with which a token may be signed by those who hope that it is taken for a secret. */
  get publicPem(): string {
    return this.#keys.ours.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
