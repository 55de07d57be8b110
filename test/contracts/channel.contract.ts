import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChannelKind, SENT, type Sent, type Shown } from '../support/channels/person.ts';
import { heardContract } from './channel.heard.ts';
import { offeredContract } from './channel.offered.ts';
import { serviceContract } from './channel.service.ts';
import { shownContract } from './channel.shown.ts';
import { Stage } from './channel.stage.ts';

/**
 * What every channel keeps: whatever the conversation says, a person sees all of it, in order, and can do what it
 * offers; whatever a person sends is heard once, and for what it is. Nothing that goes out breaks a limit of the
 * channel.
 * @param absent what the channel is known not to have.
 */
export function channelContract(channel: ChannelKind, absent: readonly (Sent | Shown)[]): void {
  describe(`on ${channel.name}`, () => {
    const stage = new Stage(channel);
    beforeAll(() => stage.open());
    afterAll(() => stage.driver.close());
    afterEach(() => {
      expect(stage.driver.checked().broken).toEqual([]);
    });

    it('lacks what it is known to lack, for a reason, and nothing else', async () => {
      const { sends, typing } = await stage.driver.person();
      expect(Object.keys(channel.absent).sort()).toEqual([...absent].sort());
      for (const reason of Object.values(channel.absent)) expect(reason).not.toBe('');
      expect(Object.keys(sends).sort()).toEqual(SENT.filter((kind) => stage.has(kind)).sort());
      expect(stage.driver.failOnce !== undefined).toBe(stage.has('failure'));
      expect(typing !== undefined).toBe(stage.has('typing'));
    });

    shownContract(stage);
    offeredContract(stage);
    heardContract(stage);
    serviceContract(channel);
  });
}
