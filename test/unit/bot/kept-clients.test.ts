import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { describe, expect, it } from 'vitest';
import { KeptClients } from '../../../src/bot/kept-clients.ts';

const of = (app: string) =>
  new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: app }], true);

/** The SDK's own, whose requests come from an app, and which may fail to make clients. */
class Inner extends BotFrameworkAuthentication {
  readonly #sdk = new ConfigurationBotFrameworkAuthentication();
  app = 'app';
  fails = false;

  override async authenticateRequest(): Promise<AuthenticateRequestResult> {
    const claimsIdentity = of(this.app);
    const connectorFactory = this.createConnectorFactory(claimsIdentity);
    return { audience: 'all', callerId: 'channel', claimsIdentity, connectorFactory };
  }

  override async authenticateStreamingRequest(): Promise<never> {
    throw new Error('streaming is not served');
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    if (this.fails) throw new Error('no credentials');
    return this.#sdk.createConnectorFactory(identity);
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    if (this.fails) throw new Error('no credentials');
    return await this.#sdk.createUserTokenClient(identity);
  }

  override getOriginatingAudience(): string {
    return this.#sdk.getOriginatingAudience();
  }
}

const open = () => {
  const inner = new Inner();
  const kept = new KeptClients(inner);
  const connector = async (address: string, audience = 'all') => {
    const { connectorFactory } = await kept.authenticateRequest({} as Activity, '');
    return await connectorFactory?.create(address, audience);
  };
  return { inner, kept, connector };
};

describe('the clients of Bot Framework', () => {
  it('are the same for every turn that is answered at one address, begun by its person or not', async () => {
    const { kept, connector } = open();
    const first = await connector('https://one.example/');
    expect(await connector('https://one.example/')).toBe(first);
    expect(await kept.createConnectorFactory(of('app')).create('https://one.example/', 'all')).toBe(first);
    const token = await kept.createUserTokenClient(of('app'));
    expect(await kept.createUserTokenClient(of('app'))).toBe(token);
  });

  it('are others for another address, another audience and another app', async () => {
    const { inner, kept, connector } = open();
    const first = await connector('https://one.example/');
    expect(await connector('https://two.example/')).not.toBe(first);
    expect(await connector('https://one.example/', 'some')).not.toBe(first);
    const token = await kept.createUserTokenClient(of('app'));
    inner.app = 'other';
    expect(await connector('https://one.example/')).not.toBe(first);
    expect(await kept.createUserTokenClient(of('other'))).not.toBe(token);
  });

  it('are not kept without end, however many addresses are named', async () => {
    const { connector } = open();
    const first = await connector('https://one.example/');
    for (let n = 0; n < 100; n += 1) await connector(`https://${n}.example/`);
    expect(await connector('https://99.example/')).toBe(await connector('https://99.example/'));
    expect(await connector('https://one.example/')).not.toBe(first);
  });

  it('are made at the next turn where they could not be at one', async () => {
    const { inner, kept } = open();
    inner.fails = true;
    await expect(kept.createUserTokenClient(of('app'))).rejects.toThrow('no credentials');
    inner.fails = false;
    expect(await kept.createUserTokenClient(of('app'))).toBeDefined();
  });
});
