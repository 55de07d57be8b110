import { describe, expect, it } from 'vitest';
import { firstObject } from '../../../src/llm/json.ts';

describe('finding the object in what a model wrote', () => {
  it.each([
    ['alone', '{"a":{"b":"}"}}', { a: { b: '}' } }],
    ['with a quote inside a text', '{"a":"\\"}{"}', { a: '"}{' }],
    ['after braces that are no object', 'f(x) = {x}. {"a":1}', { a: 1 }],
    ['before another', '{"a":1} {"a":2}', { a: 1 }],
    ['after thoughts', '<think>{"a":0}</think>\n{"a":1}', { a: 1 }],
  ])('%s', (_, text, value) => {
    expect(firstObject(text)).toEqual(value);
  });

  it.each(['', 'no', '{"a":1', '[1, 2]', '{a: 1}'])('finds none in «%s»', (text) => {
    expect(firstObject(text)).toBeUndefined();
  });

  it('takes no time over braces without end', () => {
    const began = performance.now();
    expect(firstObject('{'.repeat(40_000))).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
