import { plusMillis, type Instant } from '@parley/kernel';
import { latestOf } from '../../simulation/history/case-history';
import { MARGIN_MS } from '../../simulation/secretariat/secretariat';
import { endOfJointDays } from './end-of-joint-days';
import { ofEachCase } from './rule';

/** The longest that a filing can be without a docket number or an end, in joint business days. */
const UNREGISTERED_JBD = 35;

/** A registered case has its outcome as of its long-stop at the latest, and a filed one is registered or closed in its time. */
export const silenceNeverBlocks = ofEachCase('I-17', ({ intake }) => {
  const state = latestOf(intake);
  const [filed] = intake;
  if (!state || !filed || state.status === 'unfiled') return [];
  const faults: string[] = [];
  if (state.status !== 'ended') faults.push(`still ${state.status} after everybody fell silent`);
  // The long-stop stands still with the rest while both parties want it to, and then the suspension has its own end; a case that
  // was withdrawn before its docket number came had none yet.
  const endedFrom = intake.findLast(({ event }) => event.type === 'ScreeningEnded')?.before.status;
  if (state.status === 'ended' && endedFrom === 'registered' && state.registration && state.endedAt > state.registration.longStop) faults.push(`ended at ${state.endedAt}, after its long-stop`);
  const settled = intake.find(({ event }) => event.type === 'CaseRegistered' || event.type === 'ScreeningEnded');
  const latest = endOfJointDays(filed.event.occurredAt, UNREGISTERED_JBD);
  const late = (at: Instant) => at > plusMillis(latest, MARGIN_MS);
  if (settled && late(settled.event.occurredAt)) faults.push(`neither registered nor closed until ${settled.event.occurredAt}, past ${latest}`);
  return faults;
});
