import { isIP } from 'node:net';
import type { Setting } from '@parley/http';

/**
 * Names of networks from which nobody outside can come: RFC 1918 with its counterpart in IPv6, and the machine itself.
 */
const NAMED: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Addresses (`192.0.2.1`), networks (`10.0.0.0/8`, `2001:db8::/32`) and names of networks, with commas between them;
 * none when left out.
 */
export const networksSetting = (name: string): Setting<readonly string[]> => ({
  name,
  read: (text) => {
    const networks = (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return networks.every(isNetwork)
      ? networks
      : {
          wrong:
            'must be addresses or networks, such as 10.0.0.0/8, or uniquelocal, loopback or linklocal, ' +
            'with commas between them',
        };
  },
});

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0) return NAMED.includes(text);
  return (
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}
