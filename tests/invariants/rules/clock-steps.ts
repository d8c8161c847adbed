import type { RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { CaseHistory, Step } from '../../simulation/history/case-history';

/** A deadline as any part of a case holds it. */
export interface HeldDeadline {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: Instant;
  /** Version of the calendars on which it is counted; a time of the hotline has none. */
  readonly calendarVersion?: string;
}

/** An event that starts or stops clocks, with those that ran before it. */
export interface ClockStep {
  readonly recorded: RecordedEvent;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly opens: readonly HeldDeadline[];
  readonly closes: readonly string[];
  readonly running: Readonly<Record<string, HeldDeadline>>;
}

export const runningIn = (state: unknown): ClockStep['running'] =>
  typeof state === 'object' && state !== null && 'running' in state ? (state.running as ClockStep['running']) : {};

type PartStep = Step<
  unknown,
  {
    readonly type: string;
    readonly occurredAt: Instant;
    readonly data: unknown;
    readonly rule: string;
    readonly tier: RecordedEvent['tier'];
  }
>;

const clockStep = ({ recorded, event, before }: PartStep): ClockStep => {
  const { opens = [], closes = [] } = (event.data ?? {}) as Partial<Pick<ClockStep, 'opens' | 'closes'>>;
  return { recorded, type: event.type, occurredAt: event.occurredAt, opens, closes, running: runningIn(before) };
};

/** The events of one part of a case that start or stop a clock. */
export const clockStepsOf = (steps: readonly PartStep[]): readonly ClockStep[] =>
  steps.map(clockStep).filter(({ opens, closes }) => opens.length > 0 || closes.length > 0);

/** The events of every part of a case that start or stop a clock. */
export const clockSteps = ({
  intake,
  service,
  panel,
  evidence,
  referral,
  settlement,
  compliance,
  register,
  deliberation,
}: CaseHistory): readonly ClockStep[] =>
  [intake, service, panel, evidence, referral, settlement, compliance, register, deliberation].flatMap(clockStepsOf);
