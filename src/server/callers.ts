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

/** Tells the address of each request; and the operator, once, that a proxy stands before the service and is not counted. */
export function callerAddresses(
  proxies: number,
  log: { warn(message: string): void },
): (req: IncomingMessage) => string {
  let told = false;
  return (req) => {
    if (proxies === 0 && !told && req.headers['x-forwarded-for'] !== undefined) {
      told = true;
      log.warn('requests come through a proxy, and limits count all of its people as one: set TRUST_PROXY');
    }
    return addressOf(req, proxies);
  };
}

/**
 * The address that a request comes from, as limits count it: of IPv6 the network, which one household or office has to
 * itself. Behind proxies it is the one that the outermost of them saw.
 * @param proxies how many proxies of the operator's own stand before the service: what others say is not believed
 */
export function addressOf(req: IncomingMessage, proxies: number): string {
  const listed = [req.headers['x-forwarded-for'] ?? []].flat().flatMap((value) => value.split(','));
  const told = proxies > 0 ? listed.at(-proxies)?.trim() : undefined;
  const address = told && isIP(told) ? told : (req.socket.remoteAddress ?? '');
  return isIP(address) === 6 && !address.startsWith('::ffff:') ? network(address) : address;
}

/** The first 64 bits of an IPv6 address. */
function network(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
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
