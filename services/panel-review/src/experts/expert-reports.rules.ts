import { accept, refuse, type Decision, type Instant, type PersonId } from '@parley/kernel';
import type { Clocks, StandingPaper } from '@parley/procedure';
import { commonRefusals } from '../panel/common-refusals.rules';
import type { ProposeExperts, RecordExpert, ServeReport } from '../panel/panel-commands.rules';
import { deskOf, hasOtherCapacity, isRefused, screeningOver, type OpenedPanel } from '../panel/panel-state.rules';
import { reviewBar } from '../review/comments.rules';
import { citingFault } from '../review/evidence-time.rules';
import {
  commentClockId,
  expertRefusals,
  type ExpertReportServed,
  type ExpertsProposed,
  type ExpertTaken,
  type ReportCommentsClosed,
} from './experts.rules';
import { replacedPaper } from './papers.rules';

/** The capacity in which somebody from outside the case is heard. */
export type HeardAs = 'expert' | 'third-party';

/**
 * The person who reports as an expert on whom both co-chairs agreed; `undefined` where the registry receives the
 * report.
 */
export const personOfExpert = (
  { takenExperts }: Pick<OpenedPanel, 'takenExperts'>,
  expertId: string,
): PersonId | undefined => takenExperts.find((taken) => taken.expertId === expertId)?.personId;

/**
 * The place in a list of the first person who acted in the case in another capacity or sits on its panel (I-05); -1
 * when there is none.
 */
export const otherwiseEngaged = (state: OpenedPanel, persons: readonly (PersonId | undefined)[], as: HeardAs): number =>
  persons.findIndex((person) => person !== undefined && hasOtherCapacity(state, person, as));

/** Everybody outside of the case whom the panel hears in person. */
export const heardPersons = ({ takenExperts, thirdParties }: OpenedPanel): readonly PersonId[] =>
  [...takenExperts, ...thirdParties].flatMap(({ personId }) => personId ?? []);

/** Each party proposes one list; the panel asks nobody who is on neither. */
export function proposeExperts(command: ProposeExperts, state: OpenedPanel) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  const party = state.parties[side];
  if (state.expertLists.some((list) => list.party === party)) return refuse(expertRefusals.expertsProposed);
  const { experts } = command;
  const engaged = otherwiseEngaged(
    state,
    experts.map(({ personId }) => personId),
    'expert',
  );
  if (engaged >= 0) return refuse(expertRefusals.expertEngaged, `/experts/${String(engaged)}/personId`);
  const listed = experts.map((expert, index) => ({ id: `expert:${party}:${String(index + 1)}`, ...expert }));
  return accept<ExpertsProposed>({
    type: 'ExpertsProposed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { party, by, experts: listed, opens: [], closes: [] },
  });
}

/** What the co-chairs agreed on in deliberation, as of the choice that completed it. */
export function recordExpert({ expertId, questions, at }: RecordExpert, state: OpenedPanel): Decision<ExpertTaken> {
  const taken = state.takenExperts.some((expert) => expert.expertId === expertId);
  if (taken || screeningOver(state, at) || reviewBar(state, at)) return accept();
  const listed = state.expertLists.flatMap(({ experts }) => experts).find(({ id }) => id === expertId)?.personId;
  // An expert who has taken another capacity in the case since is heard through the registry (I-05).
  const person = listed === undefined || otherwiseEngaged(state, [listed], 'expert') >= 0 ? {} : { personId: listed };
  return accept({
    type: 'ExpertTaken',
    occurredAt: at,
    rule: 'S7',
    tier: 'PANEL',
    data: { expertId, questions, ...person, opens: [], closes: [] },
  });
}

/**
 * The expert's report comes on record, once, in time for both parties to comment on it. The expert serves it in person,
 * after the disclosure, also in the place of paper, or what the registry received stands (I-67).
 */
export function serveReport(command: ServeReport, state: OpenedPanel, clocks: Clocks, paper?: StandingPaper) {
  const { by, as, receivedAt, expertId } = command;
  const bar = reportBar(command, state);
  if (bar) return refuse(bar);
  const { text, exhibits } = command;
  const fault = citingFault(exhibits, state);
  if (fault) return fault;
  const materialId = `report:${String(state.materials.filter(({ kind }) => kind === 'expert-report').length + 1)}`;
  const opens = [
    clocks.start('expert-comments', { event: 'ExpertReportServed', at: receivedAt }, commentClockId(materialId)),
  ];
  return accept<ExpertReportServed>({
    type: 'ExpertReportServed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: {
      ...{ expertId, materialId, by, text, exhibits, opens, closes: [] },
      ...(as === undefined ? {} : { as, ...replacedPaper(expertId, receivedAt, state) }),
      ...(paper ? { paper } : {}),
    },
  });
}

function reportBar({ by, as, receivedAt, expertId }: ServeReport, state: OpenedPanel) {
  if (hasOtherCapacity(state, by, as ?? 'registry')) return commonRefusals.twoCapacities;
  const expert = state.takenExperts.find((taken) => taken.expertId === expertId);
  if (!expert || (as === 'expert' && expert.personId !== by)) return expertRefusals.expertNotTaken;
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return bar;
  if (expert.report !== null && !(as === 'expert' && replacedPaper(expertId, receivedAt, state)))
    return expertRefusals.reportServed;
  return as === 'expert' && !expert.disclosure ? expertRefusals.expertNotDisclosed : undefined;
}

/** The time for comments closes early when both parties have commented: nothing is left to wait for. */
export function reportCommentsClosing(
  state: OpenedPanel,
  materialId: string,
  at: Instant,
): readonly ReportCommentsClosed[] {
  const closed = reportCommentsClosed(state, materialId, at);
  return state.running[commentClockId(materialId)] && closed.data.missing.length === 0 ? [closed] : [];
}

/** The end of the time for comments on a report, with the parties that did not comment. */
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
