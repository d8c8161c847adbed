import { rememberingKnown } from '@parley/contracts';
import { streamIdOf, type CommandContext, type EventStore } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import type { ClocksOf } from '@parley/procedure';
import { Casefiles } from '../../../services/evidence/src/casefile/casefiles';
import {
  evidenceOf,
  type EvidenceState,
  type OwnEvidence,
} from '../../../services/evidence/src/casefile/casefile.rules';
import { follow } from '../../../services/evidence/src/casefile/evidence.reaction';
import { refusals } from '../../../services/evidence/src/casefile/refusals.rules';
import {
  commandFor,
  HEARS,
  MOVES_CLOCKS,
  taughtBy,
  takingOfEvidence,
} from '../../../services/evidence/src/casefile/evidence.hears';
import { publishes } from '../../../services/evidence/src/casefile/evidence.tells';
import type { SimulatedService } from './simulated-service';

export interface SimulatedEvidence extends SimulatedService {
  readonly casefiles: Casefiles;
  /** How a case stands, by what was recorded of it and what the evidence has heard by now. */
  stateOf(caseId: CaseId, own: OwnEvidence): EvidenceState;
  /** Who names a revision names the facts as well that were shown with it. */
  asShown(caseId: CaseId, context: CommandContext): CommandContext;
}

export function simulatedEvidence(store: EventStore, clocksOf: ClocksOf, ruleSetVersion: string): SimulatedEvidence {
  const facts = new MemoryFacts();
  const casefiles = new Casefiles({ store, facts, clocksOf, ruleSetVersion });
  const known = rememberingKnown(takingOfEvidence);
  return {
    context: 'evidence',
    casefiles,
    stateOf: (caseId, own) => evidenceOf(own, known(facts.now(caseId)).view),
    asShown: (caseId, context) =>
      context.ifRevision === undefined ? context : { ...context, ifFacts: known(facts.now(caseId)).count },
    publishes,
    hears: HEARS,
    refusals,
    async hear(event, commandId) {
      if (taughtBy(event).length > 0) await facts.keep(event);
      const command = commandFor(event);
      if (command) await follow(casefiles, event, command, commandId);
    },
    react: () => Promise.resolve(),
    recount: (stream, note, commandId) =>
      casefiles.proceed(streamIdOf(stream) as CaseId, note, {
        process: 'calendars',
        cause: { kind: 'event', id: note.version },
        commandId,
      }),
    fire: ({ timer: { subject, deadlineId }, commandId }) =>
      casefiles.proceed(
        subject as CaseId,
        { type: 'ExpireDeadline', deadlineId },
        { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
      ),
    waitsFor: () => MOVES_CLOCKS,
  };
}
