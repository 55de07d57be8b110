import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

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
