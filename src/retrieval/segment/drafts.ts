import type { Line } from '../clean/lines.ts';
import type { MappedText } from '../clean/mapped-text.ts';

/** A paragraph, a list item, a row of a table or figure, or a heading. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'row';
  content: MappedText;
  links: string[];
  /** Whether a page begins with it. */
  pageStart: boolean;
  /** Set when it is a heading of an outline that is known. */
  title?: { shown: string; level: number };
}

/** A block while its lines are being gathered. */
export interface Draft extends Block {
  last: Line;
  /** Blank source lines before it. */
  gap: number;
  /** Whether its last line is as long as its neighbours, as only running text is. */
  full: boolean;
}
