import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** Most clients kept: channels answer at few addresses, and whoever names many of them must not fill the memory. */
const MOST_KEPT = 100;

/**
 * Authentication whose clients are made once and then used again: the SDK makes two anew for every turn, each with its
 * own chain of policies for requests, which takes longer than many a turn's own work. A client has nothing of
 * a turn in it: the app that it writes for, the address and the audience are all that tells one from another.
 */
export class KeptClients extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #connectors = new Kept<ConnectorClient>();
  readonly #userTokens = new Kept<UserTokenClient>();

  /** @param inner says who may call, and makes the clients */
  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.#inner = inner;
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(activity, authorization);
    const { connectorFactory, claimsIdentity } = result;
    if (!connectorFactory) return result;
    return { ...result, connectorFactory: this.#keeping(connectorFactory, claimsIdentity) };
  }

  override async authenticateStreamingRequest(
    authorization: string,
    channelId: string,
  ): Promise<AuthenticateRequestResult> {
    return await this.#inner.authenticateStreamingRequest(authorization, channelId);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(this.#inner.createConnectorFactory(identity), identity);
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return await this.#userTokens.get([appOf(identity)], () => this.#inner.createUserTokenClient(identity));
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }

  #keeping(inner: ConnectorFactory, identity: ClaimsIdentity): ConnectorFactory {
    const app = appOf(identity);
    return new Factory((serviceUrl, audience) =>
      this.#connectors.get([app, serviceUrl, audience], () => inner.create(serviceUrl, audience)),
    );
  }
}

class Factory extends ConnectorFactory {
  override readonly create: ConnectorFactory['create'];

  constructor(create: ConnectorFactory['create']) {
    super();
    this.create = create;
  }
}

/** Clients by what tells them apart; of too many, those made first go. */
class Kept<T> {
  readonly #clients = new Map<string, T>();

  /** @throws what making one throws; nothing is kept then */
  async get(parts: readonly (string | undefined)[], make: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(parts);
    const kept = this.#clients.get(key);
    if (kept !== undefined) return kept;
    const client = await make();
    if (this.#clients.size >= MOST_KEPT) this.#clients.delete(this.#clients.keys().next().value ?? '');
    this.#clients.set(key, client);
    return client;
  }
}

/** The app that an identity speaks for, as the SDK reads it: of channels the audience, of programs the app itself. */
function appOf(identity: ClaimsIdentity): string {
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  return identity.getClaimValue(AudienceClaim) ?? identity.getClaimValue(AppIdClaim) ?? '';
}
