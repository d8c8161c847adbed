import { referral as messages, told } from '@parley/contracts';
import { derivedUuid, type RecordedEvent } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { AgreementEvent } from '../../../services/referral/src/compliance/agreement-events.rules';
import { showAgreement } from '../../../services/referral/src/compliance/show-agreement.response';
import type { CaseHistory } from '../../simulation/history/case-history';
import { WordOfOwner } from './i-54-words-of-owners';
import { ofEachCase } from './rule';

type Steps = CaseHistory['compliance'];

/** Longer than any outage moves a limit: what has not happened by then does not happen. */
const LONG_MS = 40 * 86_400_000;

/** The public messages of an event. */
const publicOf = (each: CaseHistory, { recorded }: Steps[number]) =>
  each.told.filter(
    ({ id, type, subject, tier }) => tier === 'PUBLIC' && id === derivedUuid(recorded.eventId, type, subject),
  );

/** What everybody has to be told of, and in which words it is told. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  ObligationOverdue: ['overdue'],
  ObligationFulfilled: ['fulfilled', 'fulfilled-late'],
  ObligationVerified: ['verified', 'verified-later', 'refused'],
  ObligationVerifiedBySilence: ['verified-by-silence'],
  ObligationChecked: ['checked-as-reported', 'checked-not-as-reported'],
  JointCheckLapsed: ['check-lapsed'],
};

/**
 * Everybody is told owner and date of each obligation when it is entered, and of each change of its state as of its
 * instant. A date that was missed is on record by itself. What an owner reports stands as a small model has it:
 * verified by the other side or by its silence, or disputed until that side or both co-heads have ended it. And the
 * public page shows that, whoever would like it hidden.
 */
export const obligationsInPublic = ofEachCase('I-54', (each) => [
  ...each.compliance.flatMap((step) => untold(each, step)),
  ...[each.compliance, each.register].flatMap((steps) => mistaken(steps, lastInstantOf(each))),
]);

function untold(each: CaseHistory, step: Steps[number]): readonly string[] {
  const { event } = step;
  if (event.type === 'AgreementEntered') {
    const shown = publicOf(each, step).flatMap(
      (message) => told(message, messages.AgreementEnteredSchema)?.obligations ?? [],
    );
    return event.data.obligations.flatMap(({ id, owner, date }) =>
      shown.some((one) => one.id === id && one.owner === owner && one.date === date)
        ? []
        : [`obligation ${id} is entered and nobody is told`],
    );
  }
  const statuses = TOLD[event.type];
  if (!statuses || !('obligation' in event.data) || !('owner' in event.data)) return [];
  const { obligation, owner } = event.data;
  const isTold = publicOf(each, step).some((message) => {
    const noted = told(message, messages.ObligationNotedSchema);
    const isRefused = event.type === 'ObligationVerified' && event.data.verdict === 'refused';
    return (
      noted?.obligationId === obligation &&
      noted.owner === owner &&
      statuses.includes(noted.status) &&
      isRefused === (noted.status === 'refused') &&
      message.time === event.occurredAt
    );
  });
  return isTold ? [] : [`${event.type} of obligation ${obligation} is told to nobody as of ${event.occurredAt}`];
}

const lastInstantOf = ({ told: all }: CaseHistory): Instant | undefined =>
  all
    .map(({ time }) => time)
    .toSorted()
    .at(-1);

function mistaken(steps: Steps, last: Instant | undefined): readonly string[] {
  const words = new Map<string, WordOfOwner>();
  const due = new Map<string, Instant>();
  const over = new Set<string>();
  const faults = steps.flatMap(({ event, recorded, after }) => {
    // An agreement that is undone obliges to nothing.
    const isUndone = event.type === 'ActRepudiated' && event.data.undoesAgreement;
    if (event.type === 'AgreementUndone' || isUndone) for (const kept of [words, due, over]) kept.clear();
    for (const deadline of opensOf(event))
      if (deadline.clock === 'obligation') due.set(deadline.id.slice('obligation:'.length), deadline.dueAt);
    if (event.type === 'AgreementEntered')
      for (const { id, owner } of event.data.obligations) words.set(id, new WordOfOwner(id, owner));
    if (event.type === 'ObligationOverdue') over.add(event.data.obligation);
    const knownAt = countedAt(steps, recorded) ?? event.occurredAt;
    const says = [...words.values()].flatMap((word) => word.take(event, knownAt));
    if (event.type === 'ObligationFulfilled') due.delete(event.data.obligation);
    if (after.status !== 'in-force') return says;
    const shown = showAgreement('', after, event.occurredAt).obligations;
    return [
      ...says,
      ...shown.flatMap(({ id, state, reported }) => [
        ...(over.has(id) && due.has(id) && state !== 'overdue' ? [`the late obligation ${id} shows as ${state}`] : []),
        ...(words.get(id)?.standing !== reported?.standing
          ? [`obligation ${id} shows as ${String(reported?.standing)}, and is ${String(words.get(id)?.standing)}`]
          : []),
      ]),
    ];
  });
  if (last === undefined) return faults;
  const long = plusMillis(last, -LONG_MS);
  return [
    ...faults,
    ...[...due].flatMap(([id, at]) =>
      at < long && !over.has(id) ? [`the date of obligation ${id} passed at ${at} and nothing says so`] : [],
    ),
    ...[...words.values()].flatMap((word) => word.waitsSince(long)),
  ];
}

const opensOf = ({ data }: AgreementEvent): readonly RunningDeadline[] => ('opens' in data ? data.opens : []);

/** When an act counted that had come by another channel: only then could the other side answer it. */
const countedAt = (steps: Steps, { cause, recordedAt }: RecordedEvent): Instant | undefined =>
  steps.find(
    ({ event, recorded }) =>
      event.type === 'LateEntryCounted' && recorded.cause.id === cause.id && recorded.recordedAt === recordedAt,
  )?.event.occurredAt;
