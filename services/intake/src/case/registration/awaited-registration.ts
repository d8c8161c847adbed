import { streamName, type CommandOutcome, type EventStore } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { pause } from '@parley/projections';
import type { Cases } from '../../repositories';
import { CASE_CATEGORY } from '../../streams';
import type { CaseState } from '../case-commands.rules';
import { callsForRegistration } from './registration.reaction';

/** Whoever finds a filing complete waits no longer for its number. It takes a few hundredths of a second. */
const PATIENCE_MS = 5_000;
/** Time between two looks at the record. */
const LOOK_MS = 20;

/** Lets the act that calls for a registration answer with the docket number. */
export class AwaitedRegistration {
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly cases: Pick<Cases, 'read'>,
  ) {}

  /**
   * The outcome of an act, with the case as it was registered because of it. The number is read from the record, so it
   * is the one that stands. An act that is sent again has the same outcome, whatever came later.
   * @returns the outcome as it was for an act that calls for no registration, and where that takes too long
   */
  async after(caseId: CaseId, outcome: CommandOutcome<CaseState>): Promise<CommandOutcome<CaseState>> {
    const calling = outcome.kind === 'done' ? outcome.events.find(callsForRegistration) : undefined;
    if (outcome.kind !== 'done' || !calling) return outcome;
    const stream = streamName(CASE_CATEGORY, caseId);
    const patience = AbortSignal.timeout(PATIENCE_MS);
    while (!patience.aborted) {
      const later = await this.store.read(stream, { from: outcome.revision + 1 });
      const last = later.findLast(({ cause }) => cause.kind === 'event' && cause.id === calling.eventId);
      if (last) {
        const { state } = await this.cases.read(caseId, last.recordedAt);
        return { ...outcome, state, revision: last.revision, position: last.position };
      }
      await pause(LOOK_MS, patience);
    }
    return outcome;
  }
}
