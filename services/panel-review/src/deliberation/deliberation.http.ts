import { refusals as accessRefusals } from '@parley/access';
import { refusals } from '../panel/refusals.rules';

/** Refusals that several acts in deliberation share. */
export const over = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
] as const;
export const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;
export const seated = [refusals.notSeated, refusals.challenged, refusals.deliberationClosed] as const;
export const ended = [refusals.notDeciding, refusals.votingOver] as const;
export const deciding = [...ended, refusals.unknownClaim, refusals.claimWithdrawn, refusals.claimAwaitsReply] as const;
