import type { DomainEvent, PartyCode } from '@parley/kernel';
import type { Region } from '@parley/procedure';
import type { CaseState } from '../../../services/intake/src/case/case-commands.rules';
import { regionStateOf, type PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import { complianceRegion } from '../../../services/referral/src/compliance/agreement.rules';

import type { OwnReferral } from '../../../services/referral/src/referral/referral-state.rules';
import type { ToldFact } from '../../../services/panel-review/src/time/known-case.rules';
import type { CaseHistory } from '../history/case-history';
import type { PanelMove } from '../history/panel-steps';

/**
 * What an event did to one region of a case, or to one seat. An event that leaves the region in its state counts only
 * when it is about the region.
 */
export interface RegionMove {
  readonly region: Region;
  readonly from: string;
  readonly to: string;
  /** Type of the event, with what tells one from another: `ScreeningEnded lapsed`. */
  readonly because: string;
}

const screeningOf = (state: CaseState): string => (state.status === 'unfiled' ? 'draft' : state.status);

/** The end of the screening does not stop an exchange that had come to its own end. */
function exchangeOf(state: CaseState): string {
  if (state.status === 'unfiled') return 'not-started';
  const exchange = 'exchange' in state ? state.exchange : undefined;
  if (exchange?.stage === 'closed') return 'closed';
  if (state.status === 'ended') return 'stopped';
  return exchange?.stage ?? 'not-started';
}

const seatsOf = (state: PanelState): Readonly<Record<string, string>> =>
  state.status === 'opened' ? Object.fromEntries(state.seats.map(({ id, occupancy }) => [id, occupancy.stage])) : {};

/** The status of a party's latest dossier. The dossiers of the two parties stand beside each other. */
const dossierOf =
  (of: PartyCode) =>
  ({ dossiers }: Pick<OwnReferral, 'dossiers'>): string =>
    dossiers.findLast(({ party }) => party === of)?.status ?? 'idle';

/** An exit notice is about the dossiers of the party that gave it. */
const concerns =
  (of: PartyCode) =>
  ({ event }: MovingCase['referral'][number]): boolean =>
    event.type !== 'ExitNoticeGiven' || event.data.party === of;

/** Events that a graph shows as an edge from a state to itself. */
const SELF_EDGES: Readonly<Partial<Record<Region, readonly string[]>>> = {
  referral: ['ExitNoticeGiven'],
  screening: ['CaseRegistered'],
};

/** The event that tells each kind of fact. */
const TOLD: Readonly<Record<ToldFact['told'], string>> = {
  registered: 'CaseRegistered',
  claims: 'GrievanceServed',
  amended: 'GrievanceAmended',
  'amendment-answered': 'AmendmentAnswered',
  replied: 'ReplyFiled',
  'claims-withdrawn': 'ClaimsWithdrawn',
  'withdrawal-set-aside': 'ClaimsWithdrawalSetAside',
  exhibit: 'ExhibitAccepted',
  'exhibit-struck': 'ExhibitWithdrawn',
  'consultations-ended': 'ConsultationsClosed',
  track: 'TrackChanged',
  'long-stop': 'LongStopExtended',
  'long-stop-reached': 'LongStopReached',
  rules: 'RulesAdopted',
  suspended: 'ScreeningSuspended',
  resumed: 'ScreeningResumed',
  reopened: 'ScreeningReopened',
  'screening-ended': 'ScreeningEnded',
  'lapse-set-aside': 'LapseSetAside',
};

const reasonOf = (event: DomainEvent | ToldFact): string => {
  if ('told' in event) return event.told === 'screening-ended' ? `ScreeningEnded ${event.outcome}` : TOLD[event.told];
  const { type, data } = event;
  const { outcome } = (data ?? {}) as { readonly outcome?: unknown };
  return typeof outcome === 'string' ? `${type} ${outcome}` : type;
};

/** Everything that moves in a case: the steps of its parts and of its panel, which what it was told moves too. */
export type MovingCase = Pick<CaseHistory, 'parties'> & { readonly panel: readonly PanelMove[] } & {
  readonly [Part in 'intake' | 'referral' | 'settlement' | 'compliance' | 'register']: readonly Omit<
    CaseHistory[Part][number],
    'recorded'
  >[];
};

function movesOf<State>(
  region: Region,
  steps: readonly { readonly before: State; readonly after: State; readonly event: DomainEvent | ToldFact }[],
  stateOf: (state: State) => string,
): readonly RegionMove[] {
  return steps.flatMap(({ before, after, event }) => {
    const [from, to] = [stateOf(before), stateOf(after)];
    const shown = from !== to || ('type' in event && (SELF_EDGES[region]?.includes(event.type) ?? false));
    return shown ? [{ region, from, to, because: reasonOf(event) }] : [];
  });
}

const seatMoves = (steps: MovingCase['panel']): readonly RegionMove[] =>
  steps.flatMap(({ before, after, event }) => {
    const seats = seatsOf(after);
    return Object.entries(seatsOf(before)).flatMap(([id, from]) => {
      const to = seats[id] ?? 'vacant';
      return from === to ? [] : [{ region: 'seat', from, to, because: reasonOf(event) } as const];
    });
  });

/** Every move of every region of a case. A new region is one more line. */
export const regionMoves = ({
  parties,
  intake,
  panel,
  referral,
  settlement,
  compliance,
  register,
}: MovingCase): readonly RegionMove[] => [
  ...movesOf('screening', intake, screeningOf),
  ...movesOf('exchange', intake, exchangeOf),
  ...movesOf('panel', panel, regionStateOf),
  ...seatMoves(panel),
  ...[parties.complainant, parties.respondent].flatMap((party) =>
    movesOf('referral', referral.filter(concerns(party)), dossierOf(party)),
  ),
  ...movesOf('settlement', settlement, ({ region }) => region),
  ...movesOf('compliance', compliance, (state) => complianceRegion(state)),
  ...movesOf('compliance', register, (state) => complianceRegion(state)).map((move) => ({
    ...move,
    because: `${move.because} of the register`,
  })),
];
