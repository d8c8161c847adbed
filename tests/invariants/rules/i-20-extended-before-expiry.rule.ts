import { isDeepStrictEqual } from 'node:util';
import type { Deadline } from '@parley/procedure';
import { clockRule, ruleSetOf } from '@parley/procedure';
import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';
import { opensOf, said, saidIn, type Said } from './bytes';
import { clockSteps, type ClockStep, type HeldDeadline } from './clock-steps';
import { hadHeard } from './had-heard';
import { ofEachCase } from './rule';

const isCounted = (deadline: HeldDeadline): deadline is HeldDeadline & Deadline => 'changes' in deadline;

/**
 * Each extension on record was made before the expiry, with reasons, and within the clock's maximum. A limit that is
 * set at the end of another one (an answer due by the last day for evidence) repeats how that one came about, and is
 * not extended by it; the other one is asked by itself.
 */
export const extendedBeforeExpiry = ofEachCase('I-20', (each) => {
  const steps = clockSteps(each);
  return steps.flatMap(({ opens }) =>
    opens.filter(isCounted).flatMap((deadline) => {
      const { extension } = clockRule(ruleSetOf(deadline.ruleSet, simulatedRuleSets), deadline.clock, deadline.track);
      let dueAt = deadline.firstDueAt;
      let total = 0;
      return deadline.changes.flatMap((change) => {
        const before = dueAt;
        dueAt = change.dueAt;
        if (change.kind !== 'extension' || repeats(deadline, change, steps)) return [];
        total += change.by;
        const late =
          change.at >= before ? [`${deadline.id} was extended at ${change.at}, and had ended at ${before}`] : [];
        const bare = change.reason.en === '' ? [`${deadline.id} was extended without reasons`] : [];
        return [
          ...late,
          ...bare,
          ...(extension === null || total > extension.atMost
            ? [`${deadline.id} was extended by ${String(total)}`]
            : []),
        ];
      });
    }),
  );
});

/** True for a change that was made to another limit before this one was set. */
const repeats = ({ id }: HeldDeadline, change: Deadline['changes'][number], steps: readonly ClockStep[]): boolean =>
  steps.every(({ opens, occurredAt }) => occurredAt >= change.at || opens.every((each) => each.id !== id)) &&
  steps.some(({ opens }) =>
    opens.some(
      (each) => each.id !== id && isCounted(each) && each.changes.some((other) => isDeepStrictEqual(other, change)),
    ),
  );

/** Who signed something, by what stands in the events of its proposal and of its effect. */
interface Signatures {
  readonly signatories: unknown;
  readonly parties: readonly unknown[];
  readonly persons: readonly unknown[];
}

function signaturesOf({ data }: Said, events: readonly Said[]): Signatures {
  const made = events.filter(
    (each) =>
      (data['proposalId'] !== undefined && each.data['proposalId'] === data['proposalId']) ||
      (data['extensionId'] !== undefined && each.data['extensionId'] === data['extensionId']),
  );
  const [proposed, signed] = [
    made.find(({ type }) => type === 'ConsentProposed' || type === 'ExtensionProposed'),
    made.find(({ type }) => type === 'ProposalSigned' || (type === 'DeadlineExtended' && data['extensionId'])),
  ];
  return {
    signatories: proposed?.data['signatories'],
    parties: [proposed?.data['proposedBy'] ?? proposed?.data['party'], signed?.data['party']],
    persons: [proposed?.data['proposer'] ?? proposed?.data['by'], signed?.data['signer'] ?? signed?.data['by']],
  };
}

const areTwo = ([one, other]: readonly unknown[]): boolean => one !== undefined && other !== undefined && one !== other;

/** What makes a long-stop longer where nobody extends it: other rules ask of these. */
const BY_ITSELF = ['seats', 'calendar', 'outage', 'standstill', 'repudiation'];

/**
 * Each extension stands on the signatures of two persons, one of each side. That of the long-stop is the parties', and
 * the complex track is opened by two as well.
 */
export const extendedByBoth = ofEachCase('I-20', ({ intake, panel }) =>
  [saidIn(intake), saidIn(panel)].flatMap((events) => {
    let changes = 0;
    // A long-stop that stands still shows the change of its track when it runs on.
    let owed = false;
    return events.flatMap((event) => {
      const { type, data } = event;
      const { signatories, parties, persons } = signaturesOf(event, events);
      const isSigned = type === 'DeadlineExtended' || (type === 'TrackChanged' && data['proposalId'] !== null);
      const longStop = opensOf(event).find(({ id }) => id === 'long-stop');
      const fresh = (longStop?.changes ?? []).slice(changes).filter(({ kind }) => !BY_ITSELF.includes(kind));
      if (longStop) changes = longStop.changes?.length ?? 0;
      const isOfTrack = type === 'TrackChanged' || owed;
      owed = isOfTrack && !longStop;
      return [
        ...(isSigned && !(areTwo(parties) && areTwo(persons)) ? [`${type} has the signature of one side`] : []),
        ...fresh.flatMap(({ kind }) =>
          (kind === 'extension' && type === 'DeadlineExtended' && signatories === 'parties') ||
          (isOfTrack && kind === 'track')
            ? []
            : [`the long-stop was moved by ${type} (${kind}) of ${String(signatories)}`],
        ),
      ];
    });
  }),
);

/** What ends the time for the complex track: for the co-heads the composition of the panel, for the parties S9. */
const TOO_LATE_BEHIND: Readonly<Record<string, readonly string[]>> = {
  'joint-decision': ['PanelConvened'],
  consent: ['InterimMissing', 'InterimCommentsClosed'],
};

/** The complex track is opened in its time, as far as the intake had heard of the panel. */
export const complexTrackInTime = ofEachCase('I-20', (each) =>
  each.intake.flatMap(({ recorded }) =>
    said([recorded]).flatMap(({ type, at, data }) => {
      const tooLate = type === 'TrackChanged' && data['track'] === 'complex' && TOO_LATE_BEHIND[String(data['by'])];
      return (tooLate ? each.panel : [])
        .filter(
          (step) =>
            tooLate &&
            tooLate.includes(step.recorded.type) &&
            step.recorded.occurredAt <= at &&
            hadHeard(each, 'intake', 'panelreview', step, recorded),
        )
        .map((step) => `the complex track was taken by ${String(data['by'])} behind ${step.recorded.type}`);
    }),
  ),
);
