import { inflateRawSync } from 'node:zlib';
import { IngestFault } from '../fault.ts';

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
/** Bytes of the record at the end, without its comment, and the longest comment. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_FILES = 5000;
/** Bytes that all files may take together once they are unpacked. */
const UNPACKED_LIMIT = 150 * 1024 * 1024;

/**
 * Unpacks a zip file within limits before anything else reads it: what its directory says of sizes is not believed.
 * @returns the files by name.
 * @throws {IngestFault} `damaged` when it is no whole zip file, `zip-bomb` when it unpacks to more than is allowed.
 */
export function unpack(bytes: Uint8Array): Map<string, Buffer> {
  try {
    return unpackEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof IngestFault) throw error;
    const bomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new IngestFault(bomb ? 'zip-bomb' : 'damaged', {}, { cause: error });
  }
}

function unpackEntries(zip: Buffer): Map<string, Buffer> {
  const end = endRecord(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw new IngestFault('zip-bomb');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  // Where the directory does not stand right before its end, another reader would look for it elsewhere, and see files
  // that were not looked at here.
  if (at + zip.readUInt32LE(end + 12) !== end) throw new IngestFault('damaged');
  let left = UNPACKED_LIMIT;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new IngestFault('damaged');
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const content = unpackEntry(zip, at, left);
    left -= content.length;
    files.set(zip.toString('utf8', at + 46, at + 46 + name), content);
    at += 46 + name + extra + comment;
  }
  return files;
}

function unpackEntry(zip: Buffer, at: number, left: number): Buffer {
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new IngestFault('damaged');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  if (zip.readUInt16LE(at + 10) === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
  if (packed.length > left) throw new IngestFault('zip-bomb');
  return packed;
}

function endRecord(zip: Buffer): number {
  const from = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= from; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new IngestFault('damaged');
}
