import { plusMillis } from '@parley/kernel';
import { official, type View } from '../act-kind';
import type { Offer } from '../attempt';
import { english } from '../texts';
import type { Hotline } from '../../../../services/intake/src/registry/hotline/hotline.rules';
import { does, forkOf, waits, type Goal, type Step } from './goal';

const MINUTE = 60_000;
const MOST = 3;

/** The rosters are empty, so nobody can be drawn for a crisis team. From the second request on, a co-head answers. */
const nobodyToBeDrawn: Goal = {
  name: 'a crisis for which nobody can be drawn',
  names: 0,
  step(view) {
    const { hotlines, party, serial, countries } = view;
    const open = hotlines.filter(({ status, grade }) => status === 'open' && grade === 'crisis');
    const [unanswered] = open.filter(({ rung }) => rung === 'official');
    if (unanswered) return waits(party, plusMillis(unanswered.acknowledgeBy, MINUTE));
    const [asked] = open.filter(({ rung }) => rung === 'coheads');
    if (asked && hotlines.length > 1) {
      return {
        party: asked.asked,
        at: null,
        act: (seen) => ({
          desk: 'hotline',
          caseId: null,
          hotlineId: asked.hotlineId,
          command: {
            type: 'AcknowledgeHotline',
            ...official('cohead', seen),
            as: 'cohead',
            duty: null,
            office: 'Secretariat',
            text: english('We listen.'),
          },
        }),
      };
    }
    if (hotlines.length > MOST) return undefined;
    const command = {
      type: 'RequestHotline',
      hotlineId: serial,
      caseId: forkOf(view, 2) === 0 ? view.caseId : null,
      grade: 'crisis',
      parties: countries,
      subject: english('An incident.'),
      before: [],
    } as const;
    return {
      party,
      at: null,
      act: (seen) => ({
        desk: 'hotline',
        caseId: null,
        hotlineId: serial,
        command: { ...command, ...official('desk', seen) },
      }),
    };
  },
};

/** Requests of either grade go up to the deputies, and stay unanswered. */
const nobodyAnswers: Goal = {
  name: 'requests on the hotline that nobody answers',
  step(view) {
    const { hotlines, party, serial, countries, caseId } = view;
    if (hotlines.length > MOST) return undefined;
    const command = {
      type: 'RequestHotline',
      hotlineId: serial,
      caseId: forkOf(view, 2) === 0 ? caseId : null,
      grade: hotlines.length % 2 === 0 ? 'crisis' : 'routine',
      parties: countries,
      subject: english('An incident.'),
      before: [],
    } as const;
    return {
      party,
      at: null,
      act: (seen) => ({
        desk: 'hotline',
        caseId: null,
        hotlineId: serial,
        command: { ...command, ...official('desk', seen) },
      }),
    };
  },
};

/** Desks add nonces to the draw of a crisis team: both, or the side asked alone, and one may withhold its own. */
const drawnByNonces: Goal = {
  name: 'a crisis team whose draw desks add nonces to',
  step(view) {
    const { hotlines, party, caseId } = view;
    const request = hotlines.find(({ grade, team }) => grade === 'crisis' && (team?.members ?? null) === null);
    if (request) return towardsDraw(request, view);
    if (hotlines.length > 1) return undefined;
    return { party, at: null, act: (seen) => crisis(seen, forkOf(view, 2) === 0 ? caseId : null) };
  },
};

function towardsDraw({ asking, asked, nonces, team, running }: Hotline, view: View): Step | undefined {
  const { commitments, nonces: time } = running;
  const adding = forkOf(view, 3) === 0 ? [asked] : [asked, asking];
  const missing = adding.find((party) => !nonces[party]);
  if (missing && (team === null || commitments)) return does('CommitCrisisNonce', missing);
  if (team === null) return does('CallCrisisTeam', asking);
  if (commitments) return waits(view.party, plusMillis(commitments.dueAt, MINUTE));
  if (!time) return undefined;
  const opening = forkOf(view, 2) === 0 ? adding : adding.slice(1);
  const closed = opening.find((party) => nonces[party]?.nonce === null);
  return closed ? does('LayCrisisNonceOpen', closed) : waits(view.party, plusMillis(time.dueAt, MINUTE));
}

const crisis = (view: View, caseId: View['caseId'] | null): Offer => ({
  desk: 'hotline',
  caseId: null,
  hotlineId: view.serial,
  command: {
    type: 'RequestHotline',
    ...official('desk', view),
    hotlineId: view.serial,
    caseId,
    grade: 'crisis',
    parties: view.countries,
    subject: english('An incident.'),
    before: [],
  },
});

export const hotlineGoals: readonly Goal[] = [nobodyToBeDrawn, nobodyAnswers, drawnByNonces];
