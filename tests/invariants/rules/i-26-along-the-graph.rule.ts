import { currentRuleSet, type Region, type RegionGraphs } from '@parley/procedure';
import { regionMoves } from '../../simulation/covered/region-moves';
import { panelMoves } from '../../simulation/history/panel-steps';
import type { CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

const isEdge = (graphs: RegionGraphs, region: Region, from: string, to: string): boolean =>
  graphs[region].edges.some((edge) => edge.from === from && edge.to === to);

/** Each region of each case moves along an edge of its graph or stays where it is. */
export const alongTheGraph = ofEachCase('I-26', (each) =>
  regionMoves({ ...each, panel: panelMoves(each) }).flatMap(({ region, from, to, because }) =>
    from === to || isEdge(currentRuleSet.graphs, region, from, to)
      ? []
      : [`${region} went from ${from} to ${to} by ${because}`],
  ),
);

type IntakeStep = CaseHistory['intake'][number];

/** Whether both parties signed one digest of a reopening, each by a person of its own, by then. */
function bothReopened(steps: readonly IntakeStep[]): boolean {
  const proposals = steps.flatMap(({ event }) =>
    event.type === 'ConsentProposed' && event.data.matter.kind === 'reopening' ? [event.data] : [],
  );
  return proposals.some((proposed) =>
    steps.some(
      ({ event }) =>
        event.type === 'ProposalSigned' &&
        event.data.digest === proposed.digest &&
        event.data.party !== proposed.party &&
        event.data.by !== proposed.by,
    ),
  );
}

/** Whether a side took its signature of the settlement back at that instant. */
const isUndone = (
  settlement: CaseHistory['settlement'],
  at: string,
  by: { readonly party: string } | undefined,
): boolean =>
  settlement.some(
    ({ event, before }) =>
      event.type === 'ActRepudiated' &&
      event.occurredAt === at &&
      event.data.party === by?.party &&
      before.settled?.n === event.data.n,
  );

/** Why a screening that had ended went on; nothing when it could. */
function wrongExit(
  { event, before, recorded }: IntakeStep,
  [past, future]: readonly [readonly IntakeStep[], readonly IntakeStep[]],
  told: ReadonlySet<string>,
  settlement: CaseHistory['settlement'],
): string | undefined {
  if (before.status !== 'ended') return undefined;
  switch (event.type) {
    case 'ScreeningReopened': {
      const end = past.findLastIndex((step) => step.event.type === 'ScreeningEnded');
      return bothReopened(past.slice(end)) ? undefined : 'without the signatures of both parties';
    }
    case 'LapseSetAside': {
      const { becauseOf, why, repudiated } = event.data;
      if (why === 'repudiation')
        return before.outcome === 'settled' && told.has(becauseOf) && isUndone(settlement, event.occurredAt, repudiated)
          ? undefined
          : 'by no repudiation of the settlement that had ended it';
      const proof = becauseOf === '' ? future[0]?.recorded.actor.kind === 'person' : told.has(becauseOf);
      return proof && event.occurredAt <= before.endedAt ? undefined : 'by nothing that had come before its end';
    }
    case 'DefaultSetAside':
      return past.some((step) => step.event.type === 'LateEntryCounted' && step.recorded.eventId !== recorded.eventId)
        ? undefined
        : 'without a late entry that counts';
    default:
      return `by ${event.type}`;
  }
}

/**
 * A screening that had ended goes on only when both parties have reopened it, or when what ended it is set aside by an
 * event that points to an act that came before.
 */
export const noOtherExit = ofEachCase('I-26', ({ intake, told, settlement }) => {
  const ids = new Set(told.map(({ id }) => id));
  return intake.flatMap((step, n) => {
    if (step.before.status !== 'ended' || step.after.status === 'ended') return [];
    const wrong = wrongExit(step, [intake.slice(0, n), intake.slice(n + 1)], ids, settlement);
    return wrong === undefined ? [] : [`an ended screening went on ${wrong}`];
  });
});
