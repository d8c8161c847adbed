import type { Fault } from './fault';

/** PostgreSQL ends without waiting for anybody, recovers from its log and is there again. */
export const databaseRestarted: Fault = {
  name: 'database-restarted',
  what: 'the database is shut down immediately, and started again',
  during: async (installation) => installation.untilReplaced('postgres', installation.signal('postgres', 'SIGQUIT')),
};
