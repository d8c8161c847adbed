import type { Bilingual } from '@parley/kernel';

/** A way from one state to another. `on` is what happens, in words of the procedure; `rule` is where it is written. */
export interface Edge<State extends string = string> {
  readonly from: State;
  readonly to: State;
  readonly on: string;
  readonly rule: string;
}

/** The states of one region of a case and every way between them (I-26). */
export interface RegionGraph<State extends string = string> {
  readonly title: Bilingual;
  readonly stages: string;
  readonly initial: State;
  readonly states: Readonly<Record<State, Bilingual>>;
  readonly edges: readonly Edge<State>[];
}

/** S0 to S3 and S11: from the draft to the outcome. */
export type ScreeningRegionState = 'draft' | 'filed' | 'deficient' | 'complete' | 'registered' | 'suspended' | 'ended';
/** S4 and S5: reply and consultations. */
export type ExchangeRegionState = 'not-started' | 'awaiting-reply' | 'consultations' | 'closed' | 'stopped';
/** S6 to S9: the panel. The seats say when a member is missing meanwhile. */
export type PanelRegionState =
  | 'unopened'
  | 'composing'
  | 'composed'
  | 'reviewing'
  | 'interim-comments'
  | 'deciding'
  | 'certifying'
  | 'issued'
  | 'impossible'
  | 'suspended'
  | 'stopped';
/** S6: each seat of a panel. Only a member on a settled seat is seated. */
export type SeatRegionState =
  'vacant' | 'awaiting-disclosure' | 'open-to-challenge' | 'challenged' | 'open-to-replacement' | 'settled';
/** S10: conciliation and the formal window. */
export type SettlementRegionState = 'idle' | 'conciliation' | 'window' | 'settled' | 'lapsed';
/** S12: each dossier. */
export type ReferralRegionState = 'idle' | 'signing' | 'closed' | 'issued';
/** S13: the obligations of a settlement. */
export type ComplianceRegionState = 'none' | 'on-course' | 'overdue' | 'fulfilled';

export interface StatesByRegion {
  readonly screening: ScreeningRegionState;
  readonly exchange: ExchangeRegionState;
  readonly panel: PanelRegionState;
  readonly seat: SeatRegionState;
  readonly settlement: SettlementRegionState;
  readonly referral: ReferralRegionState;
  readonly compliance: ComplianceRegionState;
}

export type Region = keyof StatesByRegion;

/** The graph of every region: they run side by side. */
export type RegionGraphs = { readonly [R in Region]: RegionGraph<StatesByRegion[R]> };

/** I-26: true when the region's graph has an edge from one state to the other. */
export const mayMove = <R extends Region>(
  graphs: RegionGraphs,
  region: R,
  from: StatesByRegion[R],
  to: StatesByRegion[R],
): boolean => graphs[region].edges.some((edge) => edge.from === from && edge.to === to);
