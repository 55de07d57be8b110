import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** Who signs the tokens of Azure Bot's channels. */
const CHANNEL_ISSUER = 'https://api.botframework.com';
/** The channel for which the SDK checks tokens in another way, without the address that the bot answers to. */
const OTHER_WAY = 'AseChannel';
const UNAUTHORIZED = 401;

/**
 * Lets in the channels of Azure Bot and nobody else. The SDK alone would also take a token that the bot itself was given
 * (it calls them tokens of the emulator, of skills and of App Service), with any address to answer to: whoever is once
 * sent such a token could write as anybody. What is wrong with a token is always 401, never a fault of the service.
 */
export class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;

  /** @param inner checks signature, audience, end and address */
  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.#inner = inner;
  }

  /** @throws {AuthenticationError} 401 for an activity that does not come from a channel, and to be answered there. */
  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const claims = claimsIn(authorization);
    if (claims?.iss !== CHANNEL_ISSUER || activity.channelId === OTHER_WAY)
      throw unauthorized('the token is not one of a channel of Azure Bot');
    // The SDK compares the two only where the activity has an address.
    if (typeof activity.serviceUrl !== 'string' || activity.serviceUrl === '')
      throw unauthorized('the activity has no «serviceUrl»');
    try {
      return await this.#inner.authenticateRequest(activity, authorization);
    } catch (error) {
      if (isOfToken(error)) throw unauthorized('the token is not valid for this activity');
      throw error;
    }
  }

  override async authenticateStreamingRequest(): Promise<never> {
    throw unauthorized('streaming is not served');
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#inner.createConnectorFactory(identity);
  }

  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return await this.#inner.createUserTokenClient(identity);
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }
}

/** What a token says of itself, not yet believed; undefined for what is no token. */
function claimsIn(authorization: string): { iss?: unknown } | undefined {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization)?.[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** The library that checks signatures has names of its own for its errors. */
function isOfToken(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return (
    error instanceof AuthenticationError ||
    ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'SyntaxError'].includes(name)
  );
}

function unauthorized(message: string): AuthenticationError {
  return new AuthenticationError(message, UNAUTHORIZED);
}
