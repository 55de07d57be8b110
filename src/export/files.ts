import type { FileMessage } from '../messages/message.ts';

/** A document ready to be handed over. */
export type ExportedFile = Omit<FileMessage, 'type'>;

/** Content types of the documents, by their ending. */
export const FILE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json',
} as const;

/** Longest part of a file's name, in characters. */
const LONGEST_PART = 60;

/** `plan-accion-internacional-villa-esperanza.docx`: lower-case ASCII, that any file system takes. */
export function nameForFile(parts: readonly (string | undefined)[], ending: string): string {
  const plain = parts.map((part) =>
    (part ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_PART)
      .replace(/^-+|-+$/g, ''),
  );
  return `${plain.filter(Boolean).join('-')}.${ending}`;
}
