import { hkdfSync } from 'node:crypto';

const BYTES = 32;

/**
 * The secret of the draws of a case, or of a hotline request: a function of the installation's key and of its id, so
 * that it can be laid open at the draw though it was never written down, and a crash loses nothing. 64 lower-case
 * hexadecimal characters.
 * @param derivationKey 32 bytes that are known to nobody else
 * @param round of a panel that is composed anew: a secret that was laid open serves no further draw
 */
export const drawSecret = (derivationKey: Uint8Array, id: string, round = 1): string =>
  Buffer.from(
    hkdfSync(
      'sha256',
      derivationKey,
      '',
      `parley panelreview draw ${id}${round === 1 ? '' : ` ${String(round)}`}`,
      BYTES,
    ),
  ).toString('hex');
