import { accept, refuse, type Decision } from '@parley/kernel';
import type { GiveExitNotice } from '../referral-commands';
import type { ExitNoticeGiven } from '../referral-events';
import { complainingSide } from '../claimants';
import { exitNoticeOf, type FiledReferral } from '../referral-state';
import { refusals } from '../refusals';

/**
 * I-53: of a party that complains, always accepted from the filing on, whatever the stage; it ends nothing. Given
 * again, it is there already.
 */
export function giveExitNotice(
  { by, party, receivedAt }: GiveExitNotice,
  state: FiledReferral,
): Decision<ExitNoticeGiven> {
  if (party === null || complainingSide(state, party) === undefined) return refuse(refusals.noClaimsOfOwn);
  if (exitNoticeOf(state, party) !== undefined) return accept();
  return accept({ type: 'ExitNoticeGiven', occurredAt: receivedAt, rule: 'I-53', tier: 'PUBLIC', data: { by, party } });
}
