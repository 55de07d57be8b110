import { describe, expect, it } from 'vitest';
import { FILE_LIMIT, IngestFault, readBounded, readDocument } from '../../../src/ingest/index.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { paragraph, pdf, word, zip } from './files.ts';

const es = loadTexts('dialogs/locales', 'es');
const en = loadTexts('dialogs/locales', 'en');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const TYPES = '[Content_Types].xml';
const LONG = 'La cooperación internacional del municipio se coordina con el departamento. ';

describe('a file that cannot be taken in', () => {
  it.each<[string, string, Uint8Array | string]>([
    ['unknown-type', 'hoja.xlsx', 'x'],
    ['unknown-type', 'sin-tipo', 'x'],
    ['empty', 'nada.txt', ''],
    ['empty', 'corto.md', '# Hola'],
    ['binary', 'foto.txt', Buffer.from([0x50, 0, 1, 2, 3])],
    ['too-long', 'largo.txt', LONG.repeat(80_000)],
    ['too-big', 'grande.txt', Buffer.alloc(FILE_LIMIT + 1, 'a')],
    ['scanned', 'escaneado.pdf', pdf([[], []])],
    ['password', 'cerrado.pdf', pdf([[{ text: LONG, y: 700 }]], { encrypted: true })],
    ['damaged', 'texto.pdf', 'Esto no es un PDF'],
    ['damaged', 'cortado.pdf', '%PDF-1.4\n1 0 obj\n<< /Type'],
    ['old-word', 'viejo.docx', Buffer.concat([COMPOUND, Buffer.alloc(600)])],
    ['old-word', 'viejo.doc', COMPOUND],
    ['password', 'cerrado.docx', Buffer.concat([COMPOUND, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['damaged', 'texto.docx', 'Esto no es Word'],
    ['damaged', 'otro.docx', zip({ 'a.txt': 'x' })],
    ['damaged', 'vacio.docx', zip({ [TYPES]: '<Types/>' })],
    [
      'zip-bomb',
      'bomba.docx',
      zip({ [TYPES]: '<Types/>', 'word/media/a': Buffer.alloc(160 * 1024 * 1024) }, 10),
    ],
    [
      'entities',
      'entidades.docx',
      zip({ [TYPES]: '<Types/>', 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
    ],
  ])('%s: %s', async (reason, name, content) => {
    const fault: unknown = await readDocument(name, Buffer.from(content)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(IngestFault);
    if (!(fault instanceof IngestFault)) return;
    expect(fault.reason).toBe(reason);
    for (const texts of [es, en])
      expect(texts.t(`ingest.fault.${reason}`, fault.params).length).toBeGreaterThan(20);
  });

  it('is damaged when a Word document lost its end', async () => {
    const whole = await word(paragraph(LONG));
    await expect(readDocument('cortado.docx', whole.subarray(0, whole.length - 200))).rejects.toMatchObject({
      reason: 'damaged',
    });
    expect((await readDocument('entero.docx', whole)).text.trim()).toBe(LONG.trim());
  });

  it('whose pages are not where it tells is read all the same', async () => {
    const pages = Array.from({ length: 300 }, (_, at) => [
      { text: `${String.fromCodePoint(0x61 + (at % 26), 0x61 + Math.floor(at / 26))}. ${LONG}`, y: 400 + at },
    ]);
    const whole = Buffer.from(pdf(pages)).toString('latin1');
    // Of the pages that it looks for and does not find there, pdf.js forgets one: nobody waits for its error.
    const moved = whole
      .replace(' /Encoding /WinAnsiEncoding', '')
      .replace('\nxref', `\n%${'x'.repeat(25)}\nxref`);
    const { text } = await readBounded('movido.pdf', Buffer.from(moved, 'latin1'));
    expect(text).toContain('aa. La');
    expect(text).toContain('nl. La');
  });
});
