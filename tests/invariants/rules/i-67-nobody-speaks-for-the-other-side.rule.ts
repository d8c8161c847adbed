import type { RecordedEvent } from '@parley/event-store';
import type { CountedCalendar } from '../../simulation/history/case-history';
import { faultsOfRepudiation } from './repudiated-acts';
import { ofEachCase } from './rule';

interface EntryStep {
  readonly recorded: RecordedEvent;
  readonly event: { readonly type: string; readonly occurredAt: string; readonly data: unknown };
}

/** What the record says of an entry, read as it stands there. */
interface Entered {
  readonly entryId: string;
  readonly act: string;
  readonly party: string;
  readonly by: string;
  readonly cameAt: string;
  readonly claimedAt: string;
  readonly paper?: true;
  readonly because?: Because;
}

type Because =
  | { readonly kind: 'confirmed'; readonly by: string }
  | { readonly kind: 'outage'; readonly from: string; readonly to: string }
  | { readonly kind: 'unconfirmed' };

/** What no entry brings about: a signature, a vote, a withdrawal, an act of a member or a co-head. */
const NEVER_LATE = /Signed|Vote|Withdrawn|Certified|Disclos|Drafted|Recused/;

/** More than one working day and the longest row of holidays, in milliseconds. The rules’ count is asked elsewhere. */
const SOON = 14 * 24 * 3_600_000;

/**
 * A late entry comes from the side itself, soon; it counts once, by the word of the other side's registry or by an
 * outage that covers the instant; and it never binds. What a side repudiates is its own, and it gains no time by it.
 */
export const nobodySpeaksForTheOtherSide = ofEachCase(
  'I-67',
  ({ intake, panel, evidence, settlement, referral, compliance, register, calendars }) =>
    [intake, panel, evidence, settlement, referral, compliance, register].flatMap((part) => {
      const steps = part as readonly EntryStep[];
      return steps.flatMap((step, index) => faultsOf(step, steps.slice(0, index), steps.slice(index + 1), calendars));
    }),
);

function faultsOf(
  step: EntryStep,
  earlier: readonly EntryStep[],
  later: readonly EntryStep[],
  calendars: readonly CountedCalendar[],
): readonly string[] {
  const { type } = step.event;
  if (type === 'LateEntryClaimed') return faultsOfClaim(step);
  if (type === 'ActRepudiated') return faultsOfRepudiation(step, earlier, later, calendars);
  if (type === 'LateEntryCounted') return [...faultsOfCounting(step, earlier), ...faultsOfAct(step, later)];
  return type === 'LateEntryRefused' || type === 'LateEntryLapsed' ? faultsOfEnd(step, earlier) : [];
}

const entered = ({ event }: EntryStep): Entered => event.data as Entered;

function faultsOfClaim({ recorded: { actor }, event }: EntryStep): readonly string[] {
  const { act, party, by, cameAt, claimedAt, paper } = event.data as Entered;
  const ownSide = actor.kind === 'person' && actor.party === party && actor.personId === by;
  return [
    ...(ownSide ? [] : [`${act} of ${party} was entered by somebody else`]),
    ...(cameAt <= claimedAt && (paper || Date.parse(claimedAt) - Date.parse(cameAt) < SOON)
      ? []
      : [`${act} of ${party} came at ${cameAt} and was entered at ${claimedAt}`]),
  ];
}

function faultsOfCounting(step: EntryStep, earlier: readonly EntryStep[]): readonly string[] {
  const { entryId, act, party, cameAt, because } = entered(step);
  const { actor } = step.recorded;
  if (because?.kind === 'confirmed') {
    const byTheOther = actor.kind === 'person' && actor.role === 'registry' && actor.party !== party;
    const waits = statusOf(entryId, earlier).join();
    return [
      ...(byTheOther ? [] : [`${act} of ${party} was confirmed by no registry officer of the other side`]),
      ...(waits === 'LateEntryClaimed' ? [] : [`${act} of ${party} was confirmed after ${waits}`]),
    ];
  }
  if (because?.kind === 'unconfirmed') return [];
  const covered = because && because.from <= cameAt && cameAt <= because.to;
  return covered ? [] : [`${act} of ${party}, which came at ${cameAt}, counts by an outage that does not cover it`];
}

function faultsOfAct({ recorded, event }: EntryStep, later: readonly EntryStep[]): readonly string[] {
  const { act, party } = event.data as Entered;
  const together = later.filter((step) => step.recorded.cause.id === recorded.cause.id);
  return together.flatMap(({ event: { type } }) =>
    NEVER_LATE.test(type) ? [`the entry of ${act} of ${party} brought about ${type}`] : [],
  );
}

/** An end comes once, of what was claimed and did not count. */
function faultsOfEnd(step: EntryStep, earlier: readonly EntryStep[]): readonly string[] {
  const { entryId, act } = entered(step);
  const before = statusOf(entryId, earlier).join();
  return before === 'LateEntryClaimed' ? [] : [`${step.event.type} of ${act} after ${before}`];
}

const statusOf = (entryId: string, steps: readonly EntryStep[]): readonly string[] =>
  steps
    .filter((step) => step.event.type.startsWith('LateEntry') && entered(step).entryId === entryId)
    .map(({ event }) => event.type);
