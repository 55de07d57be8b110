import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';

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

/** The adapter of every channel that speaks Bot Framework. It authenticates callers as soon as there is an app id. */
export function createCloudAdapter(registration: BotRegistration | undefined): CloudAdapter {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    registration
      ? {
          MicrosoftAppId: registration.appId,
          MicrosoftAppPassword: registration.appPassword,
          MicrosoftAppType: registration.appType,
          MicrosoftAppTenantId: registration.tenantId,
        }
      : {},
  );
  return new CloudAdapter(authentication);
}
