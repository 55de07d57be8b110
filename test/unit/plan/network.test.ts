import { describe, expect, it } from 'vitest';
import { weighNetwork } from '../../../src/plan/network.ts';

const good = {
  'network.purpose': 'unir ciudades',
  'network.members': 'capitales',
  'network.duties': 'reuniones',
  'network.joining': 'letter',
  'network.objectives': 'yes',
  'network.actions': 'yes',
  'network.other': 'no',
  'network.peers': 'yes',
  'network.money': 'yes',
  'network.political': 'yes',
  'network.people': 'yes',
};
const verdict = (changed: Record<string, unknown>) => weighNetwork({ ...good, ...changed }).verdict;

describe('the balance of a city network', () => {
  it('speaks for joining when everything does', () => {
    expect(weighNetwork(good)).toMatchObject({ verdict: 'join', against: [], partly: [], unknown: [] });
  });

  it.each(['objectives', 'money', 'political', 'people'])('speaks against it without %s', (id) => {
    expect(verdict({ [`network.${id}`]: 'no' })).toBe('not-now');
  });

  it.each(['objectives', 'money', 'political', 'people'])('must find out %s first', (id) => {
    expect(verdict({ [`network.${id}`]: 'unknown' })).toBe('find-out');
    expect(verdict({ [`network.${id}`]: undefined })).toBe('find-out');
  });

  it('has reservations for what holds halfway, or where another network is closer', () => {
    expect(verdict({ 'network.people': 'partly' })).toBe('conditions');
    const closer = weighNetwork({ ...good, 'network.other': 'yes' });
    expect(closer).toMatchObject({ verdict: 'conditions', against: ['other'] });
  });

  it('lets nothing be recommended when most is open, and knows nothing without answers', () => {
    expect(
      verdict({ 'network.actions': 'unknown', 'network.other': 'unknown', 'network.peers': 'unknown' }),
    ).toBe('find-out');
    expect(weighNetwork({})).toMatchObject({ verdict: 'find-out', for: [], against: [] });
  });

  it('tells what nobody has looked up, without letting it decide', () => {
    const balance = weighNetwork({ ...good, 'network.duties': undefined, 'network.joining': 'unknown' });
    expect(balance).toMatchObject({ verdict: 'join', unknown: ['duties', 'joining'] });
  });
});
