/** Where Teams keeps the files of people: SharePoint and OneDrive, with what they hand files over from. */
const HOSTS = [
  'sharepoint.com',
  'sharepoint.us',
  'onedrive.com',
  'onedrive.live.com',
  '1drv.com',
  'svc.ms',
  'graph.microsoft.com',
];
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a file may be fetched from, or put to, an address that came with an activity: of Microsoft, over TLS.
 * @param local whether callers are on this machine: then its own addresses are right too
 */
export function isFileAddress(address: string, local: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (username !== '') return false;
  if (local && LOOPBACK.includes(hostname)) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
