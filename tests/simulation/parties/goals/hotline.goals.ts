import { plusMillis } from '@parley/kernel';
import { official } from '../act-kind';
import { english } from '../texts';
import { forkOf, waits, type Goal } from './goal';

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

export const hotlineGoals: readonly Goal[] = [nobodyToBeDrawn, nobodyAnswers];
