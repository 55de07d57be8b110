import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether a request comes from this very machine: its connection does, it asks for this machine by a local name
 * (another name would be a site's, pointed here to reach what only this machine may), and no proxy says that it
 * passes it on for somebody else.
 */
export function isLocalCaller(req: IncomingMessage): boolean {
  const host = (req.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return (
    isLoopback(req.socket.remoteAddress ?? '') &&
    (host === 'localhost' || isLoopback(host)) &&
    forwardedFor(req).every(isLoopback)
  );
}

function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** The addresses for which proxies say they forward; what cannot be read counts as an address of somebody else. */
function forwardedFor({ headers }: IncomingMessage): string[] {
  const listed = [headers['x-forwarded-for'], headers['x-real-ip']]
    .flat()
    .filter((value) => value !== undefined);
  const standard = [headers.forwarded ?? []].flat().flatMap((value) => value.split(/[,;]/));
  return [
    ...listed.flatMap((value) => value.split(',').map((part) => part.trim())),
    ...standard
      .filter((part) => /^\s*for=/i.test(part))
      .map((part) => part.replace(/^\s*for=/i, '').replace(/^"?\[?|\]?(:\d+)?"?\s*$/g, '')),
  ];
}
