import { knowing } from '@parley/contracts';
import { InformedRepository, streamName, type Recording, type StreamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { DecidingPorts } from '@parley/processes';
import type { EvidenceCommand } from '../exhibits/exhibit-commands.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import { evidenceDecider, evidenceOf, type EvidenceState } from './casefile.rules';
import { takingOfEvidence } from './evidence.hears';

export const EXHIBITS_CATEGORY = 'evidence.exhibits';

export const exhibitsStream = (caseId: CaseId): StreamName => streamName(EXHIBITS_CATEGORY, caseId);

export class Casefiles extends InformedRepository<CaseId, EvidenceCommand, EvidenceState, ToldOfCase> {
  constructor({ facts, clocksOf, ...recording }: Pick<DecidingPorts, keyof Recording | 'facts' | 'clocksOf'>) {
    super(recording, {
      category: EXHIBITS_CATEGORY,
      decider: evidenceDecider(clocksOf),
      stateOf: evidenceOf,
      known: knowing(takingOfEvidence, facts),
      pinnedTo: ({ registration }) => registration?.ruleSetVersion,
    });
  }
}
