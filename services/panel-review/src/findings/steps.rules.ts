import { canonicalJson, type CaseId, type Instant, type Sha256, type Side } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { OpenedPanel } from '../panel/panel-state.rules';
import type { ClosedBy } from './findings.rules';
import type { Disposal, Finding } from './make-findings.rules';

export const STEPS = [
  'panel-opened',
  'panel-convened',
  'challenge-made',
  'challenge-decided',
  'information-requested',
  'material-served',
  'interim-issued',
  'interim-commented',
  'deliberation-closed-by-co-chairs',
  'deliberation-closed-by-time',
  'deliberation-closed-by-long-stop',
] as const;

/** A step of the procedure before a panel. It says nothing of the substance. */
export interface Step {
  readonly step: (typeof STEPS)[number];
  readonly at: Instant;
  /** The side that took it; `null` for a step of neither. */
  readonly side: Side | null;
}

/** The steps up to the close of the deliberation, in their order: what the co-heads certify (S9). */
export function stepsOf(
  { registeredAt, convening, challenges, requests, materials, interim, comments }: OpenedPanel,
  closedAt: Instant,
  closedBy: ClosedBy,
): readonly Step[] {
  const steps: readonly Step[] = [
    { step: 'panel-opened', at: registeredAt, side: null },
    ...(convening ? [{ step: 'panel-convened', at: convening.at, side: null } as const] : []),
    ...challenges.flatMap(({ madeAt, by, outcome }) => [
      { step: 'challenge-made', at: madeAt, side: by } as const,
      ...(outcome ? [{ step: 'challenge-decided', at: outcome.at, side: null } as const] : []),
    ]),
    ...requests.map(({ askedAt }) => ({ step: 'information-requested', at: askedAt, side: null }) as const),
    ...materials.map(({ servedAt }) => ({ step: 'material-served', at: servedAt, side: null }) as const),
    ...(interim ? [{ step: 'interim-issued', at: interim.issuedAt, side: null } as const] : []),
    ...comments.map(({ receivedAt, side }) => ({ step: 'interim-commented', at: receivedAt, side }) as const),
    { step: `deliberation-closed-by-${closedBy}`, at: closedAt, side: null },
  ];
  return steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** The SHA-256 of the canonical JSON of findings, disposals of objections and their salt. */
export const findingsDigestOf = (written: {
  readonly findings: readonly Finding[];
  readonly disposals: readonly Disposal[];
  readonly salt: string;
}): Sha256 => sha256Text(canonicalJson(written));

/** What the co-heads certify: the SHA-256 of the canonical JSON of case, steps and digest of the findings. */
export const certifiedDigest = (caseId: CaseId, steps: readonly Step[], findingsDigest: Sha256): Sha256 =>
  sha256Text(canonicalJson({ caseId, findings: findingsDigest, steps }));
