import type { RecordedEvent } from '@parley/event-store';
import type { ClaimedEntry, SetAside } from '@parley/procedure';
import { clockSteps, runningIn } from './clock-steps';
import { ofEachCase } from './rule';

/** Defaults that an act brings to light: they have the instant of their expiry, whoever acts. */
const BROUGHT_TO_LIGHT: readonly string[] = [
  'ObligationOverdue',
  'StatusReportMissed',
  'ObligationVerifiedBySilence',
  'JointCheckLapsed',
  'ReviewClosed',
  'LateEntryLapsed',
  'ConciliatorsLacking',
];

/** Events that end clocks as part of something else, also clocks that have run out and whose end only barred acts. */
const ENDED_WITH_THE_REST: readonly string[] = [
  'ScreeningEnded',
  'ClocksStoodStill',
  'PanelImpossible',
  'FindingsDecided',
  'MemberRecused',
];

/** An act of a person that ended a clock had been received before the clock's end. */
export const actsInTimeBeatDefaults = ofEachCase('I-19', (each) =>
  clockSteps(each).flatMap(({ recorded, type, occurredAt, closes, running }) => {
    if (recorded.cause.kind !== 'command' || [...BROUGHT_TO_LIGHT, ...ENDED_WITH_THE_REST].includes(type)) return [];
    return closes.flatMap((id) => {
      const due = running[id];
      return due && occurredAt >= due.dueAt
        ? [`${type} was received at ${occurredAt}, and ${id} had ended at ${due.dueAt}`]
        : [];
    });
  }),
);

/** An event that sets a default aside, with what its part of the case held around it. */
interface SetAsideStep {
  readonly recorded: RecordedEvent;
  readonly event: { readonly type: string; readonly data: Partial<SetAside> & { readonly closes?: readonly string[] } };
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * An event that sets a default aside points to an entry that was recorded with it, of an act that had come before the
 * default's expiry. The clock does not run again by it, and no other clock is moved.
 */
export const setAsideByWhatHadCome = ofEachCase(
  'I-19',
  ({ intake, panel, evidence, settlement, referral, compliance, register }) =>
    [intake, panel, evidence, settlement, referral, compliance, register].flatMap((part) => {
      const steps = part as readonly SetAsideStep[];
      return steps.flatMap((step) =>
        step.event.type === 'DefaultSetAside' || step.event.type === 'ReplyLapseSetAside' ? faultsOf(step, steps) : [],
      );
    }),
);

function faultsOf(
  { recorded, event: { type, data }, before, after }: SetAsideStep,
  steps: readonly SetAsideStep[],
): readonly string[] {
  const { becauseOf = '', dueAt = '', deadline = '', closes = [] } = data;
  const entries = steps.flatMap((step) =>
    step.event.type === 'LateEntryCounted'
      ? [{ at: step.recorded.recordedAt, ...(step.event.data as Partial<ClaimedEntry>) }]
      : [],
  );
  const entry = entries.find(({ entryId }) => entryId === becauseOf);
  const [was, is] = [runningIn(before), runningIn(after)];
  const moved = Object.values(was).filter(({ id, dueAt: due }) => !closes.includes(id) && is[id]?.dueAt !== due);
  return [
    ...(entry?.at === recorded.recordedAt ? [] : [`${type} points to ${becauseOf}, which was not entered with it`]),
    ...(entry?.cameAt !== undefined && entry.cameAt < dueAt
      ? []
      : [
          `${type} of ${deadline} rests on what had come at ${String(entry?.cameAt)}, and ` +
            `${deadline} had ended at ${dueAt}`,
        ]),
    ...(is[deadline] && !was[deadline] ? [`${type} set ${deadline} running again`] : []),
    ...moved.map(({ id }) => `${type} moved ${id}`),
  ];
}
