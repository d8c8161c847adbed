import type { RecordedEvent } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import type { CaseHistory } from '../../simulation/history/case-history';
import { endOfJointDays } from './end-of-joint-days';
import { hadHeard } from './had-heard';
import { placeOf } from './moment';
import { ofEachCase } from './rule';

const DAY_MS = 86_400_000;
/** So many calendar days hold five working days of both sides, with a long holiday among them. */
const FIVE_WORKING_DAYS_MS = 25 * DAY_MS;

interface Limit {
  readonly id: string;
  readonly dueAt: Instant;
  readonly track: string;
  readonly trigger: { readonly instant: Instant | null; readonly kind: string };
}

interface Said {
  readonly number?: string;
  readonly n?: number;
  readonly party?: string;
  readonly askedOf?: string;
  readonly to?: string;
  readonly answers?: string;
  readonly requestId?: string;
  readonly amendmentId?: string;
  readonly claims?: readonly string[];
  readonly materialId?: string;
  readonly leave?: { readonly withdrawals: readonly string[] };
  readonly exhibits?: readonly string[];
  readonly opens?: readonly Limit[];
  readonly closes?: readonly string[];
  readonly closedBy?: string;
  readonly findings?: readonly {
    readonly claimId: string;
    readonly reasons: { readonly exhibits: readonly string[] } | null;
    readonly statements: Readonly<Record<string, { readonly exhibits: readonly string[] } | null>> | null;
  }[];
}

interface Read {
  readonly recorded: RecordedEvent;
  readonly at: Instant;
  readonly data: Said;
}

/** Events of some types, each read from its bytes. */
const read = (part: readonly { readonly recorded: RecordedEvent }[], ...types: readonly string[]): readonly Read[] =>
  part
    .filter(({ recorded: { type } }) => types.includes(type))
    .map(({ recorded }) => ({
      recorded,
      at: recorded.occurredAt,
      data: JSON.parse(Buffer.from(recorded.payload).toString('utf8')) as Said,
    }));

/**
 * The close of evidence behind which something came, of which the evidence service had heard. A review that ends
 * because urgency was lost, and for which more seats open, takes its close with it: evidence closes in the next one.
 */
function closedBefore(each: CaseHistory, { recorded, at }: Read): Read | undefined {
  const last = read(each.panel, 'ReviewOpened', 'EvidenceClosed', 'TrackTaken')
    .filter(({ recorded: { type }, data }) => type !== 'TrackTaken' || data.closes?.includes('review'))
    .findLast((step) => placeOf(step.recorded) < placeOf(recorded));
  const closed = last?.recorded.type === 'EvidenceClosed' ? last : undefined;
  return closed && at >= closed.at && hadHeardOfTime(each, closed, recorded) ? closed : undefined;
}

/** Whether the evidence service had heard how an event of the panel moved its clocks, of which times are told. */
const hadHeardOfTime = (each: CaseHistory, step: Read, before: RecordedEvent): boolean =>
  hadHeard(each, 'evidence', 'panelreview', step, before, 'ClocksMoved');

/**
 * After the close of evidence no exhibit is taken but an answer in its time, to what the other side filed or withdrew
 * in the days before or to a request of both co-chairs, or one that is filed for late claims alone in their own days;
 * and none is withdrawn but by such a request, or what came in those days.
 */
export const nothingAfterTheLastDay = ofEachCase('I-70', (each) => [
  ...read(each.evidence, 'ExhibitAccepted').flatMap((accepted) => {
    const closed = closedBefore(each, accepted);
    const { number = '', answers = '', party = '', claims = [] } = accepted.data;
    return !closed ||
      answersWhatCameLast(each, accepted, closed) ||
      leaveOf(each, party, accepted, answers) ||
      (answers === '' && inOwnDays(each, claims, accepted.at, accepted.recorded))
      ? []
      : [`${number} came after the last day for evidence`];
  }),
  ...read(each.evidence, 'ExhibitWithdrawn').flatMap((withdrawn) => {
    const { number = '', party = '' } = withdrawn.data;
    const closed = closedBefore(each, withdrawn);
    const came = read(each.evidence, 'ExhibitAccepted').find(({ data }) => data.number === number);
    const isLate = came && closed && came.at >= closed.at;
    return !closed ||
      leaveOf(each, party, withdrawn) ||
      (isLate && inOwnDays(each, came.data.claims ?? [], withdrawn.at, withdrawn.recorded))
      ? []
      : [`${number} was withdrawn after the last day for evidence`];
  }),
]);

/** The last end of a limit of the panel that had been recorded. */
const endOf = (each: CaseHistory, id: string, before: RecordedEvent): Instant | undefined =>
  each.panel
    .filter(({ recorded }) => placeOf(recorded) < placeOf(before))
    .flatMap(({ recorded }) => read([{ recorded }], recorded.type).flatMap(({ data }) => data.opens ?? []))
    .findLast((limit) => limit.id === id)?.dueAt;

/**
 * Whether each of some claims, one at least, came by an amendment during the review, and an instant is before the last
 * day for evidence on it of which the evidence service had heard.
 */
function inOwnDays(each: CaseHistory, claims: readonly string[], at: Instant, before: RecordedEvent): boolean {
  const known = read(each.panel, ...new Set(each.panel.map(({ recorded }) => recorded.type))).filter((step) =>
    hadHeardOfTime(each, step, before),
  );
  const endFor = (claim: string): Instant | undefined => {
    const opened = known.findLast(
      ({ recorded: { type }, data }) => type === 'ClaimEvidenceOpened' && data.claims?.includes(claim),
    );
    const id = `evidence:${opened?.data.amendmentId ?? ''}`;
    return known.flatMap(({ data }) => data.opens ?? []).findLast((limit) => limit.id === id)?.dueAt;
  };
  return claims.length > 0 && claims.every((claim) => isBefore(each, endFor(claim) ?? at, at, before));
}

/**
 * Whether an instant is before the end of a clock, which stands still from a suspension before that end until the
 * evidence service has heard of the resumption.
 */
function isBefore(each: CaseHistory, end: Instant, at: Instant, before: RecordedEvent): boolean {
  const last = read(each.intake, 'ScreeningSuspended', 'ScreeningResumed').findLast(
    (step) =>
      step.at <= at &&
      (step.recorded.type === 'ScreeningSuspended' || hadHeard(each, 'evidence', 'intake', step, before)),
  );
  return at < end || (last?.recorded.type === 'ScreeningSuspended' && last.at < end);
}

/**
 * What is said on a claim rests on nothing that came behind the close of evidence, unless it answers something or came
 * in that claim's own days.
 */
export const lateEvidenceForLateClaimsOnly = ofEachCase('I-70', (each) =>
  read(each.panel, 'FindingsWritten').flatMap((written) =>
    (written.data.findings ?? []).flatMap(({ claimId, ...texts }) =>
      restsOn({ ...written, data: { findings: [{ claimId, ...texts }] } })
        .filter((cited) => {
          const came = read(each.evidence, 'ExhibitAccepted').find(({ data }) => data.number === cited);
          const closed = came && closedBefore(each, came);
          return closed && !came.data.answers && !inOwnDays(each, [claimId], came.at, came.recorded);
        })
        .map((cited) => `a finding on ${claimId} rests on ${cited}, which came after its last day for evidence`),
    ),
  ),
);

/**
 * Evidence on a late claim is taken for five working days behind its reply, or the lapse of the time for it, and as
 * many for comments follow: no co-chairs close before.
 */
export const ownDaysAndComments = ofEachCase('I-70', (each) => {
  const closed = read(each.deliberation, 'DeliberationClosed').find(({ data }) => data.closedBy === 'co-chairs');
  if (!closed || read(each.intake, 'ClaimsWithdrawn').length > 0) return [];
  return read(each.panel, 'ClaimEvidenceOpened').flatMap(({ data: { opens = [] } }) => {
    const { trigger, track } = opens[0] ?? {};
    if (!trigger?.instant) return [];
    // A day that ends by default is the trigger day itself.
    const end = (from: Instant): Instant =>
      track === 'urgent' ? plusMillis(from, DAY_MS) : endOfJointDays(plusMillis(from, -1), 5);
    const first = trigger.kind === 'expiry' || track === 'urgent' ? trigger.instant : plusMillis(trigger.instant, 1);
    return closed.at >= end(end(first)) ? [] : ['nobody had time to comment on the evidence on a late claim'];
  });
});

function answersWhatCameLast(each: CaseHistory, { recorded, at, data: { answers, party } }: Read, closed: Read) {
  // Its party withdraws it, or both co-heads take it from everybody.
  const answered = read(each.evidence, 'ExhibitAccepted', 'ExhibitWithdrawn', 'ReadersTakenAway').filter(
    ({ recorded: { type }, data, at: came }) =>
      (type !== 'ReadersTakenAway' || data.to === 'NOBODY') &&
      data.number === answers &&
      data.party !== party &&
      came < closed.at &&
      Date.parse(closed.at) - Date.parse(came) <= FIVE_WORKING_DAYS_MS,
  );
  return answered.length > 0 && isBefore(each, endOf(each, 'evidence-answer', recorded) ?? closed.at, at, recorded);
}

/** Whether both co-chairs had let a party answer by then, and take back what it took back. */
function leaveOf(each: CaseHistory, party: string, { recorded, at, data: { number = '' } }: Read, request?: string) {
  return read(each.panel, 'InformationRequested').some(({ recorded: asked, data }) => {
    const gives = request === undefined ? data.leave?.withdrawals.includes(number) : data.requestId === request;
    const end = endOf(each, `information-request:${party}:${String(data.n)}`, recorded) ?? at;
    return data.leave && gives && data.askedOf === party && placeOf(asked) < placeOf(recorded) && at < end;
  });
}

/** Leave is a request that both co-chairs put, and behind its answer the other side had its time to comment. */
export const leaveLeavesTime = ofEachCase('I-70', (each) =>
  read(each.panel, 'InformationRequested').flatMap((asked) => {
    if (!asked.data.leave) return [];
    const proposed = read(each.panel, 'JointRequestProposed').some(
      ({ recorded }) => placeOf(recorded) < placeOf(asked.recorded),
    );
    const answered = read(each.panel, 'InformationAnswered').find(
      ({ data }) => data.requestId === asked.data.requestId,
    );
    const decided = read(each.panel, 'FindingsDecided')[0];
    return [
      ...(proposed ? [] : ['one co-chair alone gave leave']),
      ...(answered && decided && !hadTime(each, answered, decided.at)
        ? ['nobody had time to comment on late evidence']
        : []),
    ];
  }),
);

function hadTime(each: CaseHistory, { at, data: { materialId, opens } }: Read, decidedAt: Instant): boolean {
  const commented = read(each.panel, 'MaterialCommented').some(({ data }) => data.materialId === materialId);
  const urgent = opens?.[0]?.track === 'urgent';
  const end = urgent ? plusMillis(at, DAY_MS) : endOfJointDays(at, 5, undefined);
  return commented || decidedAt >= end;
}

/** The exhibits on which a text of the panel rests. */
const restsOn = ({ data }: Read): readonly string[] => [
  ...(data.exhibits ?? []),
  ...(data.findings ?? []).flatMap(({ reasons, statements }) =>
    [reasons, ...Object.values(statements ?? {})].flatMap((text) => text?.exhibits ?? []),
  ),
];

/** What was withdrawn is told to the panel, and no interim text or findings after it rest on it. */
export const nothingRestsOnWhatWasWithdrawn = ofEachCase('I-70', (each) => {
  const withdrawals = read(each.evidence, 'ExhibitWithdrawn');
  return [
    ...read(each.deliberation, 'InterimDrafted', 'ReasonsGiven', 'StatementGiven'),
    ...read(each.panel, 'FindingsWritten'),
  ].flatMap((text) =>
    withdrawals
      .filter(({ at, data: { number = '' } }) => at < text.at && restsOn(text).includes(number))
      .filter((withdrawn) => hadHeard(each, 'panelreview', 'evidence', withdrawn, text.recorded))
      .map(({ data }) => `a text of the panel rests on ${data.number ?? ''}, which had been withdrawn`),
  );
});
