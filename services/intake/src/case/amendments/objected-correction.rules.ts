import { refuse, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import type { Matter, Proposal } from '../consent/proposal.rules';
import { filingRefusals } from '../filing/filing.rules';
import { amend } from './amend-grievance.rules';
import type { AmendedFiling } from './amendments.rules';
import { correctedIn, isCorrection } from './correct-measure.rules';
import { grievanceDigest } from './replace-by-consent.rules';

/** The grievance as a correction would have it, where its party certified that for the case of an objection. */
function certifiedBy(matter: Matter, { grievance: now }: FiledCase): AmendedFiling | undefined {
  if (!isCorrection(matter)) return undefined;
  const { certification, receipt } = matter;
  return certification && receipt ? { grievance: correctedIn(now, matter), certification, receipt } : undefined;
}

const isOf = ({ grievance, certification }: AmendedFiling): boolean =>
  certification.digest === grievanceDigest(grievance);

/** Whoever certifies a correction certifies the whole grievance as it would read then. */
export function certifiedFault(matter: Matter, state: FiledCase) {
  const certified = certifiedBy(matter, state);
  return !certified || isOf(certified)
    ? undefined
    : refuse(filingRefusals.certificationDigest, '/certification/digest');
}

/** Whether an objection may make a replacement of a correction. */
export const isCertified = (matter: Matter): boolean => isCorrection(matter) && matter.certification !== undefined;

/**
 * What an objection makes of a correction: a replacement, where its party certified it as one and may replace without
 * consent now (I-24). Otherwise the correction falls away and the text stands as it was. So no objection brings on a
 * replacement that the complainant did not ask for, and no correction one that the complainant could not make alone.
 */
export function replacedByObjection(
  { id, matter }: Proposal,
  at: Instant,
  state: FiledCase,
  clocks: Clocks,
): readonly CaseEvent[] {
  const certified = certifiedBy(matter, state);
  // Where the text has changed meanwhile, nobody certified what it would be now.
  if (state.status !== 'registered' || !certified || !isOf(certified)) return [];
  const { by } = certified.certification;
  // An objection is no consent, so the replacement has no proposal that both signed.
  const replacing = { by, at, kind: 'replacement', proposalId: null, objectedTo: id } as const;
  const effect = amend(certified, replacing, state, clocks);
  return effect.kind === 'accepted' ? effect.events : [];
}
