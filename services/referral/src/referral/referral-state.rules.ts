import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { Dossier } from '../dossier/dossier.rules';
import { moveClocks } from '../time/time.rules';
import type { NotedForumEvent, Transmission } from '../transmission/transmission.rules';
import type {
  Filing,
  FinalFindings,
  LearnedFact,
  Registration,
  ScreeningEnd,
  ServedGrievance,
} from './common-refusals.rules';
import type { CaseFactLearned, ReferralEvent } from './referral.rules';

/** What is known of the case from the other contexts. Each part may come first. */
interface Learned {
  readonly registration?: Registration;
  readonly grievance?: ServedGrievance;
  readonly findings?: FinalFindings;
  readonly ended?: ScreeningEnd;
  /** Seated members of the panel, who may see that a referral exists. */
  readonly members: readonly PersonId[];
}

/** A case of which the filing is known; only in one does anybody act. */
export interface FiledReferral {
  readonly status: 'filed';
  readonly filing: Filing;
  readonly learned: Learned;
  /** When each party that gave an exit notice gave it. */
  readonly exitNotices: Readonly<Record<PartyCode, Instant>>;
  readonly dossiers: readonly Dossier[];
  readonly transmissions: readonly Transmission[];
  /** By symbol, in the order in which they were first recorded. */
  readonly forumEvents: readonly NotedForumEvent[];
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export type ReferralState = { readonly status: 'unfiled'; readonly learned: Learned } | FiledReferral;

/** When a party gave its exit notice; `undefined` while it has not. */
export const exitNoticeOf = ({ exitNotices }: FiledReferral, party: PartyCode): Instant | undefined =>
  exitNotices[party];

export const unfiled: ReferralState = { status: 'unfiled', learned: { members: [] } };

/** What an event means for a referral. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolve(state: ReferralState, event: ReferralEvent): ReferralState {
  if (event.type === 'CaseFactLearned') return learn(state, event.data.fact);
  if (state.status === 'unfiled') return state;
  switch (event.type) {
    case 'ExitNoticeGiven':
      return {
        ...state,
        exitNotices: { ...state.exitNotices, [event.data.party ?? state.filing.parties.complainant]: event.occurredAt },
      };
    case 'DossierRequested': {
      const { n, party = state.filing.parties.complainant, request, basis, forumRules, opens } = event.data;
      const [deadline] = opens;
      if (!deadline) return state;
      const dossier: Dossier = {
        status: 'signing',
        n,
        party,
        request,
        basis,
        forumRules,
        requestedAt: event.occurredAt,
        deadline,
        signatures: [],
      };
      return { ...moveClocks(state, event.data), dossiers: [...state.dossiers, dossier] };
    }
    case 'OutageNoted':
    case 'CalendarNoted': {
      const moved = (deadline: Dossier['deadline']): Dossier['deadline'] =>
        event.data.opens.find(({ id }) => id === deadline.id) ?? deadline;
      return {
        ...moveClocks(state, event.data),
        dossiers: state.dossiers.map((dossier) => ({ ...dossier, deadline: moved(dossier.deadline) })),
      };
    }
    case 'DossierAssembled': {
      const { n, assembly } = event.data;
      return changed(state, n, (dossier) =>
        dossier.status === 'issued' ? dossier : { ...dossier, assembly: { ...assembly, at: event.occurredAt } },
      );
    }
    case 'DossierSigned': {
      const { n, coHead, party, digest, jws } = event.data;
      const signature = { coHead, party, digest, receivedAt: event.occurredAt, ...(jws === undefined ? {} : { jws }) };
      return changed(state, n, (dossier) => withSignature(dossier, signature));
    }
    case 'FallbackEntryMade':
    case 'DefaultSetAside':
      return state;
    case 'DossierSigningClosed': {
      const { n, by, missing } = event.data;
      const at = event.occurredAt;
      const end = by === 'both-signatures' ? ({ by, at, missing: [] } as const) : { by, at, missing };
      return changed(moveClocks(state, event.data), n, (dossier) =>
        dossier.status === 'signing' ? { ...dossier, status: 'closed', end } : dossier,
      );
    }
    case 'DossierIssued': {
      const { n, packed, sizeBytes } = event.data;
      return changed(state, n, (dossier) =>
        dossier.status === 'closed' && dossier.assembly
          ? { ...dossier, status: 'issued', assembly: dossier.assembly, issuedAt: event.occurredAt, packed, sizeBytes }
          : dossier,
      );
    }
    case 'DossierTransmitted': {
      const { n, handedOverAt, receipt } = event.data;
      return {
        ...state,
        transmissions: [...state.transmissions, { n, handedOverAt, receipt, recordedAt: event.occurredAt }],
      };
    }
    case 'ForumEventNoted': {
      const { party, event: noted } = event.data;
      const known = state.forumEvents.some(({ symbol }) => symbol === noted.symbol);
      const circulated = (one: NotedForumEvent): NotedForumEvent =>
        one.symbol === noted.symbol ? { ...one, circulatedOn: noted.circulatedOn } : one;
      return {
        ...state,
        forumEvents: known
          ? state.forumEvents.map(circulated)
          : [...state.forumEvents, { ...noted, notedBy: party, notedAt: event.occurredAt }],
      };
    }
    default:
      return unknownEvent(event, state);
  }
}

/** A signature that is proved only after the end of the signing is missing no more. */
function withSignature(dossier: Dossier, signature: Dossier['signatures'][number]): Dossier {
  const signatures = [...dossier.signatures, signature];
  if (dossier.status === 'signing' || dossier.end.by !== 'default') return { ...dossier, signatures };
  return {
    ...dossier,
    signatures,
    end: { ...dossier.end, missing: dossier.end.missing.filter((party) => party !== signature.party) },
  };
}

const unknownEvent = (_event: never, state: ReferralState): ReferralState => state;

function learn(state: ReferralState, fact: CaseFactLearned['data']['fact']): ReferralState {
  if (fact.kind !== 'filed') return { ...state, learned: add(state.learned, fact) };
  if (state.status === 'filed') return state;
  const { parties, receivedAt } = fact;
  return {
    status: 'filed',
    filing: { parties, receivedAt },
    learned: state.learned,
    exitNotices: {},
    dossiers: [],
    transmissions: [],
    forumEvents: [],
    running: {},
  };
}

function add(learned: Learned, fact: Exclude<LearnedFact, { kind: 'filed' }>): Learned {
  switch (fact.kind) {
    case 'registered': {
      const { docketNumber, registeredAt, ruleSetVersion, longStop } = fact;
      return {
        ...learned,
        registration: { docketNumber, registeredAt, ruleSetVersion, ...(longStop === undefined ? {} : { longStop }) },
      };
    }
    case 'rules-adopted':
      return learned.registration
        ? { ...learned, registration: { ...learned.registration, ruleSetVersion: fact.version } }
        : learned;
    case 'grievance-served':
      return { ...learned, grievance: { measures: fact.measures, claims: fact.claims } };
    case 'claims-withdrawn':
      return learned.grievance ? { ...learned, grievance: withoutClaims(learned.grievance, fact.claims) } : learned;
    case 'claims-withdrawal-set-aside':
      return learned.grievance ? { ...learned, grievance: withClaimsAgain(learned.grievance, fact.claims) } : learned;
    case 'panel-convened':
      return { ...learned, members: fact.members };
    case 'member-left':
      return { ...learned, members: learned.members.filter((member) => member !== fact.person) };
    case 'findings-final':
      return { ...learned, findings: { issuedAt: fact.issuedAt, digest: fact.digest } };
    case 'screening-ended':
      return { ...learned, ended: { outcome: fact.outcome, endedAt: fact.endedAt, reason: fact.reason } };
    case 'screening-reopened':
    case 'lapse-set-aside': {
      const { ended: _lapse, ...rest } = learned;
      return rest;
    }
    default:
      return unknownFact(fact, learned);
  }
}

function withoutClaims(grievance: ServedGrievance, gone: readonly string[]): ServedGrievance {
  const [claims, left] = [
    grievance.claims.filter(({ id }) => !gone.includes(id)),
    grievance.claims.filter(({ id }) => gone.includes(id)),
  ];
  return {
    claims,
    measures: grievance.measures.filter((measure) => claims.some((claim) => claim.measure === measure)),
    gone: [...(grievance.gone ?? []), ...left],
  };
}

function withClaimsAgain({ claims, measures, gone = [] }: ServedGrievance, again: readonly string[]): ServedGrievance {
  const back = gone.filter(({ id }) => again.includes(id));
  return {
    claims: [...claims, ...back],
    measures: [...new Set([...measures, ...back.map(({ measure }) => measure)])],
    gone: gone.filter(({ id }) => !again.includes(id)),
  };
}

const unknownFact = (_fact: never, learned: Learned): Learned => learned;

const changed = (state: FiledReferral, n: number, change: (dossier: Dossier) => Dossier): FiledReferral => ({
  ...state,
  dossiers: state.dossiers.map((dossier) => (dossier.n === n ? change(dossier) : dossier)),
});
