import type { DomainEvent } from '@parley/kernel';
import { DELEGATION_SCOPES, NAMING_OFFICES } from '../../../services/intake/src/registry/delegations/delegations.rules';
import { panelReview, told as toldOf } from '@parley/contracts';
import { GRADES, RUNGS, type Hotline } from '../../../services/intake/src/registry/hotline/hotline.rules';
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
  ...['moved by an outage', 'sent by no channel', 'sent by channels', 'a channel accepted', 'a channel failed'].map(
    (move) => `hotline: ${move}`,
  ),
  ...[
    'called for by a side',
    'called for by silence',
    'drawn',
    'serves again',
    'told of',
    ...['draw announced', 'draw called', 'draw due', 'nonce committed', 'nonce laid open', 'nonce left out'],
    'nobody to be drawn',
    'silent on a paper',
  ].map((move) => `crisis team: ${move}`),
  ...['none → drafted', 'drafted → drafted anew', 'drafted → signed by one side', 'signed by one side → agreed'].map(
    (move) => `options paper: ${move}`,
  ),
  ...ADDRESSINGS.map((addressing) => `letter: sent to ${addressing}`),
  ...DELEGATION_SCOPES.flatMap((scope) =>
    ['recorded', 'ended', 'replaced'].map((how) => `delegation: ${scope} ${how}`),
  ),
  ...NAMING_OFFICES.map((office) => `delegation: head named by the ${office}`),
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
    const team = toldOf(event, panelReview.CrisisTeamDrawnSchema);
    if (!team) return [];
    const how = team.drawnAt === team.calledAt ? 'drawn' : 'serves again';
    return [`crisis team: ${team.members.length === 0 ? 'nobody to be drawn' : how}`];
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
    case 'HotlineSent':
      return `hotline: sent by ${event.data.channels.length === 0 ? 'no channel' : 'channels'}`;
    case 'HotlineChannelAnswered':
      return `hotline: a channel ${event.data.status}`;
    case 'HotlineTimesMoved':
      return 'hotline: moved by an outage';
    case 'CrisisTeamCalledFor':
      return `crisis team: called for by ${event.data.by === null ? 'silence' : 'a side'}`;
    case 'CrisisDrawAnnounced':
      return 'crisis team: draw announced';
    case 'CrisisDrawCalled':
      return 'crisis team: draw called';
    case 'CrisisDrawDue':
      return 'crisis team: draw due';
    case 'CrisisNonceCommitted':
      return 'crisis team: nonce committed';
    case 'CrisisNonceLaidOpen':
      return 'crisis team: nonce laid open';
    case 'CrisisNonceLeftOut':
      return 'crisis team: nonce left out';
    case 'CrisisSecretMissing':
      return 'crisis team: secret missing';
    case 'CrisisTeamFormed':
      return 'crisis team: told of';
    case 'OptionsMissed':
      return 'crisis team: silent on a paper';
    case 'OptionsDrafted':
      return `options paper: ${(before as Hotline).paper ? 'drafted → drafted anew' : 'none → drafted'}`;
    case 'OptionsSigned':
      return 'options paper: drafted → signed by one side';
    case 'OptionsAgreed':
      return 'options paper: signed by one side → agreed';
  }
}

function delegationMove({ event: { type, data } }: History['delegations'][number][number]): string {
  if (type === 'HeadNamed') return `delegation: head named by the ${data.office}`;
  if (type === 'DelegationRecorded') return `delegation: ${data.scope} recorded`;
  return `delegation: ${data.scope} ${data.replacedBy === null ? 'ended' : 'replaced'}`;
}
