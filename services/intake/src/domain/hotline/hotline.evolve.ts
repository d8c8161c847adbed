import { runningAfter } from '@parley/procedure';
import type { Hotline, HotlineState } from './hotline';
import type { HotlineEvent, HotlineRequested } from './hotline-events';

/** What an event means for a request. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolveHotline(state: HotlineState, event: HotlineEvent): HotlineState {
  if (event.type === 'HotlineRequested') return state.status === 'silent' ? requested(event) : state;
  if (state.status === 'silent') return state;
  const { occurredAt: at } = event;
  const hotline = { ...state, running: runningAfter(state.running, event.data) };
  switch (event.type) {
    case 'HotlineUnanswered':
      return { ...hotline, rung: event.data.next, unanswered: [...state.unanswered, { rung: event.data.rung, at }] };
    case 'HotlineAcknowledged': {
      const { by, office, rung, text } = event.data;
      return { ...hotline, status: 'answered', acknowledgement: { by, office, rung, at, text } };
    }
    case 'CrisisTeamCalledFor':
      return { ...hotline, team: { calledForAt: at, membersPerSide: event.data.membersPerSide, members: [] } };
    case 'CrisisTeamNoted':
      return state.team ? { ...hotline, team: { ...state.team, members: event.data.members } } : hotline;
    case 'OptionsDrafted': {
      const { by, party, text, digest } = event.data;
      const drafts = { ...state.drafts, [party]: (state.drafts[party] ?? 0) + 1 };
      return {
        ...hotline,
        drafts,
        paper: { text, digest, draftedBy: by, draftedAt: at, signatures: [], agreedAt: null },
      };
    }
    case 'OptionsSigned': {
      const { by: personId, party } = event.data;
      return state.paper
        ? { ...hotline, paper: { ...state.paper, signatures: [...state.paper.signatures, { personId, party, at }] } }
        : hotline;
    }
    case 'OptionsAgreed':
      return state.paper ? { ...hotline, paper: { ...state.paper, agreedAt: at } } : hotline;
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: HotlineState): HotlineState => state;

function requested({ data, occurredAt }: HotlineRequested): Hotline {
  const { hotlineId, caseId, grade, asking, asked, by, subject, acknowledgeBy, ruleSetVersion } = data;
  return {
    status: 'open',
    ...{ hotlineId, caseId, grade, asking, asked, subject, acknowledgeBy, ruleSetVersion },
    requestedBy: by,
    requestedAt: occurredAt,
    rung: 'official',
    unanswered: [],
    acknowledgement: null,
    running: runningAfter({}, data),
    team: null,
    paper: null,
    drafts: {},
  };
}
