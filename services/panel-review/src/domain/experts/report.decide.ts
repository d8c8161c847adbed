import { accept, refuse, type Decision, type Instant, type RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { hasOtherCapacity, screeningOver } from '../acting';
import type { ServeReport } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { reviewBar } from '../review/co-chair';
import { unknownExhibit } from '../review/taking-part';
import { commentClockId } from './expert';
import type { ExpertReportServed, ReportCommentsClosed } from './expert-events';

/**
 * The expert's report comes on record, once, in time for both parties to say what they think of it: by the expert in
 * person, after the disclosure, or by the registry, which received it.
 */
export function serveReport(command: ServeReport, state: OpenedPanel, clocks: Clocks): Decision<ExpertReportServed> {
  const { by, as, receivedAt, expertId, text, exhibits } = command;
  const bar = reportBar(command, state);
  if (bar) return refuse(bar);
  const unknown = unknownExhibit(exhibits, state.exhibits);
  if (unknown >= 0) return refuse(refusals.unknownExhibit, `/exhibits/${String(unknown)}`);
  const materialId = `report:${String(state.materials.filter(({ kind }) => kind === 'expert-report').length + 1)}`;
  const opens = [
    clocks.start('expert-comments', { event: 'ExpertReportServed', at: receivedAt }, commentClockId(materialId)),
  ];
  return accept({
    type: 'ExpertReportServed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { expertId, materialId, by, ...(as === undefined ? {} : { as }), text, exhibits, opens, closes: [] },
  });
}

function reportBar({ by, as, receivedAt, expertId }: ServeReport, state: OpenedPanel): RefusalReason | undefined {
  if (hasOtherCapacity(state, by, as ?? 'registry')) return refusals.twoCapacities;
  const expert = state.takenExperts.find((taken) => taken.expertId === expertId);
  if (!expert || (as === 'expert' && expert.personId !== by)) return refusals.expertNotTaken;
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return bar;
  if (expert.report !== null) return refusals.reportServed;
  return as === 'expert' && !expert.disclosure ? refusals.expertNotDisclosed : undefined;
}

/** When both parties have commented nothing is left to wait for. */
export function reportCommentsClosing(
  state: OpenedPanel,
  materialId: string,
  at: Instant,
): readonly ReportCommentsClosed[] {
  const closed = reportCommentsClosed(state, materialId, at);
  return state.running[commentClockId(materialId)] && closed.data.missing.length === 0 ? [closed] : [];
}

/** The end of the time for comments on a report, with who said nothing. */
export function reportCommentsClosed(
  { parties, materials }: OpenedPanel,
  materialId: string,
  at: Instant,
): ReportCommentsClosed {
  const commented = materials.find(({ id }) => id === materialId)?.comments.map(({ party }) => party) ?? [];
  const missing = [parties.complainant, parties.respondent].filter((party) => !commented.includes(party));
  return {
    type: 'ReportCommentsClosed',
    occurredAt: at,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { materialId, missing, opens: [], closes: [commentClockId(materialId)] },
  };
}
