import { refuse, type Refused } from '@parley/kernel';
import type { FileExhibit } from '../exhibit-commands';
import type { KnownCase } from '../evidence-state';
import { allAmong } from '../readers/readers';
import { refusals } from '../refusals';

/**
 * What is accepted is never changed: a correction is another exhibit that points back, and both stay (I-35). Who reads
 * the one that is wrong reads the one that is right.
 */
export function correctionFault(
  { corrects, party, tier }: Pick<FileExhibit, 'corrects' | 'party' | 'tier'>,
  { exhibits }: KnownCase,
): Refused | undefined {
  if (corrects === null) return undefined;
  const corrected = exhibits.get(corrects);
  if (corrected?.party !== party) return refuse(refusals.unknownCorrected, '/corrects');
  if (corrected.correctedBy !== null) return refuse(refusals.correctedAlready, '/corrects');
  return allAmong(corrected.tier, tier) ? undefined : refuse(refusals.correctionNarrower, '/tier');
}
