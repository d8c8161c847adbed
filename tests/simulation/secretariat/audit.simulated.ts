import type { EventStore } from '@parley/event-store';
import { MemoryFacts } from '@parley/messaging/testing';
import { DocketLog } from '../../../services/audit/src/docket/docket-log';
import { CONTEXTS } from '../../../services/audit/src/docket/docket.hears';
import { hearMessage } from '../../../services/audit/src/docket/hear-message';
import { publishes } from '../../../services/audit/src/docket/audit.tells';
import { inSentence } from '../parties/countries';
import type { SimulatedService } from './simulated-service';

/** The public docket, written as the audit writes it. */
export function simulatedAudit(store: EventStore, ruleSetVersion: string): SimulatedService {
  const facts = new MemoryFacts();
  const hearing = { facts, log: new DocketLog(store, ruleSetVersion), nameOf: inSentence };
  return {
    context: 'audit',
    publishes,
    hears: CONTEXTS,
    refusals: {},
    async hear(event) {
      await facts.keep(event);
      await hearMessage(hearing, event);
    },
    react: () => Promise.resolve(),
    fire: () => Promise.resolve(),
    waitsFor: () => [],
  };
}
