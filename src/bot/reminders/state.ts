import type { ConversationReference } from 'botbuilder';

/** What a person wants to be reminded of, and what they were reminded of already. */
export interface Reminders {
  /** Each dated milestone a week before, and once after it when nothing was recorded about it. */
  milestones?: true;
  /** The unfinished plan, after so many days without a word. */
  afterDays?: number;
  /** The plan, on a day that they chose (`YYYY-MM-DD`). */
  on?: string;
  /** First day on which anything is sent: nobody is reminded of what they asked for today. */
  from: string;
  /** Milestones told, as `<kind> <project>/<milestone> <date>`: one that is moved is told again. */
  told: string[];
  /** Reminders of the plan since they last wrote, and the day of the last one. */
  unanswered: number;
  last?: string;
  /** When the next one is due (ISO 8601), as the index has it. */
  due?: string;
  /** Where they wrote last. */
  reference: Partial<ConversationReference>;
}
