import type { EventStore } from '../event-store';
import type { ContractSubject } from './contract-subject';
import { checkpointInCatchUp } from './incidents/checkpoint-in-catch-up.incident';
import { deadGap } from './incidents/dead-gap.incident';
import { emptyPage } from './incidents/empty-page.incident';
import { lateCommit } from './incidents/late-commit.incident';
import { parkedMessage } from './incidents/parked-message.incident';
import { restoredElsewhere } from './incidents/restored-elsewhere.incident';

const INCIDENTS = [lateCommit, checkpointInCatchUp, emptyPage, deadGap, restoredElsewhere, parkedMessage];
const unspoiled = (store: EventStore): EventStore => store;

/** @param canRestore whether subjects have `restore` */
export function describeIncidents(subject: () => ContractSubject, canRestore: boolean): void {
  describe('what went wrong elsewhere', () => {
    for (const incident of INCIDENTS.filter(({ needsRestore }) => canRestore || !needsRestore)) {
      it(`a follower ${incident.name}`, () => incident.run(subject(), unspoiled));

      it(`is noticed when planted: a follower ${incident.name}`, async () => {
        await expect(incident.run(subject(), (store) => incident.fault(store))).rejects.toThrow();
      });
    }
  });
}
