import type { CaseCommand, FiledCase } from '../../services/intake/src/case/case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  registered,
  reply,
  respondent,
} from '../../services/intake/src/case/case-story.fixture';
import {
  deciding,
  expire as panelExpires,
  member,
  text,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { given } from '@parley/testing';
import { holdsInEveryHistory } from './holds';
import { silenceNeverBlocks } from './rules/i-17-silence-never-blocks.rule';
import { sentence } from './sentences';

const objection = reply('2025-02-10T10:00:00Z', {
  position: 'objects',
  objections: [{ kind: 'security', reasons: [] }],
});
const escalation: CaseCommand = { type: 'EscalateConsultations', ...complainant('2025-02-11T10:00:00Z') };
const call: CaseCommand = {
  type: 'OfferCall',
  ...respondent('2025-02-12T10:00:00Z'),
  proposedFor: at('2025-02-14T10:00:00Z'),
};

/** What the parties did before everybody fell silent. */
const BEGINNINGS: readonly (readonly CaseCommand[])[] = [
  [],
  [objection],
  [objection, escalation],
  [objection, escalation, call],
];

/** Lets the deadlines of a case run out, the first one first, until none runs. */
function fallSilent(commands: readonly CaseCommand[]): FiledCase {
  let scenario = given(decider).when(...registered, ...commands);
  const next = () =>
    Object.values((scenario.state as FiledCase).running).toSorted((one, other) =>
      one.dueAt < other.dueAt ? -1 : 1,
    )[0];
  for (let due = next(); due; due = next()) {
    scenario = scenario.when(expire(due.id));
    if (scenario.recorded.length === 0) break;
  }
  return scenario.state as FiledCase;
}

describe(sentence('I-17'), () => {
  it.each(BEGINNINGS)(
    'a case of which no panel ever says a word ends as of its long-stop, whatever happened before',
    (...commands) => {
      const state = fallSilent(commands);
      expect(state).toMatchObject({ status: 'ended', outcome: 'lapsed' });
      expect(state.status === 'ended' && state.endedAt === state.registration?.longStop).toBe(true);
    },
  );

  it('a deliberation whose member left without a word is closed as of the long-stop, its own time being over', () => {
    const leaves: Said = { type: 'RecuseMember', ...member('us-1', '2025-05-05T10:00:00Z'), reason: text('Illness.') };
    const awaiting = givenPanel().when(...deciding, leaves, panelExpires('findings'));
    expect(awaiting.recorded).toEqual(['FindingsAwaitParity']);
    const longStop = at('2025-07-10T17:00:00+02:00');
    const { recorded, events } = awaiting.when({ told: 'long-stop-reached', at: longStop });
    expect(recorded).toEqual(['VotingTimeEnded']);
    expect(events.at(-1)?.occurredAt).toBe(longStop);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(silenceNeverBlocks));
});
