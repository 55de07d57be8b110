import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../unit/server/fixture.ts';

let running: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  running = await serve();
});
afterAll(() => running.server.close());

describe('the service', () => {
  it('cuts off a client whose headers never end', async () => {
    const { hostname, port } = new URL(running.base);
    const socket = connect(Number(port), hostname);
    const began = performance.now();
    const answer = await new Promise<string>((resolve, reject) => {
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
