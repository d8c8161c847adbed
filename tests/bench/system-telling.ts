import { watchCommits } from './commit-watch';
import { LoadClient } from './filing-load';
import type { FilingRequests } from './filing-requests';
import type { LagLog } from './lag-log';
import type { Telling } from './telling';

/**
 * Where the audit keeps what it has heard of a case: from then on, and not before, it shows the case's history to those
 * whose case it is.
 */
const CASE_FILES = 'audit.case';

/** Files grievances through the gateway, and sees when the audit has each in its case file. */
export async function systemTelling(url: string, databaseUrl: string, requests: FilingRequests): Promise<Telling> {
  const load = new LoadClient(url);
  let log: LagLog | undefined;
  const name = `substr(NEW.stream, length('${CASE_FILES}-') + 1)`;
  const watch = await watchCommits(
    { databaseUrl, table: 'event_store.events', name, when: `NEW.category = '${CASE_FILES}'` },
    (caseId) => log?.seen(caseId),
  );
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
