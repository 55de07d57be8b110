import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { incomingOf } from '../../../src/bot/incoming.ts';

const file = (contentType: string, content?: unknown) => ({ name: 'f', contentType, content });

describe('what a person sent', () => {
  it('is their words, without the spaces around them', () => {
    expect(incomingOf({ text: '  hola ' })).toEqual({ text: 'hola', files: [] });
  });

  it('is a button of a question, with what it says', () => {
    const activity: Partial<Activity> = { text: 'Huila', value: { ask: 'entity.department' } };
    expect(incomingOf(activity)).toEqual({ text: 'Huila', files: [], ask: 'entity.department' });
  });

  it('is a form with what was filled in', () => {
    const value = { form: { 'entity.name': 'Honda', 'entity.population': ' ', odd: 3 } };
    expect(incomingOf({ value })).toEqual({ text: '', files: [], form: { 'entity.name': 'Honda' } });
  });

  it('is a document with its text; the same words once more as HTML are none', () => {
    const attachments = [file('text/html', '<p>hola</p>'), file('application/json', '{}')];
    expect(incomingOf({ text: 'hola', attachments })).toEqual({
      text: 'hola',
      files: [{ name: 'f', contentType: 'application/json', content: '{}' }],
    });
  });

  it.each([
    ['audio', { attachments: [file('audio/ogg')] }],
    ['image', { attachments: [file('image/png')] }],
    ['sticker', { channelData: { wordless: 'sticker' } }],
    ['location', { channelData: { wordless: 'location' } }],
  ])('is something without words: %s', (wordless, activity) => {
    expect(incomingOf(activity)).toEqual({ text: '', files: [], wordless });
  });

  it.each([
    [{ value: 'ask' }],
    [{ value: { ask: 7 } }],
    [{ value: null }],
    [{ channelData: { wordless: 'x' } }],
  ])('leaves out what no channel of ours says: %j', (activity) => {
    expect(incomingOf(activity)).toEqual({ text: '', files: [] });
  });
});
