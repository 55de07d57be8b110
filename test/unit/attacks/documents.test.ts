import { describe, expect, it } from 'vitest';
import { readBounded, readDocument } from '../../../src/ingest/index.ts';
import { paragraph, pdf, word, zip } from '../ingest/files.ts';

const TEXT = 'La cooperación internacional une a los gobiernos locales de varios países del mundo.';
const fault = (reason: string) => expect.objectContaining({ name: 'IngestFault', reason });
const CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

describe('a document made to harm who reads it', () => {
  it.each(['a.txt', 'a.md', 'a.html'])('is refused as %s when it is another kind inside', async (name) => {
    const made = pdf([[{ text: TEXT, y: 700 }]]);
    await expect(readDocument(name, made)).rejects.toEqual(fault('other-type'));
    await expect(readDocument(name, await word(paragraph(TEXT)))).rejects.toEqual(fault('other-type'));
  });

  it('is no bomb: a megabyte that unpacks to a gigabyte', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`word/${n}.xml`, Buffer.alloc(5 * 1024 * 1024)]),
    );
    const bomb = zip({ '[Content_Types].xml': CONTENT_TYPES, ...files }, 10);
    await expect(readDocument('a.docx', bomb)).rejects.toEqual(fault('zip-bomb'));
  });

  it('expands no entities, whatever the file that holds them is called', async () => {
    const laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    for (const name of ['word/document.xml', 'word/media/picture.png'])
      await expect(
        readDocument('a.docx', zip({ '[Content_Types].xml': CONTENT_TYPES, [name]: laughs })),
      ).rejects.toEqual(fault('entities'));
  });

  it('has one directory: a second one that only another reader finds is refused', async () => {
    const harmless = Buffer.from(zip({ '[Content_Types].xml': CONTENT_TYPES }));
    // What stands between the directory and its end moves where other readers look for it.
    const end = harmless.length - 22;
    const hidden = Buffer.concat([harmless.subarray(0, end), Buffer.alloc(64), harmless.subarray(end)]);
    await expect(readDocument('a.docx', hidden)).rejects.toEqual(fault('damaged'));
  });

  it('is given up when it takes too long, and the thread that reads it ends', async () => {
    const long = Buffer.from(`# a\n\n${TEXT}\n\n${'- x\n'.repeat(800_000)}`);
    const began = performance.now();
    await expect(readBounded('a.md', long, 0.05)).rejects.toEqual(fault('too-slow'));
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('is read as ever when there is nothing wrong with it, and told as ever when there is', async () => {
    expect((await readBounded('a.docx', await word(paragraph(TEXT)))).text).toContain(TEXT);
    await expect(readBounded('a.pdf', Buffer.from('nada'))).rejects.toEqual(fault('damaged'));
  });
});
