import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { hasOtherCapacity, screeningOver } from '../acting';
import type { ServeReport } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { reviewBar } from '../review/co-chair';
import { unknownExhibit } from '../review/taking-part';
import { commentClockId } from './expert';
import type { ExpertReportServed, ReportCommentsClosed } from './expert-events';

/** The registry puts the expert's report on record, once, in time for both parties to say what they think of it. */
export function serveReport({ by, receivedAt, expertId, text, exhibits }: ServeReport, state: OpenedPanel, clocks: Clocks): Decision<ExpertReportServed> {
  if (hasOtherCapacity(state, by, 'registry')) return refuse(refusals.twoCapacities);
  const expert = state.takenExperts.find((taken) => taken.expertId === expertId);
  if (!expert) return refuse(refusals.expertNotTaken);
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  if (expert.report !== null) return refuse(refusals.reportServed);
  const unknown = unknownExhibit(exhibits, state.exhibits);
  if (unknown >= 0) return refuse(refusals.unknownExhibit, `/exhibits/${String(unknown)}`);
  const materialId = `report:${String(state.materials.filter(({ kind }) => kind === 'expert-report').length + 1)}`;
  const opens = [clocks.start('expert-comments', { event: 'ExpertReportServed', at: receivedAt }, commentClockId(materialId))];
  return accept({
    type: 'ExpertReportServed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { expertId, materialId, by, text, exhibits, opens, closes: [] },
  });
}

/** When both parties have commented nothing is left to wait for. */
export function reportCommentsClosing(state: OpenedPanel, materialId: string, at: Instant): readonly ReportCommentsClosed[] {
  const closed = reportCommentsClosed(state, materialId, at);
  return state.running[commentClockId(materialId)] && closed.data.missing.length === 0 ? [closed] : [];
}

/** The end of the time for comments on a report, with who said nothing. */
export function reportCommentsClosed({ parties, materials }: OpenedPanel, materialId: string, at: Instant): ReportCommentsClosed {
  const commented = materials.find(({ id }) => id === materialId)?.comments.map(({ party }) => party) ?? [];
  const missing = [parties.complainant, parties.respondent].filter((party) => !commented.includes(party));
  return { type: 'ReportCommentsClosed', occurredAt: at, rule: 'S7', tier: 'PUBLIC', data: { materialId, missing, opens: [], closes: [commentClockId(materialId)] } };
}
