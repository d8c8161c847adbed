/** A service as the trial runs it. */
export interface TriedService {
  /** First part of its streams' names, its role and its schema. */
  readonly context: string;
  /** Its folder under `services`, and its name for people. */
  readonly folder: string;
  /** Setting by which the gateway knows where it is. */
  readonly addressSetting: string;
}

export const SERVICES: readonly TriedService[] = [
  { context: 'intake', folder: 'intake', addressSetting: 'PARLEY_INTAKE_URL' },
  { context: 'evidence', folder: 'evidence', addressSetting: 'PARLEY_EVIDENCE_URL' },
  { context: 'panelreview', folder: 'panel-review', addressSetting: 'PARLEY_PANEL_REVIEW_URL' },
  { context: 'referral', folder: 'referral', addressSetting: 'PARLEY_REFERRAL_URL' },
  { context: 'audit', folder: 'audit', addressSetting: 'PARLEY_AUDIT_URL' },
];
