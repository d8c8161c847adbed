import { plusMillis, type Decider, type DomainEvent, type Instant, type PartyCode, type Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import type { ClaimLateEntry } from '@parley/procedure';
import {
  agreementDigest,
  type AgreementCommand,
  type VerifyObligation,
} from '../../../services/referral/src/compliance/agreement-commands.rules';
import type { AgreementEvent } from '../../../services/referral/src/compliance/agreement-events.rules';
import { complianceRegion, type AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import * as agreement from '../../../services/referral/src/compliance/agreement-story.fixture';
import type { Act } from '../../../services/referral/src/referral/common-refusals.rules';
import type { ToldOfCase } from '../../../services/referral/src/referral/known-case.rules';
import type { ReferralEvent } from '../../../services/referral/src/referral/referral.rules';
import type { ReferralState } from '../../../services/referral/src/referral/referral-state.rules';
import type { Tell, Told } from '../../../services/referral/src/referral/told-story.fixture';
import * as referral from '../../../services/referral/src/referral/referral-story.fixture';
import type {
  SettlementCommand,
  SettlementState,
  AcceptConciliation,
} from '../../../services/referral/src/settlement/settlement-region.rules';
import type { RepudiateAct } from '../../../services/referral/src/repudiation/repudiation.rules';
import type { SettlementEvent } from '../../../services/referral/src/settlement/settlement-refusals.rules';
import * as settlement from '../../../services/referral/src/settlement/settlement-story.fixture';
import { timesOf, type Explored } from './explore';

const { CN, US } = referral;
const START = '2025-02-10T09:00:00.000Z' as Instant;
const PARTIES = [CN, US] as const;
const HOUR = 3_600_000;
const YEAR = 366 * 24 * HOUR;

type InForce = Extract<AgreementState, { status: 'in-force' }>;

/** A decider that begins at a case whose filing was told. */
const onceFiled = <C, S, E extends DomainEvent>(decider: Decider<C | Tell, S, E>): Decider<C | Tell, S, E> => ({
  ...decider,
  initial: given(decider).when(referral.filed).state,
});

/** Which facts are known of a case, whatever they say. */
const knownOf = (told: ToldOfCase): readonly string[] => Object.keys(told).toSorted();

/** S10: conciliation, the window after findings, and the text that both sign. */
export const exploredSettlement: Explored<settlement.Said, SettlementState, SettlementEvent | Told> = {
  decider: onceFiled(settlement.decider),
  start: START,
  tries(state, now) {
    if (state.status === 'unfiled') return [];
    const { next, soon } = timesOf(Object.values(state.running), now);
    const n = state.conciliations.length;
    const acts = (at: Instant): readonly settlement.Said[] => [
      settlement.registered,
      referral.tell({ kind: 'findings-issued', issuedAt: at, by: 'act' }),
      settlement.ended('withdrawn', at),
      referral.tell({ kind: 'screening-reopened', at }),
      ...PARTIES.map((party) => provedLate(party, n, at)),
      ...PARTIES.flatMap((party) => [
        settlement.propose(party, at),
        settlement.acceptOf(party, at, n),
        settlement.breakOff(party, at, n),
        settlement.table(party, at),
        settlement.sign(party, at, state.texts.length),
        repudiated(party, `text:${String(state.texts.length)}`, at),
      ]),
    ];
    return [
      ...(soon ? acts(soon).map((command) => ({ command, at: soon })) : []),
      ...(next ? [{ command: settlement.expire(next.id), at: next.dueAt }] : []),
    ];
  },
  likeness(state) {
    if (state.status === 'unfiled') return state.status;
    const { region, told, conciliations, texts, onTheTable } = state;
    const signed = texts.find(({ n }) => n === onTheTable)?.signatures.length ?? -1;
    return JSON.stringify([
      region,
      knownOf(told),
      Math.min(conciliations.length, 2),
      conciliations.at(-1)?.end?.how ?? null,
      conciliations.at(-1)?.begunAt === undefined,
      signed,
    ]);
  },
};

/** The head of a delegation takes back what was not its side's own act. */
const repudiated = (party: PartyCode, act: string, at: Instant): RepudiateAct => ({
  type: 'RepudiateAct',
  ...(party === CN ? referral.complainant(at) : referral.respondent(at)),
  ...{ act, isHead: true },
});

/** An act that came by another channel, and is entered in an outage that covers it. */
const late = <Command extends Act>(act: Command, receivedAt: Instant): ClaimLateEntry<Command> => ({
  ...{ type: 'ClaimLateEntry', by: act.by, party: act.party, receivedAt, entryId: 'e', channel: 'A note', act },
  ...{ cameAt: act.receivedAt, original: 'ab'.repeat(32) as Sha256, office: 'desk' },
  outages: [{ from: act.receivedAt, to: receivedAt }],
});

/** An acceptance that came shortly before it is entered. */
const provedLate = (party: PartyCode, n: number, receivedAt: Instant): SettlementCommand =>
  late(settlement.acceptOf(party, plusMillis(receivedAt, -2 * HOUR), n) as AcceptConciliation, receivedAt);

/** Refusals that came an hour before silence took their place. */
const refusedInTime = ({ obligations, silences }: InForce, receivedAt: Instant): readonly AgreementCommand[] =>
  obligations.flatMap(({ terms, reported }) => {
    const silence = silences[`verification:${terms.id}`];
    if (!silence || !reported) return [];
    const party = terms.owner === CN ? US : CN;
    const cameAt = plusMillis(silence.dueAt, -HOUR);
    return [late(agreement.verify(party, cameAt, terms.id, 'refused', reported.says) as VerifyObligation, receivedAt)];
  });

/** S12: exit notice and dossiers. */
export const exploredReferral: Explored<referral.Said, ReferralState, ReferralEvent | Told> = {
  decider: onceFiled(referral.decider),
  start: '2025-07-08T09:00:00.000Z' as Instant,
  tries(state, now) {
    if (state.status === 'unfiled') return [];
    const { next, soon } = timesOf(Object.values(state.running), now);
    const last = state.dossiers.at(-1);
    const n = last?.n ?? 1;
    const acts = (at: Instant): readonly referral.Said[] => [
      referral.registered,
      referral.served,
      referral.joined,
      referral.lapsed,
      referral.findings,
      referral.exit(at),
      referral.exit(at, referral.respondent),
      { type: 'RepudiateAct', ...referral.complainant(at), act: 'exit-notice', isHead: true },
      referral.ask(at),
      referral.askOfTheirs(at),
      referral.assemble(last ? { basis: last.basis } : {}, n),
      ...PARTIES.map((party) => referral.sign(party, at, last?.assembly?.digest, n)),
      referral.issue(n),
    ];
    return [
      ...(soon ? acts(soon).map((command) => ({ command, at: soon })) : []),
      ...(next ? [{ command: { type: 'ExpireDeadline', deadlineId: next.id } as const, at: next.dueAt }] : []),
    ];
  },
  likeness(state) {
    if (state.status === 'unfiled') return state.status;
    const last = state.dossiers.at(-1);
    return JSON.stringify([
      knownOf(state.told),
      Object.keys(state.exitNotices),
      Math.min(state.dossiers.length, 2),
      last?.status,
      last?.isBaseless,
      last?.assembly?.basis,
      last?.signatures.length,
    ]);
  },
};

/** What falls due while a signature can still be repudiated. */
const DUE_SOON = {
  obligations: [settlement.obligation('O1', US, '2025-03-13'), settlement.obligation('O2', CN, '2025-03-13')],
};

/** S13: the settlement of a case, or an existing agreement. */
export const exploredCompliance: Explored<AgreementCommand, AgreementState, AgreementEvent> = {
  decider: agreement.decider,
  start: '2025-03-12T10:00:00.000Z' as Instant,
  tries(state, now) {
    if (state.status === 'none')
      return [agreement.settled(), agreement.propose(CN, now), agreement.propose(CN, now, DUE_SOON)].map((command) => ({
        command,
        at: now,
      }));
    if (state.status === 'proposed')
      return PARTIES.map((party) => ({
        command: agreement.sign(party, now, agreementDigest(agreement.agreementId, state.terms)),
        at: now,
      }));
    if (state.status !== 'in-force') return [];
    const { next, soon } = timesOf(Object.values(state.running), now);
    const acts = (at: Instant): readonly AgreementCommand[] =>
      PARTIES.flatMap((party) => [
        agreement.report(
          party,
          at,
          Object.fromEntries(
            state.obligations
              .filter(({ terms, state: of }) => terms.owner === party && of !== 'fulfilled')
              .map(({ terms, reported }) => [terms.id, reported ? ('done' as const) : ('on-course' as const)]),
          ),
          state.review.n,
        ),
        agreement.verify(party, at, 'O1'),
        agreement.verify(party, at, 'O2'),
      ]);
    return [
      ...(soon ? acts(soon).map((command) => ({ command, at: soon })) : []),
      ...[plusMillis(now, HOUR), plusMillis(now, YEAR)].flatMap((at) =>
        refusedInTime(state, at).map((command) => ({ command, at })),
      ),
      { command: { type: 'UndoSettlement', at: now, party: CN, becauseOf: 'e' }, at: now },
      ...PARTIES.flatMap((party) => {
        const last = state.deeds.findLast((deed) => deed.party === party && !deed.isRepudiated)?.id;
        const at = plusMillis(now, HOUR);
        return ['agreement-signature', ...(last === undefined ? [] : [last])].map((act) => ({
          command: repudiated(party, act, at),
          at,
        }));
      }),
      ...(next ? [{ command: agreement.expire(next.id), at: next.dueAt }] : []),
    ];
  },
  likeness(state) {
    if (state.status !== 'in-force')
      return JSON.stringify([
        state.status,
        state.status === 'proposed' && [state.terms.obligations, state.signatures.map(({ party }) => party)],
      ]);
    const obligations = state.obligations.map(({ state: of, reported }) => [of, reported?.says, reported?.standing]);
    return JSON.stringify([
      complianceRegion(state),
      state.origin.kind,
      obligations,
      Math.min(state.review.n, 3),
      state.reports.slice(-2).map((report) => report.state),
    ]);
  },
};
