/**
 * What Meta's Cloud API takes. The pages are those of its documentation under
 * developers.facebook.com/documentation/business-messaging/whatsapp/.
 */

/** Longest text message, in UTF-16 code units (messages/text-messages). */
export const TEXT_LIMIT = 4096;

/** Longest text above buttons or a list: lists take more, buttons do not (messages/interactive-reply-buttons-messages). */
export const INTERACTIVE_BODY_LIMIT = 1024;

/** Most reply buttons, and longest label of one (messages/interactive-reply-buttons-messages). */
export const BUTTONS = 3;
export const BUTTON_TITLE = 20;

/** Most rows of a list over all its sections, and longest texts (messages/interactive-list-messages). */
export const ROWS = 10;
export const ROW_TITLE = 24;
export const ROW_DESCRIPTION = 72;
export const LIST_BUTTON = 20;

/** Longest id of a row; a button's may have 256 (messages/interactive-list-messages). */
export const CHOICE_ID = 200;

/** Longest caption of a document or an image (messages/document-messages). */
export const CAPTION_LIMIT = 1024;

/** Longest name of a document that the client library takes. */
export const FILE_NAME_LIMIT = 240;

/** Documents that may be uploaded as what they are; any other goes as plain text or a link (reference/media). */
export const DOCUMENT_TYPES: readonly string[] = [
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

/** Pictures that may be sent as pictures, and the largest, in bytes (reference/media). */
export const IMAGE_TYPES: readonly string[] = ['image/jpeg', 'image/png'];
export const IMAGE_BYTES = 5 * 1024 * 1024;

/** Largest document, in bytes (reference/media). */
export const DOCUMENT_BYTES = 100 * 1024 * 1024;

/** How long after a person's last message they may be written to freely, in ms (messages/send-messages). */
export const WINDOW = 24 * 60 * 60 * 1000;

/** Time kept free at the end of the window: a message on its way when it closes would be refused. */
export const WINDOW_MARGIN = 60 * 1000;

/** One message every 6 s to the same person; up to 45 at once are borrowed from the time after (throughput). */
export const PAIR_INTERVAL = 6000;
export const PAIR_BURST = 45;

/** Messages in any second from one number (throughput), and how many of them may go at once. */
export const NUMBER_PER_SECOND = 80;
export const NUMBER_BURST = 10;

/** How long Meta delivers a webhook again that was not acknowledged, and a day more, in ms (webhooks/overview). */
export const REDELIVERY = 8 * 24 * 60 * 60 * 1000;

/** Largest file fetched from Meta, in bytes: plans in JSON are far smaller. */
export const INCOMING_FILE_BYTES = 1024 * 1024;

/** Longest wait for Meta to answer a request, in ms. */
export const REQUEST_TIMEOUT = 20_000;
