import { plusMillis } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { RegisteredCase } from '../../services/intake/src/domain/case-state';
import { decider, expire, registered, reply } from '../../services/intake/src/domain/case-story.fixture';
import { holdsInEveryHistory } from './holds';
import { actsInTimeBeatDefaults, setAsideByWhatHadCome } from './rules/i-19-acts-in-time-beat-defaults.rule';
import { sentence } from './sentences';

const story = given(decider).when(...registered);
const due = (story.state as RegisteredCase).running['reply']?.dueAt ?? 'none';

describe(sentence('I-19'), () => {
  it('a reply received before the expiry is taken though it is decided after it, and one received at it or later is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (offset) => {
        const decision = story.decision(reply(plusMillis(due as never, offset)));
        expect([offset, decision.kind]).toEqual([offset, offset < 0 ? 'accepted' : 'refused']);
      }),
    );
  });

  it('a default that comes after an act in time changes nothing', () => {
    expect(story.when(reply(plusMillis(due as never, -1)), expire('reply')).recorded).toEqual([]);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(actsInTimeBeatDefaults));

  it('what is proved later sets a default aside by an event that points to it, and moves no other clock', () => holdsInEveryHistory(setAsideByWhatHadCome));
});
