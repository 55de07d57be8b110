import type { Language } from '../text/locales.ts';
import type { Picture } from './pictures/picture.ts';

/** A paragraph of a document. */
export interface Line {
  text: string;
  /** Stands before the text, in bold: «Presupuesto: …». */
  label?: string;
  bullet?: true;
  quote?: true;
  /** Nothing is filled in here; the text says so. */
  pending?: true;
  /** Where the text leads to. */
  url?: string;
}

/** Column of a table; its weight is its share of the width. */
export interface Column {
  title: string;
  weight: number;
  align?: 'right';
}

export type Block =
  /** Paragraphs, under a small heading when there is a label. */
  | { kind: 'prose'; label?: string; lines: Line[] }
  /** An aside of the document itself, not of the plan. */
  | { kind: 'note'; text: string }
  /** A sheet of names and what is said of each. */
  | { kind: 'facts'; label?: string; rows: { label: string; lines: Line[] }[] }
  /** Rows under headed columns, one cell a column; `totals` close it. */
  | { kind: 'table'; caption: string; columns: Column[]; rows: Line[][][]; totals?: Line[][][] }
  /** A picture of what the plan says elsewhere in words. */
  | { kind: 'figure'; caption: string; picture: Picture };

export interface Section {
  number?: string;
  title: string;
  blocks: Block[];
  sections: Section[];
}

export interface Part {
  title: string;
  sections: Section[];
}

export interface Cover {
  /** What kind of document this is; left out where the title says it already. */
  document?: string;
  title: Line;
  entity: Line;
  kind?: string;
  facts: Line[];
  /** Says that the plan is a draft, and why. */
  draft?: string;
  prepared?: Line;
  signature: { heading: string; name: Line; post: Line; sign: string; date: string };
}

/** A whole document, ready to be rendered. */
export interface Outline {
  language: Language;
  title: string;
  /** What kind of document this is, and how it was made, for its properties. */
  subject: string;
  description: string;
  author: string;
  cover: Cover;
  parts: Part[];
  /** How many places have nothing filled in. */
  pending: number;
  draft: boolean;
}

/** What stands at the head of each page: whose plan it is and its title, without the name of the entity twice. */
export function headerText({ title, cover }: Outline): string {
  const { text: entity, pending } = cover.entity;
  return pending || title.includes(entity) ? title : `${entity} · ${title}`;
}

/** A passage that the plan or its conversation leaned on. */
export interface ExportSource {
  title: string;
  /** What the document is, in words: «guía oficial». */
  kind: string;
  /** As shown to people: `2025`, `c. 2010`. */
  date: string;
  section: string;
  /** Absolute address that opens the passage; empty when there is none. */
  url: string;
  quote?: string;
}
