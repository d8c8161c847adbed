import { sha256 } from '@parley/event-store';
import type { PersonId, Sha256, Side } from '@parley/kernel';
import { verdictDigest } from '../../../services/panel-review/src/challenges/challenges.rules';
import { occupantOf } from '../../../services/panel-review/src/composition/draw-seat.rules';
import type { CommitNonce, LayNonceOpen } from '../../../services/panel-review/src/panel/panel-commands.rules';
import type { OpenedPanel, PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { memberOf, official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { otherCountry, PASSER_BY } from './countries';
import { english } from './texts';

type Opened = View & { readonly panel: OpenedPanel };

/** An act in an opened panel; `undefined` before the panel is opened. */
const inPanel =
  (offer: (view: Opened, random: SeededRandom) => Offer | undefined): ActKind['offer'] =>
  (view, random) =>
    view.panel.status === 'opened' ? offer({ ...view, panel: view.panel }, random) : undefined;

const seatsIn = (panel: PanelState) => (panel.status === 'opened' ? panel.seats : []);

/** A person on a seat of a side, mostly at one of the stages if anybody is. */
function occupant(view: Opened, side: Side, stages: readonly string[], random: SeededRandom): PersonId {
  const seats = seatsIn(view.panel).filter((seat) => seat.side === side);
  const wanted = seats.filter(({ occupancy }) => stages.includes(occupancy.stage));
  const members = (wanted.length > 0 && random.percent(92) ? wanted : seats).flatMap(
    (seat) => occupantOf(seat)?.personId ?? [],
  );
  return members.length > 0 ? random.pick(members) : ('nobody' as PersonId);
}

const otherSideOf = ({ side }: View): Side => (side === 'complainant' ? 'respondent' : 'complainant');

function nominee(view: Opened, random: SeededRandom): PersonId {
  if (random.percent(4)) return PASSER_BY;
  const roster = view.panel.rosters[random.percent(97) ? view.side : otherSideOf(view)];
  return roster.length > 0 ? random.pick(roster).personId : ('nobody' as PersonId);
}

interface NonceOfDraw {
  readonly seat: string;
  readonly draw: number;
  readonly nonce: string;
}

/** What a side adds to a draw, mostly to the next one of a seat that may soon be drawn; now and then another text. */
function nonceFor({ panel, side }: Opened, random: SeededRandom): NonceOfDraw | undefined {
  const asked = panel.seats.filter(({ called, nonces }) => called !== null && nonces[side]?.nonce === null);
  const seats = asked.length > 0 && random.percent(90) ? asked : panel.seats;
  if (seats.length === 0) return undefined;
  const seat = random.percent(97) ? random.pick(seats).id : 'no-seat';
  const next = panel.draws.filter((each) => each.seat === seat).length + 1;
  const draw = random.percent(92) ? next : random.pick([next - 1, next + 1, 99]);
  return { seat, draw, nonce: sha256(`${side} adds to ${seat} ${String(random.percent(95) ? draw : 0)}`) };
}

/** The same as a side sees it of which a nonce is awaited: the clock is named for the side whose seat is drawn. */
function asOwing(view: Opened, random: SeededRandom): Opened {
  const { parties, seats } = view.panel;
  const owing = (['complainant', 'respondent'] as const).filter((side) =>
    seats.some(({ called, nonces }) => called !== null && nonces[side]?.nonce === null),
  );
  if (owing.length === 0) return view;
  const side = random.pick(owing);
  return { ...view, side, party: parties[side] };
}

const ofDraw = (
  type: 'CommitNonce' | 'LayNonceOpen',
  view: Opened,
  { seat, draw }: NonceOfDraw,
  what: { readonly commitment: Sha256 } | { readonly nonce: string },
): Offer => ({
  desk: 'panel',
  caseId: view.caseId,
  command: { type, ...official('desk', view), seat, draw, ...what } as CommitNonce | LayNonceOpen,
});

export const panelActs: readonly ActKind[] = [
  {
    name: 'NominateMember',
    answers: ['nomination', 'nomination'],
    offer: (view, random) => {
      const member =
        view.panel.status === 'opened' ? nominee({ ...view, panel: view.panel }, random) : ('nobody' as PersonId);
      return {
        desk: 'panel',
        caseId: view.caseId,
        command: { type: 'NominateMember', ...official('desk', view), member, coChair: random.percent(30) },
      };
    },
  },
  {
    name: 'CommitNonce',
    answers: ['nomination'],
    offer: inPanel((view, random) => {
      const nonce = nonceFor(view, random);
      return nonce && ofDraw('CommitNonce', view, nonce, { commitment: sha256(nonce.nonce) });
    }),
  },
  {
    name: 'LayNonceOpen',
    answers: ['nonces', 'nonces'],
    offer: inPanel((seen, random) => {
      const view = random.percent(92) ? asOwing(seen, random) : seen;
      const nonce = nonceFor(view, random);
      return nonce && ofDraw('LayNonceOpen', view, nonce, { nonce: nonce.nonce });
    }),
  },
  {
    name: 'MakeDisclosure',
    byMember: true,
    answers: ['disclosure', 'disclosure'],
    offer: inPanel((view, random) => {
      const later = random.percent(10) ? ['settled', 'open-to-challenge'] : [];
      const member = occupant(view, view.side, later.length > 0 ? later : ['awaiting-disclosure'], random);
      return {
        desk: 'panel',
        caseId: view.caseId,
        command: { type: 'MakeDisclosure', ...memberOf(member, view), statement: english('Nothing.') },
      };
    }),
  },
  {
    name: 'ChallengeMember',
    answers: ['challenge'],
    obstructs: true,
    offer: inPanel((view, random) => {
      const isLate = random.percent(20);
      const stages = isLate ? ['settled'] : ['open-to-challenge'];
      const member = occupant(view, random.percent(95) ? otherSideOf(view) : view.side, stages, random);
      const command = { ...official('desk', view), member, grounds: english('Former counsel.') };
      // Mostly of this very instant, and now and then of before the panel was opened.
      const cameToLight = random.percent(90) ? command.receivedAt : view.panel.registeredAt;
      return {
        desk: 'panel',
        caseId: view.caseId,
        command: { type: 'ChallengeMember', ...command, ...(isLate ? { cameToLight } : {}) },
      };
    }),
  },
  {
    name: 'SignChallengeDecision',
    answers: ['challenge-decision', 'challenge-decision'],
    offer: inPanel((view, random) => {
      const { challenges, caseId } = view.panel;
      const open = challenges.filter(({ outcome }) => outcome === null);
      const challenge =
        random.percent(92) && open.length > 0
          ? random.pick(open)
          : random.pick([...challenges, { id: 'challenge:99', member: 'nobody' as PersonId }]);
      const verdict = random.percent(60) ? 'upheld' : 'not-upheld';
      const digest = random.percent(96) ? verdictDigest(caseId, challenge, verdict) : sha256('something else');
      const signer = official(
        'cohead',
        random.percent(95) ? view : { ...view, party: otherCountry(view.countries, view.party) },
      );
      const by = random.percent(8) ? challenge.member : signer.by;
      // Now and then the signer signs in the name of the other side.
      const party = random.percent(4) ? otherCountry(view.countries, signer.party) : signer.party;
      return {
        desk: 'panel',
        caseId: view.caseId,
        command: { type: 'SignChallengeDecision', ...signer, by, party, challengeId: challenge.id, verdict, digest },
      };
    }),
  },
  {
    name: 'ReplaceMember',
    answers: ['challenge'],
    obstructs: true,
    offer: inPanel((view, random) => {
      const member = occupant(
        view,
        random.percent(95) ? otherSideOf(view) : view.side,
        ['open-to-replacement'],
        random,
      );
      return {
        desk: 'panel',
        caseId: view.caseId,
        command: { type: 'ReplaceMember', ...official('desk', view), member },
      };
    }),
  },
  {
    name: 'RecuseMember',
    byMember: true,
    answers: [],
    obstructs: true,
    offer: inPanel((view, random) => {
      if (!random.percent(view.tempers.members === 'obstructive' ? 60 : 30)) return undefined;
      const member = occupant(
        view,
        view.side,
        ['settled', 'open-to-challenge', 'challenged', 'open-to-replacement'],
        random,
      );
      return {
        desk: 'panel',
        caseId: view.caseId,
        command: { type: 'RecuseMember', ...memberOf(member, view), reason: [] },
      };
    }),
  },
  {
    name: 'CommentInterim',
    answers: ['interim-comments'],
    offer: (view) => ({
      desk: 'panel',
      caseId: view.caseId,
      command: { type: 'CommentInterim', ...official('desk', view), comment: english('We differ.') },
    }),
  },
  {
    name: 'FinishCommenting',
    answers: ['interim-comments'],
    offer: (view) => ({
      desk: 'panel',
      caseId: view.caseId,
      command: { type: 'FinishCommenting', ...official('desk', view) },
    }),
  },
  {
    name: 'CertifyFindings',
    answers: ['certification', 'certification'],
    offer: inPanel((view, random) => {
      const { stage } = view.panel;
      const digest = 'decision' in stage && random.percent(92) ? stage.decision.digest : sha256('something else');
      const signer = official('cohead', view);
      const party = random.percent(6) ? otherCountry(view.countries, signer.party) : signer.party;
      return { desk: 'panel', caseId: view.caseId, command: { type: 'CertifyFindings', ...signer, party, digest } };
    }),
  },
];
