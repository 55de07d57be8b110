/** Whether a message is a button's label: case, accents and punctuation do not matter. */
export function sameWords(text: string, label: string): boolean {
  return fold(text) === fold(label);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
