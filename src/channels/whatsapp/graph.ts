import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import type { Address } from './contact.ts';
import { asWhatsAppError, errorOf } from './errors.ts';
import { DOCUMENT_BYTES, DOCUMENT_TYPES, IMAGE_TYPES } from './limits.ts';
import type { MediaMessage, Outgoing } from './outgoing.ts';
import { patiently } from './request.ts';

export interface GraphOptions {
  token: string;
  /** `v26.0` */
  version: string;
  /** `https://graph.facebook.com` */
  baseUrl: string;
}

/** An approved message that may be sent outside of the window. It has no parameters. */
export interface Template {
  name: string;
  language: string;
}

/** A file as it is kept. */
export interface FileContent {
  contentType: string;
  content: Buffer;
}

/** Meta's number for a file that it does not take. */
const MEDIA_REFUSED = 131053;

/** Meta's Cloud API, as the channel uses it. Everything here rejects with `WhatsAppError`. */
export class Graph {
  readonly client: WhatsAppClient;

  constructor({ token, version, baseUrl }: GraphOptions) {
    this.client = new WhatsAppClient({
      accessToken: token,
      graphVersion: version,
      baseUrl,
      fetch: patiently,
    });
  }

  /**
   * Sends a message.
   * @param file reads the content of a document or a picture; undefined when it is gone.
   * @returns Meta's id of it.
   */
  async send(
    address: Address,
    message: Outgoing,
    file: (id: string) => Promise<FileContent | undefined>,
  ): Promise<string> {
    const target = targetOf(address);
    const { messages } = this.client;
    return await this.#attempt(async () => {
      if (message.type === 'text')
        return await messages.sendText({ ...target, body: message.body, previewUrl: false });
      if (message.type === 'buttons')
        return await messages.sendInteractiveButtons({
          ...target,
          bodyText: message.body,
          buttons: message.buttons,
        });
      if (message.type === 'list')
        return await messages.sendInteractiveList({
          ...target,
          bodyText: message.body,
          buttonText: message.button,
          sections: [{ rows: message.rows }],
        });
      const caption = message.caption === undefined ? {} : { caption: message.caption };
      const id = await this.#upload(address, message, await file(message.fileId));
      if (message.picture) return await messages.sendImage({ ...target, image: { id, ...caption } });
      return await messages.sendDocument({ ...target, document: { id, filename: message.name, ...caption } });
    });
  }

  async sendTemplate(address: Address, { name, language }: Template): Promise<string> {
    const template = { name, language: { code: language } };
    return await this.#attempt(() => this.client.messages.sendTemplate({ ...targetOf(address), template }));
  }

  /** Marks a message of a person as read, and shows that an answer is being written where one is. */
  async markRead(phoneNumberId: string, messageId: string, typing: boolean): Promise<void> {
    try {
      await this.client.messages.markRead({
        phoneNumberId,
        messageId,
        ...(typing && { typingIndicator: { type: 'text' as const } }),
      });
    } catch (error) {
      throw asWhatsAppError(error);
    }
  }

  /** Uploads a file. A kind that Meta does not take as a document goes as plain text if it is one (JSON, calendars). */
  async #upload(address: Address, message: MediaMessage, file: FileContent | undefined): Promise<string> {
    if (!file || file.content.length > DOCUMENT_BYTES) throw errorOf(MEDIA_REFUSED);
    const known = message.picture ? IMAGE_TYPES : DOCUMENT_TYPES;
    const plain = /^(text\/|application\/json\b)/.test(file.contentType) ? 'text/plain' : undefined;
    const type = known.find((one) => one === file.contentType) ?? plain;
    if (!type) throw errorOf(MEDIA_REFUSED);
    const { id } = await this.client.media.upload({
      phoneNumberId: address.phoneNumberId,
      type,
      file: new Blob([new Uint8Array(file.content)], { type }),
      fileName: message.name,
    });
    return id;
  }

  async #attempt(send: () => Promise<{ messages?: { id?: string }[] }>): Promise<string> {
    try {
      const { messages } = await send();
      return messages?.[0]?.id ?? '';
    } catch (error) {
      throw asWhatsAppError(error);
    }
  }
}

/** By the number where it is known, or by the id that Meta gives whoever hides theirs. */
function targetOf({ phoneNumberId, to, user = '' }: Address): Target {
  return to === undefined ? { phoneNumberId, recipient: user } : { phoneNumberId, to };
}

type Target = { phoneNumberId: string; to: string } | { phoneNumberId: string; recipient: string };
