import type { WordKey } from './topics';

/** The steps by which a case is remembered. */
const MILESTONES: readonly WordKey[] = [
  'intake.CaseRegistered',
  'intake.GrievanceServed',
  'panelreview.PanelConvened',
  'panelreview.InterimIssued',
  'panelreview.InterimMissing',
  'panelreview.FindingsIssued',
  'referral.SettlementSigned',
  'referral.AgreementUndone',
  'referral.DossierIssued',
  'referral.DossierTransmitted',
  'intake.ScreeningEnded',
  'intake.LapseSetAside',
  'intake.ScreeningReopened',
  'referral.AgreementFulfilled',
];

/**
 * What only the machinery needs. Another entry tells each person the same: that the panel is convened, that the
 * findings are issued, that the screening is suspended.
 */
const PLUMBING: readonly WordKey[] = [
  'intake.DocketNumberAllocated',
  'intake.CompositionNoted',
  'intake.InterimNoted',
  'intake.DecidingNoted',
  'intake.CloseNoted',
  'panelreview.UrgencySettled',
  'panelreview.ExpertAgreed',
  'panelreview.InterimAgreed',
  'panelreview.ClocksStoodStill',
  'panelreview.ClocksWentOn',
  'evidence.SuspensionNoted',
  'evidence.ResumptionNoted',
  'referral.SuspensionNoted',
  'referral.ResumptionNoted',
];

const kinds: ReadonlyMap<string, 'milestone' | 'plumbing'> = new Map([
  ...MILESTONES.map((key) => [key, 'milestone'] as const),
  ...PLUMBING.map((key) => [key, 'plumbing'] as const),
]);

/**
 * Whether an event is a milestone of its case, or plumbing that only the machinery needs.
 * @param key `<context>.<name>`
 * @returns nothing for any other event, whose kind is how it came about
 */
export const weightOf = (key: string): 'milestone' | 'plumbing' | undefined => kinds.get(key);
