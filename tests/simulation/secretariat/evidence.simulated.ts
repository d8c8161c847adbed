import { rememberingKnown } from '@parley/contracts';
import type { Known } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { Casefiles } from '../../../services/evidence/src/casefile/casefiles';
import { publishes } from '../../../services/evidence/src/casefile/evidence.tells';
import { refusals } from '../../../services/evidence/src/casefile/refusals.rules';
import { evidenceProcess } from '../../../services/evidence/src/evidence-process';
import { takingOfEvidence } from '../../../services/evidence/src/casefile/evidence.hears';
import type { ToldOfCase } from '../../../services/evidence/src/time/known-case.rules';
import type { Simulated, SimulatedPorts } from './simulated-service';

export interface SimulatedEvidence extends Simulated {
  readonly casefiles: Casefiles;
  /** What the evidence has heard of a case by now. */
  knownOf(caseId: CaseId): Known<ToldOfCase>;
}

export function simulatedEvidence(ports: SimulatedPorts): SimulatedEvidence {
  const { facts } = ports;
  const known = rememberingKnown(takingOfEvidence);
  const casefiles = new Casefiles(ports);
  return {
    context: 'evidence',
    publishes,
    facts,
    refusals,
    casefiles,
    process: evidenceProcess(casefiles, ports.limits),
    knownOf: (caseId: CaseId) => known(facts.now(caseId)),
  };
}
