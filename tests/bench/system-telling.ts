import { watchCommits } from './commit-watch';
import { LoadClient } from './filing-load';
import type { FilingRequests } from './filing-requests';
import type { LagLog } from './lag-log';
import type { Telling } from './telling';

/**
 * The fact that the audit keeps of a filing. Only from then on does it show the case's history to those whose case it
 * is.
 */
const FILED = { table: 'audit.facts', name: 'NEW.subject', when: "NEW.type = 'parley.intake.v1.GrievanceFiled'" };

/** Files grievances through the gateway, and sees when the audit has heard of each. */
export async function systemTelling(url: string, databaseUrl: string, requests: FilingRequests): Promise<Telling> {
  const load = new LoadClient(url);
  let log: LagLog | undefined;
  const watch = await watchCommits({ databaseUrl, ...FILED }, (caseId) => log?.seen(caseId));
  return {
    act: async (ofRound) => {
      log = ofRound;
      const { id } = JSON.parse(await load.ask(requests.whole(), 201)) as { readonly id: string };
      ofRound.acknowledged(id);
      return id;
    },
    stop: async () => {
      load.close();
      await watch.stop();
    },
  };
}
