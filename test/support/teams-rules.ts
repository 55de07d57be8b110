import { type CardPart, cardsIn, partsOf } from './channels/adaptive-card.ts';
import type { Sent } from './connector.ts';

/** What Teams refuses, cuts off or does not show, as a table: each rule with the page of Microsoft's documentation. */

const DOCS = 'https://learn.microsoft.com/en-us/microsoftteams/platform';

interface Rule {
  page: string;
  /** What is wrong with a message; nothing where it is right. */
  faults(message: Sent, personal: boolean): (string | false)[];
}

const ELEMENTS = [
  'TextBlock',
  'FactSet',
  'Image',
  'ColumnSet',
  'Column',
  'Container',
  'ActionSet',
  'Input.Text',
  'Input.Number',
  'Input.Date',
  'Input.ChoiceSet',
  'Action.Submit',
  'Action.OpenUrl',
];
const ATTACHMENTS = [
  'application/vnd.microsoft.card.adaptive',
  'application/vnd.microsoft.teams.card.file.consent',
  'application/vnd.microsoft.teams.card.file.info',
];

const RULES: Rule[] = [
  {
    page: 'bots/how-to/format-your-bot-messages',
    faults: ({ bytes, text = '', attachments = [] }) => [
      bytes >= 80 * 1024 && `the message has ${bytes} bytes`,
      text === '' && attachments.length === 0 && 'the message is empty',
      /<(?!at>)[a-z]/i.test(text) && 'the text holds a tag',
    ],
  },
  {
    page: 'task-modules-and-cards/cards/cards-reference',
    faults: (message) => [
      ...(message.attachments ?? []).map(
        ({ contentType }) => !ATTACHMENTS.includes(contentType) && `there is an attachment of ${contentType}`,
      ),
      ...cardsIn(message).flatMap((card) => {
        const parts = partsOf(card);
        const inputs = parts.filter(({ type }) => type.startsWith('Input.'));
        return [
          card.type !== 'AdaptiveCard' && 'the card is none',
          Number(card.version) > 1.5 && `the card is of version ${card.version}`,
          parts.length === 0 && 'the card is empty',
          (card.actions ?? []).length > 6 && 'the card has more than six actions',
          new Set(inputs.map(({ id }) => id)).size < inputs.length && 'two inputs have the same name',
          ...parts.flatMap(partFaults),
        ];
      }),
    ],
  },
  {
    page: 'bots/how-to/bot-messages-ai-generated-content',
    faults: ({ text = '', entities = [] }) => {
      const roots = entities.filter(({ type }) => type === 'https://schema.org/Message');
      const claims = roots.flatMap(({ citation }) => (citation ?? []) as Claim[]);
      return [
        roots.length > 1 && `there are ${roots.length} root entities`,
        ...roots.map(
          (root) =>
            (root['@type'] !== 'Message' || root['@context'] !== 'https://schema.org') &&
            'the root entity is no message',
        ),
        claims.length > 20 && `there are ${claims.length} citations`,
        new Set(claims.map(({ position }) => position)).size < claims.length && 'a position is cited twice',
        ...claims.flatMap(({ position, appearance }) => [
          !text.includes(`[${position}]`) && `the text has no [${position}]`,
          outside(appearance.name, 80) && `the name of ${position} is «${appearance.name}»`,
          outside(appearance.abstract, 160) && `the abstract of ${position} is too long or empty`,
          !appearance.url.startsWith('https://') && `the address of ${position} is not safe`,
          (appearance.keywords ?? []).length > 3 && `there are more than three keywords of ${position}`,
          ...(appearance.keywords ?? []).map(
            (word) => word.length > 28 && `the keyword «${word}» is too long`,
          ),
        ]),
      ];
    },
  },
  {
    page: 'bots/how-to/conversations/conversation-messages',
    faults: ({ suggestedActions }, personal) => [
      !personal && suggestedActions !== undefined && 'suggested actions are shown to one person only',
      (suggestedActions?.actions.length ?? 0) > 3 && 'only three suggested actions are shown',
    ],
  },
  {
    page: 'bots/how-to/bots-filesv4',
    faults: ({ attachments = [] }, personal) =>
      attachments.map(
        ({ contentType }) =>
          !personal &&
          contentType.includes('card.file') &&
          'files are offered in a chat with one person only',
      ),
  },
];

interface Claim {
  position: number;
  appearance: { name: string; abstract: string; url: string; keywords?: string[] };
}

function outside(text: string, most: number): boolean {
  return text.length === 0 || text.length > most;
}

function partFaults(part: CardPart): (string | false)[] {
  const { type, title, text, url, label, choices, facts, actions = [] } = part;
  return [
    !ELEMENTS.includes(type) && `${type} is no element of 1.5`,
    type === 'TextBlock' && (text === undefined || text === '') && 'a text of the card is empty',
    type === 'FactSet' && (facts ?? []).length === 0 && 'there are no facts',
    type === 'ActionSet' &&
      (actions.length === 0 || actions.length > 6) &&
      `there are ${actions.length} actions`,
    type === 'Input.ChoiceSet' && (choices ?? []).length === 0 && 'there is nothing to choose',
    type.startsWith('Input.') && !label && 'an input has no label',
    type.startsWith('Action.') && (!title || title.length > 60) && `an action is called «${title}»`,
    (type === 'Image' || type === 'Action.OpenUrl') && !url?.startsWith('https://') && `${url} is not safe`,
  ];
}

/** The rules that a message breaks, each with its page. @param personal in a chat with one person. */
export function brokenRules(message: Sent, personal: boolean): string[] {
  return RULES.flatMap(({ page, faults }) =>
    faults(message, personal)
      .filter((fault) => fault !== false)
      .map((fault) => `${fault} (${DOCS}/${page}): ${JSON.stringify(message).slice(0, 300)}`),
  );
}
