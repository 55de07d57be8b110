import type { Sent } from '../connector.ts';
import type { Option, Seen, SeenForm } from './person.ts';

/** An element or an action of an Adaptive Card, as it came. */
export interface CardPart {
  type: string;
  id?: string;
  text?: string;
  title?: string;
  label?: string;
  url?: string;
  value?: unknown;
  placeholder?: string;
  isMultiSelect?: boolean;
  data?: Record<string, unknown> & { msteams?: { type: string; text: string; value?: unknown } };
  choices?: { title: string; value: string }[];
  facts?: { title: string; value: string }[];
  items?: CardPart[];
  columns?: CardPart[];
  actions?: CardPart[];
}

/** A card, as it came. */
export interface CardContent {
  type: string;
  version: string;
  body?: CardPart[];
  actions?: CardPart[];
}

/** Adaptive Cards of a message. */
export function cardsIn({ attachments = [] }: Pick<Sent, 'attachments'>): CardContent[] {
  return attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
    .map(({ content }) => content as CardContent);
}

/** Every element and action of a card, from the top, with those inside of others. */
export function partsOf({ body = [], actions = [] }: CardContent): CardPart[] {
  const inside = (part: CardPart): CardPart[] => [
    part,
    ...[...(part.items ?? []), ...(part.columns ?? []), ...(part.actions ?? [])].flatMap(inside),
  ];
  return [...body, ...actions].flatMap(inside);
}

/** A card as a person uses it. */
export class ShownCard {
  readonly #parts: CardPart[];
  readonly #send: (activity: object) => Promise<Seen[]>;

  /** @param send posts what the client of the channel would for what the person does. */
  constructor(content: CardContent, send: (activity: object) => Promise<Seen[]>) {
    this.#parts = partsOf(content);
    this.#send = send;
  }

  get text(): string {
    return this.#parts
      .flatMap(({ type, text, facts = [], label }) => {
        if (type === 'TextBlock') return [text ?? ''];
        if (type === 'FactSet') return facts.map(({ title, value }) => `${title}: ${value}`);
        return type.startsWith('Input.') && label ? [label] : [];
      })
      .join('\n');
  }

  /** Answers of a list first, then buttons: as they stand on the card. */
  get options(): Option[] {
    return this.#parts.flatMap((part): Option[] => {
      const choose = this.#submits.find(isChoice);
      if (part.type === 'Input.ChoiceSet' && choose)
        return (part.choices ?? []).map(({ title, value }) => ({
          label: title,
          press: () => this.#send({ value: { ...choose.data, [part.id ?? '']: value } }),
        }));
      const back = part.type === 'Action.Submit' ? part.data?.msteams : undefined;
      if (!back) return [];
      const { text, value } = back;
      return [
        { label: part.title ?? '', press: () => this.#send({ text, ...(value !== undefined && { value }) }) },
      ];
    });
  }

  get form(): SeenForm | undefined {
    const send = this.#submits.find((button) => !isChoice(button));
    const inputs = this.#parts.filter(({ type }) => type.startsWith('Input.'));
    if (!send || inputs.length === 0) return undefined;
    return {
      labels: inputs.map(({ label }) => label ?? ''),
      fill: (answers) => {
        const filled = Object.entries(answers).map(([label, answer]) => {
          const input = inputs.find((one) => one.label === label);
          if (!input) throw new Error(`the form has no «${label}»`);
          return [input.id, sentFor(input, answer)];
        });
        return this.#send({ value: { ...send.data, ...Object.fromEntries(filled) } });
      },
    };
  }

  /** What is downloaded or shown from an address. */
  get links(): { url: string; picture: boolean }[] {
    const picture = this.#parts.find(({ type }) => type === 'Image')?.url;
    return this.#parts
      .filter(({ type }) => type === 'Action.OpenUrl')
      .map(({ url = '' }) => ({ url, picture: url === picture }));
  }

  /** The buttons that send what was filled in. */
  get #submits(): CardPart[] {
    return this.#parts.filter(({ type, data }) => type === 'Action.Submit' && !data?.msteams);
  }
}

/** Whether a button sends the answer that was chosen, and not a form. */
function isChoice({ data }: CardPart): boolean {
  return data?.teams === 'choose';
}

/** What an input sends for an answer that is chosen by its label, or written. */
function sentFor({ choices, isMultiSelect }: CardPart, answer: string): string {
  if (!choices) return answer;
  const values = (isMultiSelect ? answer.split('\n') : [answer]).map((label) => {
    const found = choices.find(({ title }) => title === label);
    if (!found) throw new Error(`there is no «${label}» to choose`);
    return found.value;
  });
  return values.join(',');
}
