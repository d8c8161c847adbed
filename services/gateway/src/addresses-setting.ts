import type { Setting } from '@parley/http';

/**
 * Addresses of the instances of a service, with commas between them. Each is an origin, since paths are the same on
 * both sides.
 */
export const addressesSetting = (name: string): Setting<readonly string[]> => ({
  name,
  read: (text) => {
    const addresses = (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return addresses.length > 0 && addresses.every(isOrigin)
      ? addresses.map((address) => new URL(address).origin)
      : { wrong: 'must be http:// or https:// and a host, or several such with commas between them' };
  },
});

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.username === ''
  );
}
