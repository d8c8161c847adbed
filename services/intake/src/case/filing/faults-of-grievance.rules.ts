import type { CaseParties, Instant } from '@parley/kernel';
import {
  AGREEMENT_CODES,
  goodsCodeFault,
  isListedAgreement,
  isProvisionOf,
  latestDayInACapital,
  nearestAgreement,
} from '@parley/procedure';
import { filedClaimFaults } from '../amendments/claim-of-other-fault.rules';
import { barFaults, type BarredClaim } from '../refiling/refiling.rules';
import type { Claim, Grievance } from './file-grievance.rules';
import { filingRefusals } from './filing.rules';
import { whoseMeasureFaults } from './whose-measure.rules';

/** A grievance as it comes in. */
interface Incoming {
  readonly grievance: Grievance;
  readonly receivedAt: Instant;
  /** The claims of other cases that its party may not file again yet. */
  readonly barred?: readonly BarredClaim[];
}

/**
 * Everything for which a grievance is not taken in, by its parts: a filing is refused for it, and the check before
 * filing names it. Paths are JSON pointers into the request, which holds the grievance.
 * @param held what the case holds already, which is not filed again
 */
export const faultsOfFiling = (
  { grievance, receivedAt, barred }: Incoming,
  parties: CaseParties,
  held?: Pick<Grievance, 'claims' | 'measures'>,
) => [
  ...referenceFaults(grievance, receivedAt),
  ...filedClaimFaults(grievance),
  ...whoseMeasureFaults(grievance, parties),
  ...barFaults(grievance, barred, held),
];

/** References of a grievance that lead nowhere, ids that are used twice, and measures that are not there yet. */
export const referenceFaults = ({ measures, claims }: Pick<Grievance, 'measures' | 'claims'>, receivedAt: Instant) => [
  ...faultsOfMeasures(measures, receivedAt),
  ...faultsOfClaims(claims, measures),
];

function faultsOfMeasures(measures: Grievance['measures'], receivedAt: Instant) {
  const today = latestDayInACapital(receivedAt);
  return measures.flatMap(({ id, date, goods = [] }, index) => {
    const path = `/grievance/measures/${String(index)}`;
    const isTwice = measures.findIndex((other) => other.id === id) < index;
    return [
      ...(isTwice ? [{ reason: filingRefusals.measureTwice, path: `${path}/id` }] : []),
      ...(date > today ? [{ reason: filingRefusals.measureOfLater, path: `${path}/date` }] : []),
      ...goods.flatMap((code, at) => {
        const fault = goodsCodeFault(code);
        return fault ? [{ reason: GOODS[fault], path: `${path}/goods/${String(at)}/${fault}` }] : [];
      }),
    ];
  });
}

const GOODS = { edition: filingRefusals.goodsEdition, code: filingRefusals.goodsCode } as const;

function faultsOfClaims(claims: Grievance['claims'], measures: Grievance['measures']) {
  const measureIds = new Set(measures.map(({ id }) => id));
  const claimIds = new Set<string>();
  const targets = new Set<string>();
  return claims.flatMap((claim, index) => {
    const path = `/grievance/claims/${String(index)}`;
    const faults = [
      ...(claimIds.has(claim.id) ? [{ reason: filingRefusals.claimTwice, path: `${path}/id` }] : []),
      ...(measureIds.has(claim.measure) ? [] : [{ reason: filingRefusals.unknownMeasure, path: `${path}/measure` }]),
      ...(targets.has(target(claim)) ? [{ reason: filingRefusals.sameClaimTwice, path }] : []),
      ...basisFaults(claim, path),
    ];
    claimIds.add(claim.id);
    targets.add(target(claim));
    return faults;
  });
}

const target = ({ measure, agreement, provision }: Claim): string =>
  [measure, agreement, provision ?? ''].join('\u001f');

/** What is wrong with the legal basis of a claim: its agreement, or how its provision is written. */
function basisFaults({ agreement, provision }: Claim, path: string) {
  if (!isListedAgreement(agreement))
    return [{ reason: notListed(nearestAgreement(agreement)), path: `${path}/agreement` }];
  if (provision === undefined || isProvisionOf(agreement, provision)) return [];
  return [{ reason: filingRefusals.provisionForm, path: `${path}/provision` }];
}

const notListed = (nearest: string) => ({
  ...filingRefusals.agreementNotListed,
  en: `${filingRefusals.agreementNotListed.en} The nearest is ${nearest}. The list: ${AGREEMENT_CODES.join(', ')}.`,
  'zh-Hans':
    `${filingRefusals.agreementNotListed['zh-Hans']}最接近的是 ${nearest}。` + `清单：${AGREEMENT_CODES.join('、')}。`,
});
