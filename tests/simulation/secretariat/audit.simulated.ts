import type { EventStore } from '@parley/event-store';
import { DocketLog } from '../../../services/audit/src/docket/docket-log';
import { hearMessage } from '../../../services/audit/src/history/merge-streams';
import { CONTEXTS, heardFrom } from '../../../services/audit/src/docket/docket.hears';
import { publishes } from '../../../services/audit/src/docket/audit.tells';
import { inSentence } from '../parties/countries';
import type { SimulatedService } from './simulated-service';

/** The public docket, written as the audit writes it. */
export function simulatedAudit(store: EventStore, ruleSetVersion: string): SimulatedService {
  const log = new DocketLog(store, ruleSetVersion);
  return {
    context: 'audit',
    publishes,
    hears: CONTEXTS,
    refusals: {},
    async hear(event, commandId) {
      const message = heardFrom(event, inSentence);
      if (message) await hearMessage({ store, log, ruleSetVersion }, message, event, commandId);
    },
    react: () => Promise.resolve(),
    fire: () => Promise.resolve(),
    waitsFor: () => [],
  };
}
