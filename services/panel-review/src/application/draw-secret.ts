import { hkdfSync } from 'node:crypto';

const BYTES = 32;

/**
 * The secret of the draws of a case, or of a hotline request: a function of the installation's key and of its id, so that it can be laid open at the draw
 * though it was never written down, and a crash loses nothing. 64 lower-case hexadecimal characters.
 * @param derivationKey 32 bytes that are known to nobody else
 */
export const drawSecret = (derivationKey: Uint8Array, id: string): string =>
  Buffer.from(hkdfSync('sha256', derivationKey, '', `parley panelreview draw ${id}`, BYTES)).toString('hex');
