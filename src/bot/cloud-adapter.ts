import {
  type Activity,
  CallerIdConstants,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication } from 'botframework-connector';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';
import { ChannelAuthentication } from './channel-authentication.ts';
import { KeptClients } from './kept-clients.ts';

// The client of 4.23 sends only «type», «text» and «mentioned» of an entity: it says on the list of entities that they
// have more, and then looks it up on the entity, where nothing is said. Citations and labels are entities.
Entity.type.additionalProperties = { type: { name: 'Object' } };

/** How the service is registered with Bot Framework; without an app id it is not, and callers must be local. */
export interface BotRegistration {
  appId: string;
  appPassword: string;
  appType: string;
  tenantId: string;
}

/** The addresses of Azure Bot in the public cloud. */
const PUBLIC_CLOUD = {
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  ToBotFromChannelOpenIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  CallerId: CallerIdConstants.PublicAzureChannel,
};

/** Attends what was read and checked already: the SDK's own way over a request checks all of it once more. */
export class ActivityAdapter extends CloudAdapter {
  /**
   * Lets the bot attend an activity.
   * @returns what its sender is answered, where it waits for more than that it was taken
   * @throws {AuthenticationError} for a sender who may not write to the bot; what the bot's turn throws
   */
  async attend(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return await this.processActivity(authorization, activity, logic);
  }
}

/**
 * The adapter of every channel that speaks Bot Framework. It authenticates callers as soon as there is an app id.
 * @param keysUrl where the keys are told with which Azure Bot signs; by default that of the public cloud
 */
export function createCloudAdapter(
  registration: BotRegistration | undefined,
  keysUrl = PUBLIC_CLOUD.ToBotFromChannelOpenIdMetadataUrl,
): ActivityAdapter {
  const authentication = registration
    ? new ChannelAuthentication(configured(registration, keysUrl))
    : new ConfigurationBotFrameworkAuthentication();
  return new ActivityAdapter(new KeptClients(authentication));
}

function configured(registration: BotRegistration, keysUrl: string): BotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication({
    ...PUBLIC_CLOUD,
    ToBotFromChannelOpenIdMetadataUrl: keysUrl,
    MicrosoftAppId: registration.appId,
    MicrosoftAppPassword: registration.appPassword,
    MicrosoftAppType: registration.appType,
    MicrosoftAppTenantId: registration.tenantId,
  });
}
