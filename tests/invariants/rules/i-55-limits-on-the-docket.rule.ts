import { PUBLIC_CLOCKS } from '@parley/contracts';
import { categoryOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { runningDeadlines } from '../../../services/audit/src/docket/docket-deadlines.rules';
import type { DocketLine } from '../../../services/audit/src/docket/docket-line.rules';
import { evolveLine } from '../../../services/audit/src/docket/docket.rules';
import { RunningTimers } from '../../simulation/secretariat/running-timers';
import { docketEntries } from './docket-entries';
import { ofEachCase, type Rule } from './rule';

/** An agreement of the register belongs to no case. */
const OF_NO_CASE = 'referral.agreement';

/**
 * The docket shows each limit that anybody may know of, from the event that opens it to the event that ends it. What
 * runs is counted from the events themselves, as the timers are, and not from what was told of them.
 */
export const limitsOnTheDocket: Rule = {
  invariant: 'I-55',
  check: (history) => {
    const ofCase = Map.groupBy(
      history.log.filter(({ stream }) => categoryOf(stream) !== OF_NO_CASE),
      ({ stream }) => streamIdOf(stream),
    );
    const entriesOf = Map.groupBy(docketEntries(history.log), ({ caseId }) => caseId);
    return ofEachCase('I-55', ({ caseId }) =>
      differences(ofCase.get(caseId) ?? [], (entriesOf.get(caseId) ?? []).toSorted(byRecord)),
    ).check(history);
  },
};

type Entry = ReturnType<typeof docketEntries>[number];

/** The entry that registers the case comes first, whatever was recorded of the case before its number. */
const byRecord = (one: Entry, other: Entry): number =>
  Number(other.kind === REGISTERS) - Number(one.kind === REGISTERS) ||
  one.recordedAt.localeCompare(other.recordedAt) ||
  one.serial - other.serial;

const REGISTERS = 'case-registered';

function differences(record: readonly RecordedEvent[], entries: readonly Entry[]): readonly string[] {
  const timers = new RunningTimers();
  let line: DocketLine | undefined;
  let [noted, entered] = [0, 0];
  const heard = { panelWentOnAt: '', close: false };
  return [...new Set(record.map(({ recordedAt }) => recordedAt))].sort().flatMap((now) => {
    for (let event = record[noted]; event && event.recordedAt <= now; event = record[(noted += 1)]) {
      timers.note(event);
      if (event.type === 'ClocksWentOn') heard.panelWentOnAt = event.recordedAt;
    }
    for (let entry = entries[entered]; entry && entry.recordedAt <= now; entry = entries[(entered += 1)]) {
      line = evolveLine(line, entry);
      heard.close ||= entry.kind === 'findings-decided';
    }
    return line ? differencesAt(now, timers, line, heard) : [];
  });
}

interface Heard {
  /** When the panel's clocks last went on. */
  readonly panelWentOnAt: string;
  /** Whether the docket has the close of the deliberation: the long-stop ends with it, before the intake hears. */
  readonly close: boolean;
}

function differencesAt(
  now: string,
  timers: RunningTimers,
  line: DocketLine,
  { panelWentOnAt, close }: Heard,
): readonly string[] {
  const isAsked = ({ clock, dueAt }: { readonly clock: string; readonly dueAt: string }): boolean =>
    dueAt > now && !(close && clock === 'long-stop');
  const running = timers
    .all()
    .filter(({ clock, dueAt }) => PUBLIC_CLOCKS.includes(clock) && isAsked({ clock, dueAt }))
    .map(({ deadlineId, dueAt }) => `${deadlineId} to ${dueAt}`);
  const shown = runningDeadlines(line.deadlines)
    .filter(isAsked)
    .map(({ id, dueAt }) => `${id} to ${dueAt}`);
  // A panel hears later than the docket that the screening stands still, and that it goes on.
  const { stop, goesOn } = line.deadlines;
  const goesOnSince = goesOn !== null && stop !== null && goesOn.recordedAt > stop.recordedAt ? goesOn : null;
  const panelIsToHear =
    stop !== null && (goesOnSince === null || goesOnSince.asBefore || panelWentOnAt < goesOnSince.recordedAt);
  return [
    ...running.filter((limit) => !shown.includes(limit) && !panelIsToHear).map((is) => `at ${now} not shown: ${is}`),
    ...shown.filter((limit) => !running.includes(limit)).map((is) => `at ${now} shown, and does not run: ${is}`),
  ];
}
