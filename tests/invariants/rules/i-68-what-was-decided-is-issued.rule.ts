import type { RecordedEvent } from '@parley/event-store';
import type { Instant, PersonId } from '@parley/kernel';
import type { CaseCommand } from '../../../services/intake/src/case/case-commands.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { deciders } from '../../simulation/history/historian';
import { ofEachCase, type Rule } from './rule';

const HALF_A_YEAR_MS = 182 * 86_400_000;

const read = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const eventsOf = ({ panel, intake, referral, settlement, service }: CaseHistory): readonly RecordedEvent[] =>
  [panel, intake, referral, settlement, service].flatMap((part) => part.map(({ recorded }) => recorded));

const ofType = (each: CaseHistory, type: string): readonly RecordedEvent[] =>
  eventsOf(each).filter((recorded) => recorded.type === type);

/** The texts of reasons and statements, wherever they stand in the bytes of an event. */
const textsOf = (written: RecordedEvent): readonly string[] => {
  const texts: string[] = [];
  JSON.parse(read(written.payload), (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
};

/**
 * Until findings are issued nothing that others than the panel read says a text or an outcome of theirs. Words that had
 * been told before tell nothing of them.
 */
export const unreadBeforeIssue = ofEachCase('I-68', (each) => {
  const issued = ofType(each, 'FindingsIssued')[0]?.recordedAt;
  const said = [
    ...eventsOf(each).filter(({ tier }) => tier !== 'DELIBERATION'),
    ...each.told.map(({ data, recordedat, ...told }) => ({ ...told, payload: data, recordedAt: recordedat })),
  ].map(({ type, recordedAt, payload }) => ({ type, recordedAt, text: read(payload) }));
  return ofType(each, 'FindingsWritten').flatMap(({ recordedAt: from, ...written }) => {
    const before = said.filter(({ recordedAt }) => recordedAt < from).map(({ text }) => text);
    const secrets = ['substantiated', ...textsOf({ recordedAt: from, ...written })].filter(
      (secret) => !before.some((text) => text.includes(secret)),
    );
    return said
      .filter(({ recordedAt }) => recordedAt >= from && (issued === undefined || recordedAt < issued))
      .filter(({ text }) => secrets.some((secret) => text.includes(secret)))
      .map(({ type }) => `${type} says what findings say that are not issued`);
  });
});

/**
 * A deliberation that was closed while the screening went on is followed by its findings, and these are how the
 * screening ended. No claim of theirs is withdrawn any more.
 */
export const decidedIsIssued: Rule = {
  invariant: 'I-68',
  check: ({ cases, playedTo }) =>
    cases.flatMap((each) => {
      const decided = ofType(each, 'FindingsDecided')[0];
      if (!decided || stoppedBefore(each, decided.occurredAt)) return [];
      const says = (fault: string): readonly string[] => [`case ${each.caseId}: ${fault}`];
      const issued = ofType(each, 'FindingsIssued')[0];
      if (!issued) {
        const isOver = Date.parse(playedTo) - Date.parse(decided.occurredAt) > HALF_A_YEAR_MS;
        return isOver ? says('findings that were decided are not issued') : [];
      }
      const end = ofType(each, 'ScreeningEnded').at(-1);
      const isBy = end && read(end.payload).includes('"outcome":"findings-issued"');
      const withdrawn = ofType(each, 'ClaimsWithdrawn').filter(({ occurredAt }) => occurredAt >= decided.occurredAt);
      const setAside = ofType(each, 'ClaimsWithdrawalSetAside').flatMap(claimsIn);
      return [
        ...(isBy ? [] : says('the screening ended otherwise than by its findings')),
        ...(withdrawn.flatMap(claimsIn).some((claim) => !setAside.includes(claim))
          ? says('a claim was withdrawn after the close of the deliberation')
          : []),
      ];
    }),
};

const claimsIn = ({ payload }: RecordedEvent): readonly string[] =>
  (JSON.parse(read(payload)) as { readonly claims: readonly string[] }).claims;

/** Whether the screening had ended, or stood still, when the deliberation was closed. */
function stoppedBefore(each: CaseHistory, closedAt: string): boolean {
  const stops = ['ScreeningEnded', 'ScreeningSuspended'].flatMap((type) => ofType(each, type));
  return stops.some(({ occurredAt }) => occurredAt < closedAt);
}

/** Whatever is tried at the close of a deliberation or behind it ends no screening, and stops no certification. */
export const nothingHoldsUp = ofEachCase('I-68', (each) => [
  ...each.intake.flatMap(({ event: { type, occurredAt: at }, after }) => {
    if (type !== 'CloseNoted' || after.status !== 'registered') return [];
    const act = { by: 'somebody' as PersonId, party: each.parties.complainant, receivedAt: at };
    const claims = after.grievance.claims.slice(0, 1).map(({ id }) => id);
    const tried: readonly CaseCommand[] = [
      { type: 'WithdrawGrievance', ...act },
      { type: 'WithdrawClaims', ...act, claims },
      { type: 'NoteSettlement', at, eventId: 'settlement' },
      { type: 'ExpireDeadline', deadlineId: 'long-stop' },
    ];
    return tried.flatMap((command) => {
      const decision = deciders.intake.decide(command, after);
      return decision.kind === 'refused' || decision.events.length === 0 ? [] : [`${command.type} counts behind it`];
    });
  }),
  ...each.panel.flatMap(({ event, after }) => {
    if (event.type !== 'FindingsWritten' || after.status === 'unopened') return [];
    const at = event.occurredAt;
    const longStop = at as Instant | null;
    const behind = { ...after, registration: null, longStop };
    return [
      { ...behind, screeningEnd: { outcome: 'settled', at } },
      { ...behind, suspendedAt: at },
    ].flatMap((told) => {
      const command = { type: 'ExpireDeadline', deadlineId: 'certification', drawSecrets: {} } as const;
      const decision = deciders.panel.decide({ command, told }, after);
      return decision.kind !== 'refused' && decision.events.some(({ type }) => type === 'FindingsIssued')
        ? []
        : ['findings that were decided are not issued'];
    });
  }),
]);

/** What may end a screening from the interim text on, as it stands in the bytes of the event. */
const ENDS = [
  '"outcome":"findings-issued"',
  '"outcome":"withdrawn"',
  '"outcome":"settled"',
  '"by":{"kind":"limit","reason":"suspension"}',
];

/** What comes of the long-stop once S9 could begin. */
export const noEndFromInterimOn = ofEachCase('I-68', (each) =>
  each.intake.flatMap(({ event: { type }, after }) => {
    if (type !== 'InterimNoted' || after.status !== 'registered') return [];
    const decision = deciders.intake.decide({ type: 'ExpireDeadline', deadlineId: 'long-stop' }, after);
    const ends = decision.kind !== 'refused' && decision.events.some((ended) => ended.type === 'ScreeningEnded');
    return ends ? ['the long-stop ends a screening after its interim text'] : [];
  }),
);

/** From the interim text on, or S9 without one, neither the long-stop nor a side without a name ends a screening. */
export const endsFromInterimOn = ofEachCase('I-68', (each) => {
  const interim = [...ofType(each, 'InterimIssued'), ...ofType(each, 'InterimMissing')][0]?.occurredAt;
  const end = ofType(each, 'ScreeningEnded').at(-1);
  if (interim === undefined || end === undefined || end.occurredAt <= interim) return [];
  const bytes = read(end.payload);
  return ENDS.some((may) => bytes.includes(may)) ? [] : [`the screening ended after its interim text by ${bytes}`];
});
