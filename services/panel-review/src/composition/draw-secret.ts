import { hkdfSync } from 'node:crypto';

const BYTES = 32;

/**
 * The secret of the draws of a case or of a hotline request. It is a function of the installation's key and of the id,
 * so it can be laid open at the draw although it was never written down, and a crash loses nothing. 64 lower-case
 * hexadecimal characters.
 * @param derivationKey 32 bytes that are known to nobody else
 * @param round 2 or more when a panel is composed anew, since a secret that was laid open serves no further draw
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
