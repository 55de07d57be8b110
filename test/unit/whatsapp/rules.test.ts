import { describe, expect, it } from 'vitest';
import { brokenRule, type Fields, type GraphRequest, RULES, type World } from '../../support/graph-rules.ts';

const NOW = Date.UTC(2026, 10, 21);
const HOUR = 60 * 60 * 1000;
const world: World = {
  now: NOW,
  phoneNumberIds: ['1'],
  templates: [{ name: 'retomar_plan', language: 'es' }],
  received: new Set(['wamid.1']),
  media: new Map([['7', { type: 'application/pdf' }]]),
  heard: NOW - HOUR,
  pair: [],
  number: [],
};

const message = (own: Fields): GraphRequest => ({
  kind: 'message',
  phoneNumberId: '1',
  json: true,
  body: { messaging_product: 'whatsapp', recipient_type: 'individual', to: '573001112233', ...own },
});
const text = (body: unknown, more: Fields = {}) => message({ type: 'text', text: { body }, ...more });
const buttons = (...replies: Fields[]) =>
  message({
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: '¿Sí?' },
      action: { buttons: replies.map((reply) => ({ type: 'reply', reply })) },
    },
  });
const rows = (count: number, row: Fields = {}) =>
  message({
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: '¿Cuál?' },
      action: {
        button: 'Ver',
        sections: [
          { rows: Array.from({ length: count }, (_, n) => ({ id: `${n}`, title: `${n}`, ...row })) },
        ],
      },
    },
  });
const upload = (type: string, content = 'x'): GraphRequest => {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([content], { type }), 'plan');
  return { kind: 'upload', phoneNumberId: '1', form };
};
const template = (own: Fields) => message({ type: 'template', template: own });

describe('the rules of Meta that the suites are held to', () => {
  it.each<[string, GraphRequest, Partial<World>]>([
    ['a text', text('hola'), {}],
    ['two buttons', buttons({ id: 'a', title: 'Sí' }, { id: 'b', title: 'No' }), {}],
    ['ten rows', rows(10), {}],
    ['a document', message({ type: 'document', document: { id: '7', filename: 'plan.pdf' } }), {}],
    ['a template', template({ name: 'retomar_plan', language: { code: 'es' } }), { heard: undefined }],
    ['a file', upload('application/pdf'), {}],
    ['a message to who hides their number', text('hola', { to: undefined, recipient: 'CO.13491208' }), {}],
  ])('let %s pass', (_what, request, change) => {
    expect(brokenRule(request, { ...world, ...change })).toBeUndefined();
  });

  it.each<[string, number, GraphRequest, Partial<World>]>([
    ['a text of 4097 characters', 131009, text('x'.repeat(4097)), {}],
    ['an empty text', 131009, text(' '), {}],
    ['a misspelled parameter', 100, text('hola', { prewiew: true }), {}],
    ['nobody to send to', 100, text('hola', { to: undefined }), {}],
    ['a name in the place of a number', 100, text('hola', { to: 'Ana' }), {}],
    ['a number that is not known', 100, { ...text('hola'), phoneNumberId: '2' }, {}],
    ['four buttons', 131009, buttons(...['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }))), {}],
    ['a button of 21 characters', 131009, buttons({ id: 'a', title: 'x'.repeat(21) }), {}],
    ['an id of 257 characters', 131009, buttons({ id: 'x'.repeat(257), title: 'Sí' }), {}],
    ['two equal buttons', 131009, buttons({ id: 'a', title: 'Sí' }, { id: 'b', title: 'Sí' }), {}],
    ['eleven rows', 131009, rows(11), {}],
    ['a row of 25 characters', 131009, rows(1, { title: 'x'.repeat(25) }), {}],
    ['a description of 73 characters', 131009, rows(1, { description: 'x'.repeat(73) }), {}],
    ['two rows of one id', 131009, rows(2, { id: 'a' }), {}],
    ['a document that was not uploaded', 131009, message({ type: 'document', document: { id: '8' } }), {}],
    ['a document as a picture', 131009, message({ type: 'image', image: { id: '7' } }), {}],
    [
      'a template of another language',
      132001,
      template({ name: 'retomar_plan', language: { code: 'en' } }),
      {},
    ],
    ['a text after 24 hours', 131047, text('hola'), { heard: NOW - 24 * HOUR }],
    ['a text to who never wrote', 131047, text('hola'), { heard: undefined }],
    ['the 46th of a burst', 131056, text('hola'), { pair: Array.from({ length: 45 }, () => NOW) }],
    ['the 81st of a second', 130429, text('hola'), { number: Array.from({ length: 80 }, () => NOW) }],
    ['JSON as a document', 131053, upload('application/json'), {}],
    ['an empty file', 131053, upload('application/pdf', ''), {}],
  ])('refuse %s (%i)', (_what, code, request, change) => {
    expect(brokenRule(request, { ...world, ...change })).toMatchObject({ code });
  });

  it('each name the page of Meta that they come from', () => {
    for (const { page } of RULES) expect(page).toMatch(/^https:\/\/developers\.facebook\.com\/\S+$/);
  });
});
