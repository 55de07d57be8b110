import { type Activity, type ResourceResponse, TurnContext } from 'botbuilder';

/** A bot's turn. */
export type Logic = (context: TurnContext) => Promise<void>;

const KEY = Symbol('key of a reply');

/** An activity under way to the adapter, with the id that its sender gave it. */
type Keyed = Partial<Activity> & { [KEY]?: string };

/** The SDK's turn takes the ids of replies away; this one lets the adapter see them. */
export class KeyedTurn extends TurnContext {
  override async sendActivities(activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const keyed = activities.map(
      (activity): Keyed => (activity.id ? { ...activity, [KEY]: activity.id } : activity),
    );
    return await super.sendActivities(keyed);
  }
}

/** The id that the sender of a reply gave it, if it did. */
export function replyId(activity: Keyed): string | undefined {
  return activity[KEY] ?? activity.id;
}
