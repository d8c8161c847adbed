import { describeEventStoreContract, type ContractSubject } from '@parley/event-store/contract';
import { tellAtEndOfRun } from '@parley/testing';
import { createDoubleSubject } from './testing/double-subject';
import { createServerSubject, startServer } from './testing/real-server';
import { serverSource } from './testing/server-source';

const source = serverSource();

/**
 * What the contract asks does not depend on how fast a busy machine answers; the specs of a slow server set a deadline
 * of their own.
 */
const UNHURRIED = '&defaultDeadline=30000';

if (source.kind === 'double') {
  const why = 'a double of its protocol: no EVENTSTORE_URL and no engine for containers';
  tellAtEndOfRun(`EventStoreDB was not there; its adapter ran against ${why}.`);
  describeEventStoreContract(`EventStoreDB (${why})`, () => createDoubleSubject(UNHURRIED), { canRestore: true });
} else {
  let stop: () => Promise<unknown> = () => Promise.resolve();
  let create: () => Promise<ContractSubject>;
  beforeAll(async () => {
    const given = source.kind === 'given' ? { url: source.url, container: undefined } : await startServer();
    stop = async () => given.container?.stop();
    create = () => createServerSubject(given.url);
  }, 180_000);
  afterAll(() => stop());

  describeEventStoreContract(`EventStoreDB (${source.kind === 'given' ? 'of EVENTSTORE_URL' : 'in a container'})`, () =>
    create(),
  );
}
