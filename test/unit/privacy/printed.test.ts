import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { plainReason } from '../../../src/server/last-resort.ts';

const PROGRAM = 'test/support/uncaught.ts';

/** How a process ends, with everything it printed. */
function run(): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [PROGRAM], (error, out, err) => done({ code: error?.code ?? 0, out, err }));
  });
}

describe('what is printed beside the log', () => {
  it('is nothing: of errors of libraries, and of one that nobody caught, the log tells the kind and the place', async () => {
    const { code, out, err } = await run();
    expect([code, err]).toEqual([1, '']);
    expect(out).not.toMatch(/s3cret|Zarzamoral|Bearer/);
    const lines = out.trim().split('\n');
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const error = expect.objectContaining({ type: 'Error', code: 'ECONNRESET' });
    expect(told).toHaveLength(3);
    expect(told).toContainEqual(expect.objectContaining({ level: 40, printed: 'error', err: error }));
    expect(told).toContainEqual(expect.objectContaining({ level: 40, printed: 'warn' }));
    expect(told).toContainEqual(expect.objectContaining({ level: 60, err: error }));
    expect(out).toContain(PROGRAM);
  });

  it('when the service does not start is the reason, with its cause, and not what the errors carry', () => {
    const cause = Object.assign(new Error('password authentication failed'), {
      config: { password: 's3cret' },
    });
    const reason = plainReason(new Error('the database cannot be used', { cause }));
    expect(reason).toMatch(
      /the database cannot be used[\s\S]*because of: Error: password authentication failed/,
    );
    expect(reason).not.toContain('s3cret');
    expect(plainReason('not an error')).toBe('not an error');
  });
});
