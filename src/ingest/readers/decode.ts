import { IngestFault } from '../fault.ts';

/** Bytes looked at for a declared encoding. */
const DECLARATION = 2048;

/**
 * Text of a file: UTF-8 or UTF-16 as its first bytes say, or else UTF-8, or else Windows-1252, in which older programs
 * write Spanish. An HTML file may declare its encoding.
 * @throws {IngestFault} when it is no text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\r\n?/g, '\n');
  // No text holds one: what is read is a program, a picture or a file of another type.
  if (text.includes('\0')) throw new IngestFault('binary');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    const head = Buffer.from(bytes.subarray(0, DECLARATION)).toString('latin1');
    const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
    return declared && declared !== 'utf-8' && isEncoding(declared) ? declared : 'windows-1252';
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
