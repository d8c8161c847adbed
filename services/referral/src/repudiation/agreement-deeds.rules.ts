import type { Instant, IsoDate } from '@parley/kernel';
import { deed, onRecordFrom, type Deed, type RepudiableAct, type RunningDeadline } from '@parley/procedure';
import type { AgreementEvent, ReportEntry } from '../compliance/agreement-events.rules';
import type { AgreementInForce, AgreementState } from '../compliance/agreement.rules';
import type { Reported } from '../compliance/reported.rules';
import { deedWithout } from './deed-without.rules';

/** How an obligation stood before its owner reported on it. */
export interface BeforeReport {
  readonly obligation: string;
  readonly reported?: Reported;
  readonly entry?: ReportEntry;
}

/** What an act of a desk about an agreement did, and how things stood before as far as it changed them. */
type WhatWasDone =
  | { readonly kind: 'agreement-signature' }
  | {
      readonly kind: 'status-report';
      readonly review: number;
      readonly said: Instant;
      readonly late: boolean;
      readonly before: readonly BeforeReport[];
      /** Ids of the limits that it started, and those whose place these took. */
      readonly started: readonly string[];
      readonly limits: readonly RunningDeadline[];
    }
  | {
      readonly kind: 'verification';
      readonly obligation: string;
      readonly said: Instant;
      readonly before: Reported;
      /** Limits that the answer ended. */
      readonly limits: readonly RunningDeadline[];
    }
  | { readonly kind: 'later-date'; readonly obligation: string; readonly date: IsoDate }
  | { readonly kind: 'non-performance-notice'; readonly obligation: string; readonly n: number };

/** An act of a desk about an agreement, which its side may repudiate. */
export type AgreementDeed = Deed &
  WhatWasDone & {
    /** When its side repudiated it, and whether everybody was told. */
    readonly repudiated?: { readonly at: Instant; readonly isPublic: boolean };
  };
export type DeedOf<Kind extends AgreementDeed['kind']> = Extract<AgreementDeed, { readonly kind: Kind }>;

/** The acts of an agreement that its sides may repudiate, after an event. */
export function deedsAfter(before: AgreementState, event: AgreementEvent): readonly AgreementDeed[] {
  const deeds = 'deeds' in before ? before.deeds : [];
  if (event.type === 'AgreementSigned') {
    const { party, by } = event.data;
    const signed = deed('agreement-signature', 'agreement-signature', party, by, event.occurredAt);
    return [...deeds, { ...signed, kind: 'agreement-signature' }];
  }
  if (event.type === 'ActRepudiated') {
    const { act, party, undoesAgreement } = event.data;
    const repudiated = { at: event.occurredAt, isPublic: event.tier === 'PUBLIC' };
    // What was done about obligations falls with the agreement.
    const left = undoesAgreement ? deeds.filter(({ kind }) => kind === 'agreement-signature') : deeds;
    const own = left.findLast(({ id, party: of }) => id === act && of === party);
    return left.map((each) =>
      each === own ? { ...each, isRepudiated: true, repudiated } : own ? deedWithout(each, own) : each,
    );
  }
  const done = before.status === 'in-force' ? deedOf(before, event) : undefined;
  return done ? [...deeds, done] : deeds;
}

function deedOf(state: AgreementInForce, event: AgreementEvent): AgreementDeed | undefined {
  const said = event.occurredAt;
  switch (event.type) {
    case 'StatusReportGiven': {
      const { party, review, late, entries, opens } = event.data;
      const told = state.reports.find((each) => each.review === review && each.party === party)?.entries;
      const before = entries.map(({ obligation }): BeforeReport => {
        const reported = state.obligations.find(({ terms }) => terms.id === obligation)?.reported;
        const entry = told?.find((each) => each.obligation === obligation);
        return { obligation, ...(reported ? { reported } : {}), ...(entry ? { entry } : {}) };
      });
      const limits = opens.flatMap(({ id }) => state.running[id] ?? []);
      const started = opens.map(({ id }) => id);
      const kind = 'status-report';
      return { ...named(state, kind, String(review), event), kind, review, said, late, before, started, limits };
    }
    case 'ObligationVerified': {
      const { obligation, closes } = event.data;
      const before = state.obligations.find(({ terms }) => terms.id === obligation)?.reported;
      const limits = closes.flatMap((id) => state.running[id] ?? []);
      const kind = 'verification';
      return before && { ...named(state, kind, obligation, event), kind, obligation, said, before, limits };
    }
    case 'DateMoveProposed':
    case 'DateMoved': {
      const { obligation, date } = event.data;
      const kind = 'later-date';
      return { ...named(state, kind, obligation, event), kind, obligation, date };
    }
    case 'NonPerformanceNoticed': {
      const { obligation, n } = event.data;
      const kind = 'non-performance-notice';
      return { ...named(state, kind, obligation, event), kind, obligation, n };
    }
    default:
      return undefined;
  }
}

type OfParty = Pick<AgreementEvent, 'occurredAt'> & { readonly data: Pick<Deed, 'by' | 'party'> };

/** Such as `verification:O1:2`, for the second of its kind of a side. */
function named(state: AgreementInForce, kind: RepudiableAct, about: string, { data, occurredAt }: OfParty): Deed {
  const { by, party } = data;
  const name = `${kind}:${about}:`;
  const n = state.deeds.filter((each) => each.party === party && each.id.startsWith(name)).length + 1;
  return deed(`${name}${String(n)}`, kind, party, by, onRecordFrom(state.counted, party, occurredAt));
}
