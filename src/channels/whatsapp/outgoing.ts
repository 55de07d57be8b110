/** One message as it goes to Meta, and as it is kept until Meta has it. */
export type Outgoing = TextMessage | ButtonsMessage | ListMessage | MediaMessage;

export interface TextMessage {
  type: 'text';
  body: string;
}

/** What a button or a row sends back, and shows. */
export interface Row {
  id: string;
  title: string;
  description?: string;
}

export interface ButtonsMessage {
  type: 'buttons';
  body: string;
  buttons: Row[];
}

export interface ListMessage {
  type: 'list';
  body: string;
  /** The button that opens the list. */
  button: string;
  rows: Row[];
}

/** A file of this service, by the id under which it is kept. */
export interface MediaMessage {
  type: 'file';
  /** Shown in the conversation; any other file is a document. */
  picture: boolean;
  fileId: string;
  name: string;
  contentType: string;
  caption?: string;
  /** Address at which the person can download it, where Meta does not take it. */
  url: string;
  /** How long the address opens the file, in words. */
  lasts?: string;
}

/** The same as plain text, for when Meta refuses the rich message; undefined where it is plain already. */
export function plainly(message: Outgoing): TextMessage | undefined {
  if (message.type === 'text') return undefined;
  if (message.type === 'file')
    return {
      type: 'text',
      body: [message.caption, `${message.name}: ${message.url}`, message.lasts].filter(Boolean).join('\n\n'),
    };
  const rows = message.type === 'list' ? message.rows : message.buttons;
  return { type: 'text', body: [message.body, ...rows.map(line)].join('\n') };
}

function line({ title, description }: Row): string {
  return `- ${description ?? title}`;
}
