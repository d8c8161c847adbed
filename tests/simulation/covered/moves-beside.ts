import type { DomainEvent } from '@parley/kernel';
import { DELEGATION_SCOPES } from '../../../services/intake/src/registry/delegations/delegations.rules';
import { crisisTeamOf } from '../../../services/intake/src/registry/hotline/hotline.hears';
import { GRADES, RUNGS, type OwnHotline } from '../../../services/intake/src/registry/hotline/hotline.rules';
import { ADDRESSINGS } from '../../../services/intake/src/case/letters/letters.rules';
import type { History, Step } from '../history/case-history';

const PLACES = ['in a case', 'in no case'] as const;

const paths = GRADES.flatMap((grade) =>
  PLACES.flatMap((place) => [
    `asked → ${RUNGS[0]} (${grade}, ${place})`,
    ...RUNGS.slice(1).map((rung, index) => `${String(RUNGS[index])} → ${rung} (${grade}, ${place})`),
    ...RUNGS.map((rung) => `${rung} → answered (${grade}, ${place})`),
  ]),
);

/** The names of all moves for which the rules have no graph. */
export const MOVES_BESIDE: readonly string[] = [
  ...paths.map((path) => `hotline: ${path}`),
  ...['none → called for', 'called for → drawn', 'called for → nobody to be drawn'].map(
    (move) => `crisis team: ${move}`,
  ),
  ...['none → drafted', 'drafted → drafted anew', 'drafted → signed by one side', 'signed by one side → agreed'].map(
    (move) => `options paper: ${move}`,
  ),
  ...ADDRESSINGS.map((addressing) => `letter: sent to ${addressing}`),
  ...DELEGATION_SCOPES.flatMap((scope) =>
    ['recorded', 'ended', 'replaced'].map((how) => `delegation: ${scope} ${how}`),
  ),
];

/** The moves of these that a history made. */
export const movesBeside = ({
  hotlines,
  letters,
  delegations,
  told,
}: Pick<History, 'hotlines' | 'letters' | 'delegations' | 'told'>): readonly string[] => [
  ...inOrder(hotlines, hotlineMove),
  ...told.flatMap((event) => {
    const drawn = crisisTeamOf(event);
    if (!drawn) return [];
    return [`crisis team: called for → ${drawn.members.length > 0 ? 'drawn' : 'nobody to be drawn'}`];
  }),
  ...inOrder(letters, ({ event }) => `letter: sent to ${event.data.addressing}`),
  ...inOrder(delegations, delegationMove),
];

const inOrder = <State, Event extends DomainEvent>(
  streams: readonly (readonly Step<State, Event>[])[],
  moveOf: (step: Step<State, Event>) => string,
): readonly string[] => streams.flatMap((steps) => steps.map(moveOf));

function hotlineMove({ event, before, after }: History['hotlines'][number][number]): string {
  const request = after.status === 'silent' ? undefined : after;
  const [grade, place] = [request?.grade ?? '', PLACES[request?.caseId === null ? 1 : 0]];
  switch (event.type) {
    case 'HotlineRequested':
      return `hotline: asked → ${RUNGS[0]} (${grade}, ${place})`;
    case 'HotlineUnanswered':
      return `hotline: ${event.data.rung} → ${event.data.next} (${grade}, ${place})`;
    case 'HotlineAcknowledged':
      return `hotline: ${event.data.rung} → answered (${grade}, ${place})`;
    case 'CrisisTeamCalledFor':
      return 'crisis team: none → called for';
    case 'OptionsDrafted':
      return `options paper: ${(before as OwnHotline).paper ? 'drafted → drafted anew' : 'none → drafted'}`;
    case 'OptionsSigned':
      return 'options paper: drafted → signed by one side';
    case 'OptionsAgreed':
      return 'options paper: signed by one side → agreed';
  }
}

function delegationMove({ event: { type, data } }: History['delegations'][number][number]): string {
  if (type === 'DelegationRecorded') return `delegation: ${data.scope} recorded`;
  return `delegation: ${data.scope} ${data.replacedBy === null ? 'ended' : 'replaced'}`;
}
