import { createPostgresSubject } from './testing/postgres-subject';
import { describeEventStoreContract } from '@parley/event-store/contract';

describeEventStoreContract('PostgreSQL', createPostgresSubject, { canRestore: true, hasClock: true });
