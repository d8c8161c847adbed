import { Client as Database } from 'pg';
import type { ExampleStory, Made } from './example-story';

const APPENDS = 'event_store.append_event, event_store.append_events, event_store.append_one_by_one';

/** A message that the docket cannot handle is parked, dismissed by the operator, and no other one is left. */
export async function dismissed(story: ExampleStory, caseId: string): Promise<void> {
  const run = async (sql: string): Promise<void> => {
    const database = new Database({ connectionString: story.server.url });
    await database.connect();
    await database.query(sql).finally(() => database.end());
  };
  await run(`REVOKE EXECUTE ON FUNCTION ${APPENDS} FROM parley_audit`);
  await story.act('cn-desk', `/v1/cases/${caseId}/claims/withdrawals`, { claims: ['C1'] });
  await story.settle();
  await run(`GRANT EXECUTE ON FUNCTION ${APPENDS} TO parley_audit`);
  const { parked } = await story.read<{ parked: readonly Made[] }>('operator', '/v1/operations');
  const [{ id, digest } = {}] = parked ?? [];
  await story.shows('operator', 'dismissParkedMessage', {}, { id, digest });
  await story.shows('operator', 'replayParkedMessages');
}

/** The bytes that the document shows, with the digest that it shows for them. */
export async function uploaded(story: ExampleStory): Promise<void> {
  await story.uploads('us-desk');
}
