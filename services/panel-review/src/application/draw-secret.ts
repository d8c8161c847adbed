import { hkdfSync } from 'node:crypto';
import type { CaseId } from '@parley/kernel';

const BYTES = 32;

/**
 * The secret of a case's draws: a function of the installation's key and the case, so that it can be laid open at the draw
 * though it was never written down, and a crash loses nothing. 64 lower-case hexadecimal characters.
 * @param derivationKey 32 bytes that are known to nobody else
 */
export const drawSecret = (derivationKey: Uint8Array, caseId: CaseId): string =>
  Buffer.from(hkdfSync('sha256', derivationKey, '', `parley panelreview draw ${caseId}`, BYTES)).toString('hex');
