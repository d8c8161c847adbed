import { hkdfSync } from 'node:crypto';

const BYTES = 32;

/**
 * A secret of the installation for one purpose: 64 lower-case hexadecimal characters. It is never written down, and a
 * crash loses nothing.
 * @param derivationKey 32 bytes that are known to nobody else
 */
export const secretFor = (derivationKey: Uint8Array, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', derivationKey, '', `parley panelreview ${purpose}`, BYTES)).toString('hex');

/**
 * The secret of the draws of a case or of a hotline request, which is laid open at the draw.
 * @param round 2 or more when a panel is composed anew, since a secret that was laid open serves no further draw
 */
export const drawSecret = (derivationKey: Uint8Array, id: string, round = 1): string =>
  secretFor(derivationKey, `draw ${id}${round === 1 ? '' : ` ${String(round)}`}`);
