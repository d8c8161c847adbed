import { rememberingKnown } from '@parley/contracts';
import { sha256, type Known } from '@parley/event-store';
import { canonicalJson, type CaseId } from '@parley/kernel';
import { complianceRefusals } from '../../../services/referral/src/compliance/compliance.rules';
import type { DossierBuilder, PendingDossier } from '../../../services/referral/src/dossier/dossier.reaction';
import { basisNow } from '../../../services/referral/src/dossier/dossier.rules';
import { referralProcess } from '../../../services/referral/src/referral-process';
import { publishes } from '../../../services/referral/src/referral/referral.tells';
import { refusals } from '../../../services/referral/src/referral/refusals.rules';
import { referralRepositories, type ReferralRepositories } from '../../../services/referral/src/referral/repositories';
import { conciliatorsRefusals } from '../../../services/referral/src/settlement/conciliators.rules';
import { settlementRefusals } from '../../../services/referral/src/settlement/settlement-refusals.rules';
import { takingOfReferral } from '../../../services/referral/src/referral/referral.hears';
import type { ToldOfCase } from '../../../services/referral/src/referral/known-case.rules';
import type { Simulated, SimulatedPorts } from './simulated-service';

export interface SimulatedReferral extends Simulated, ReferralRepositories {
  /** What the referral has heard of a case by now. */
  knownOf(caseId: CaseId): Known<ToldOfCase>;
}

export function simulatedReferral(ports: SimulatedPorts): SimulatedReferral {
  const { facts } = ports;
  const known = rememberingKnown(takingOfReferral);
  const repositories = referralRepositories(ports);
  return {
    context: 'referral',
    publishes,
    facts,
    refusals: { ...refusals, ...settlementRefusals, ...conciliatorsRefusals, ...complianceRefusals },
    ...repositories,
    knownOf: (caseId: CaseId) => known(facts.now(caseId)),
    process: referralProcess(repositories, ports, digestsAlone),
  };
}

/** Makes digests in the place of pages: typesetting thousands of dossiers would prove nothing. */
const digestsAlone: DossierBuilder = {
  assemble: async (caseId: CaseId, { dossier, state }: PendingDossier) => {
    const basis = basisNow(dossier, state) ?? dossier.basis;
    const digestOf = (part: string) => sha256(canonicalJson({ part, caseId, n: dossier.n, basis }));
    return {
      edition: 'simulated',
      basis,
      digest: digestOf('manifest'),
      manifest512: digestOf('manifest512'),
      inputs: digestOf('inputs'),
      files: 1,
      octets: 1,
      withheld: 0,
    };
  },
  pack: async (caseId, { dossier }) => ({ digest: sha256(`packed ${caseId} ${String(dossier.n)}`), sizeBytes: 1 }),
};
