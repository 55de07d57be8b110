/** Letter paper, the usual one in Colombia, in twentieths of a point (DXA). */
export const PAGE = { width: 12_240, height: 15_840, margin: 1_300 };
/** Width of the text between the margins, in DXA: every table fills it. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Hexadecimal colours, without the sign; each keeps 4.5:1 of contrast where it carries text. */
export const COLOURS = {
  ink: '222222',
  heading: '1F3864',
  soft: '595959',
  pending: '9C4A00',
  line: 'B8C4D9',
  header: 'DCE5F3',
  label: 'F3F6FB',
  draft: 'FFF3D6',
};

/** Region of each language, for spelling and for reading aloud. */
export const REGION = { es: 'es-CO', en: 'en-US' } as const;
