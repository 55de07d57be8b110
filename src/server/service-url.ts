/** Where Azure Bot's channels take the answers of bots: Teams by cloud, and every other channel. */
const HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const DOMAIN = '.botframework.com';
/** As channels write it: the client library takes « http:» and «HTTP:» for other protocols than they are. */
const PLAIN = /^https?:\/\/[!-~]+$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether the bot may answer to an address that came with an activity: the answer tells what a person has in their plan,
 * and goes out with the bot's own token.
 * @param authenticated whether callers are channels of Azure Bot; if not, they are programs of this machine
 */
export function mayAnswerTo(address: string, authenticated: boolean): boolean {
  if (!PLAIN.test(address) || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (!authenticated) return /^https?:$/.test(protocol) && LOOPBACK.test(hostname);
  return protocol === 'https:' && (HOSTS.includes(hostname) || hostname.endsWith(DOMAIN));
}
