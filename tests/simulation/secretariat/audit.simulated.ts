import { DocketLog } from '../../../services/audit/src/docket/docket-log';
import { docketProcess } from '../../../services/audit/src/docket/hear-message';
import { publishes } from '../../../services/audit/src/docket/audit.tells';
import { inSentence } from '../parties/countries';
import { RULE_SET_VERSION } from './simulated-rules';
import type { Simulated, SimulatedPorts } from './simulated-service';

/** The audit, which writes the public docket. */
export function simulatedAudit({ store, facts }: SimulatedPorts): Simulated {
  const log = new DocketLog(store, RULE_SET_VERSION);
  const process = docketProcess({ facts, log, nameOf: inSentence });
  return { context: 'audit', publishes, facts, refusals: {}, process };
}
