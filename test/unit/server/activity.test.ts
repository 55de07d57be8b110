import { expect, it } from 'vitest';
import { readActivity } from '../../../src/server/activity.ts';

const said = {
  type: 'message',
  serviceUrl: 'http://localhost/',
  from: { id: 'ana', name: null, aadObjectId: null },
  conversation: { id: 'c1', isGroup: null, tenantId: 't' },
  recipient: null,
  text: 'hola',
  value: { kept: null },
  attachments: [{ contentType: 'text/plain', name: null, contentUrl: null, content: null }],
  entities: [{ type: 'mention', text: null }],
};

it('an activity has no member that is null, in it or in its parts; what a card gave stays as it is', () => {
  expect(readActivity(said)).toEqual({
    type: 'message',
    serviceUrl: 'http://localhost/',
    from: { id: 'ana' },
    conversation: { id: 'c1', tenantId: 't' },
    text: 'hola',
    value: { kept: null },
    attachments: [{ contentType: 'text/plain' }],
    entities: [{ type: 'mention' }],
  });
});

it('an activity without some of its parts is taken', () => {
  const { attachments: _files, entities: _marks, ...rest } = said;
  expect(readActivity({ ...rest, membersAdded: null })).toMatchObject({ text: 'hola' });
});
