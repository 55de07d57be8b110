import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/channels/webchat/limits.ts';

describe('splitText', () => {
  it('leaves a text that fits as it is', () => {
    expect(splitText('Hola.\n\n- uno', 20)).toEqual(['Hola.\n\n- uno']);
    expect(splitText('', 20)).toEqual(['']);
  });

  it('cuts at the end of a paragraph, else of a line, a sentence, a word', () => {
    expect(splitText('Uno dos tres.\n\nCuatro cinco', 20)).toEqual(['Uno dos tres.', 'Cuatro cinco']);
    expect(splitText('Uno dos tres.\nCuatro cinco', 20)).toEqual(['Uno dos tres.', 'Cuatro cinco']);
    expect(splitText('Uno dos tres. Cuatro cinco', 20)).toEqual(['Uno dos tres.', 'Cuatro cinco']);
    expect(splitText('Uno dos tres cuatro cinco', 20)).toEqual(['Uno dos tres cuatro', 'cinco']);
    expect(splitText('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });

  it('keeps every part within the limit and loses nothing but white space', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('palabra', '. ', '\n\n', '\n', ' ', 'ñandú', '🇨🇴', '«¿qué?» ')),
        fc.integer({ min: 8, max: 40 }),
        (pieces, limit) => {
          const text = pieces.join('');
          const parts = splitText(text, limit);
          expect(parts.every((part) => part.length <= limit && part.isWellFormed())).toBe(true);
          expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
