import { plusMillis } from '@parley/kernel';
import { latestOf, type CaseHistory } from '../../simulation/history/case-history';
import { MARGIN_MS } from '../../simulation/secretariat/secretariat';
import { clockStepsOf } from './clock-steps';
import { endOfJointDays } from './end-of-joint-days';
import { ofEachCase } from './rule';

/** The longest that a filing can be without a docket number or an end, in joint business days. */
const UNREGISTERED_JBD = 35;

/** The state out of which a screening ended; for one whose lapse was set aside, the state in which it lapsed. */
function endedFrom(intake: CaseHistory['intake']): string | undefined {
  const last = intake.findLastIndex(({ event }) => event.type === 'ScreeningEnded');
  return intake[last - 1]?.event.type === 'LapseSetAside'
    ? endedFrom(intake.slice(0, last - 1))
    : intake[last]?.before.status;
}

/**
 * The calendars on which the times of a case were last counted: holidays that are announced late are days off for
 * everybody.
 */
const calendarOf = (intake: CaseHistory['intake']): string | undefined =>
  clockStepsOf(intake)
    .flatMap(({ opens }) => opens.flatMap(({ calendarVersion = [] }) => calendarVersion))
    .at(-1);

/** The longest that a certification takes, in joint business days: its own time, and as much again by consent. */
const CERTIFIED_JBD = 10;

/**
 * A registered case has its outcome as of its long-stop at the latest, or by findings one certification later, and a
 * filed one is registered or closed in its time.
 */
export const silenceNeverBlocks = ofEachCase('I-17', ({ intake }) => {
  const state = latestOf(intake);
  const [filed] = intake;
  if (!state || !filed || state.status === 'unfiled') return [];
  const faults: string[] = [];
  if (state.status !== 'ended') faults.push(`still ${state.status} after everybody fell silent`);
  // The long-stop stands still with the other clocks while both parties want it to, and then the suspension has an end
  // of its own. A case that was withdrawn before it had its docket number had no long-stop yet.
  if (state.status === 'ended' && endedFrom(intake) === 'registered' && state.registration) {
    const { longStop } = state.registration;
    const certified = endOfJointDays(longStop, CERTIFIED_JBD, calendarOf(intake));
    if (state.endedAt > (state.outcome === 'findings-issued' ? certified : longStop))
      faults.push(`ended at ${state.endedAt}, after its long-stop`);
  }
  const settled = intake.findIndex(({ event }) => event.type === 'CaseRegistered' || event.type === 'ScreeningEnded');
  const latest = endOfJointDays(filed.event.occurredAt, UNREGISTERED_JBD, calendarOf(intake.slice(0, settled)));
  const settledAt = intake[settled]?.event.occurredAt;
  if (settledAt && settledAt > plusMillis(latest, MARGIN_MS))
    faults.push(`neither registered nor closed until ${settledAt}, past ${latest}`);
  return faults;
});
