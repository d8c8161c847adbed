import type { CaseParties, Instant, PartyCode } from '@parley/kernel';
import { deed, withoutDeed, type Deed, type RunningDeadline } from '@parley/procedure';
import type { Dossier } from '../dossier/dossier.rules';
import { moveClocks } from '../time/time.rules';
import type { NotedForumEvent, Transmission } from '../transmission/transmission.rules';
import type { ToldOfCase } from './known-case.rules';
import type { ReferralEvent } from './referral.rules';

/** What the referral recorded of a case. */
export interface OwnReferral {
  /** When each party gave its exit notice, if it gave one. */
  readonly exitNotices: Readonly<Record<PartyCode, Instant>>;
  /** What a side may repudiate, in the order in which it was recorded. */
  readonly deeds: readonly Deed[];
  readonly dossiers: readonly Dossier[];
  readonly transmissions: readonly Transmission[];
  /** One event for each symbol, in the order in which the symbols were first recorded. */
  readonly forumEvents: readonly NotedForumEvent[];
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

/** A case whose filing is known. Nobody acts in any other case. */
export interface FiledReferral extends OwnReferral {
  readonly status: 'filed';
  readonly parties: CaseParties;
  readonly told: ToldOfCase;
}

export type ReferralState = { readonly status: 'unfiled'; readonly told: ToldOfCase } | FiledReferral;

/** When a party gave its exit notice; `undefined` while it has not. */
export const exitNoticeOf = ({ exitNotices }: OwnReferral, party: PartyCode): Instant | undefined => exitNotices[party];

export const noReferral: OwnReferral = {
  exitNotices: {},
  deeds: [],
  dossiers: [],
  transmissions: [],
  forumEvents: [],
  running: {},
};

/** The state of a referral, from what was recorded here and what the other contexts have told. */
export const referralOf = (own: OwnReferral, told: ToldOfCase): ReferralState =>
  told.parties ? { status: 'filed', parties: told.parties, told, ...own } : { status: 'unfiled', told };

/**
 * What an event means for a referral. It is total: an event that does not fit, or is not known, changes nothing. It
 * does not see what the other contexts have told; what a decision took from that stands in the event.
 */
export function evolve(state: OwnReferral, event: ReferralEvent): OwnReferral {
  switch (event.type) {
    case 'ExitNoticeGiven':
      return {
        ...state,
        exitNotices: { ...state.exitNotices, [event.data.party]: event.occurredAt },
        deeds: [...state.deeds, deed('exit-notice', 'exit-notice', event.data.party, event.data.by, event.occurredAt)],
      };
    case 'ActRepudiated': {
      const { act, party } = event.data;
      const { [party]: _notGiven, ...exitNotices } = state.exitNotices;
      return { ...state, exitNotices, deeds: withoutDeed(state.deeds, act, party) };
    }
    case 'DossierRequested': {
      const { n, party, request, basis, earlier, forumRules, opens } = event.data;
      const [deadline] = opens;
      if (!deadline) return state;
      const dossier: Dossier = {
        status: 'signing',
        n,
        party,
        request,
        basis,
        earlier,
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
    case 'DossierBasisChanged': {
      const { n, basis } = event.data;
      return changed(state, n, ({ isBaseless: _, ...dossier }) =>
        basis === null ? { ...dossier, isBaseless: true } : { ...dossier, basis },
      );
    }
    case 'DossierAssembled': {
      const { n, assembly } = event.data;
      return changed(state, n, (dossier) =>
        dossier.status === 'issued' ? dossier : { ...dossier, assembly: { ...assembly, at: event.occurredAt } },
      );
    }
    case 'DossierSigned': {
      const { n, coHead, party, digest } = event.data;
      const signature = { coHead, party, digest, receivedAt: event.occurredAt };
      return changed(state, n, (dossier) => withSignature(dossier, signature));
    }
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

/** A signature that is proved only after the end of the signing is no longer missing. */
function withSignature(dossier: Dossier, signature: Dossier['signatures'][number]): Dossier {
  const signatures = [...dossier.signatures, signature];
  if (dossier.status === 'signing' || dossier.end.by !== 'default') return { ...dossier, signatures };
  return {
    ...dossier,
    signatures,
    end: { ...dossier.end, missing: dossier.end.missing.filter((party) => party !== signature.party) },
  };
}

const unknownEvent = (_event: never, state: OwnReferral): OwnReferral => state;

const changed = (state: OwnReferral, n: number, change: (dossier: Dossier) => Dossier): OwnReferral => ({
  ...state,
  dossiers: state.dossiers.map((dossier) => (dossier.n === n ? change(dossier) : dossier)),
});
