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
export type ScreeningState = 'draft' | 'filed' | 'deficient' | 'registered' | 'suspended' | 'ended';
/** S4 and S5: reply and consultations. */
export type ExchangeState = 'not-started' | 'awaiting-reply' | 'consulting' | 'concluded' | 'escalated' | 'stopped';
/** S6 to S9: the panel. */
export type PanelState =
  | 'not-opened'
  | 'nominating'
  | 'disclosing'
  | 'challengeable'
  | 'deciding-challenge'
  | 'composed'
  | 'reviewing'
  | 'interim-comments'
  | 'deciding'
  | 'certifying'
  | 'issued'
  | 'parity-broken'
  | 'stopped';
/** S10: conciliation and the formal window. */
export type SettlementState = 'idle' | 'conciliation' | 'window' | 'settled' | 'lapsed';
/** S12: the dossier. */
export type ReferralState = 'idle' | 'requested' | 'issued';
/** S13: what a settlement obliges to. */
export type ComplianceState = 'none' | 'on-course' | 'overdue' | 'fulfilled';

export interface StatesByRegion {
  readonly screening: ScreeningState;
  readonly exchange: ExchangeState;
  readonly panel: PanelState;
  readonly settlement: SettlementState;
  readonly referral: ReferralState;
  readonly compliance: ComplianceState;
}

export type Region = keyof StatesByRegion;

/** The graph of every region: they run side by side. */
export type RegionGraphs = { readonly [R in Region]: RegionGraph<StatesByRegion[R]> };

/** How a screening ends (S11). */
export type ScreeningOutcome = 'findings-issued' | 'settled' | 'withdrawn' | 'closed' | 'lapsed';

/** I-26: true when the region's graph has an edge from one state to the other. */
export const mayMove = <R extends Region>(graphs: RegionGraphs, region: R, from: StatesByRegion[R], to: StatesByRegion[R]): boolean =>
  graphs[region].edges.some((edge) => edge.from === from && edge.to === to);
