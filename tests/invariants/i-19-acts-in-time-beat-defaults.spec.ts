import { plusMillis } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { RegisteredCase } from '../../services/intake/src/case/case-commands.rules';
import { decider, expire, registered, reply } from '../../services/intake/src/case/case-story.fixture';
import { holdsInEveryHistory } from './holds';
import { actsInTimeBeatDefaults, setAsideByWhatHadCome } from './rules/i-19-acts-in-time-beat-defaults.rule';
import { PROVED_LATER } from './proved-later';
import { sentence } from './sentences';

const story = given(decider).when(...registered);
const due = (story.state as RegisteredCase).running['reply']?.dueAt ?? 'none';

const provedLater = PROVED_LATER.map((proved) => [proved.deadline, proved] as const);
/** Longer ago than anything that was awaited, in milliseconds. */
const LONG_BEFORE = 40 * 24 * 3_600_000;

describe(sentence('I-19'), () => {
  it(
    'a reply received before the expiry is taken though it is decided after it, and one ' +
      'received at it or later is not',
    () => {
      fc.assert(
        fc.property(fc.integer({ min: -30_000, max: 30_000 }), (offset) => {
          const decision = story.decision(reply(plusMillis(due as never, offset)));
          expect([offset, decision.kind]).toEqual([offset, offset < 0 ? 'accepted' : 'refused']);
        }),
      );
    },
  );

  it('a default that comes after an act in time changes nothing', () => {
    expect(story.when(reply(plusMillis(due as never, -1)), expire('reply')).recorded).toEqual([]);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(actsInTimeBeatDefaults));

  it('what is proved later sets a default aside by an event that points to it, and moves no other clock', () =>
    holdsInEveryHistory(setAsideByWhatHadCome));

  it.each(provedLater)(
    'what is proved only later, of %s, to the millisecond: what came before its end sets the default ' +
      'aside, and what came at it or later nothing',
    (deadline, { due, enter }) => {
      fc.assert(
        fc.property(fc.integer({ min: -50_000, max: 50_000 }), (offset) => {
          const decision = enter(plusMillis(due, offset));
          if (offset >= 0)
            expect(decision).toMatchObject({ kind: 'refused', reason: { code: 'late-entry-came-too-late' } });
          else
            expect(decision.events?.slice(0, 2)).toMatchObject([
              { type: 'LateEntryCounted', data: { setsAside: true } },
              { rule: 'I-19', data: { becauseOf: 'e1', deadline, dueAt: due } },
            ]);
        }),
        { examples: [[-1], [0], [1]] },
      );
    },
  );

  it.each(provedLater)(
    'what is proved only later, of %s, what cannot have come then is refused',
    (_, { due, enter }) => {
      expect(enter(plusMillis(due, -LONG_BEFORE))).toMatchObject({
        kind: 'refused',
        reason: { code: 'late-entry-before-its-time' },
      });
      expect(enter(plusMillis(due, 60_001))).toMatchObject({
        kind: 'refused',
        reason: { code: 'late-entry-in-the-future' },
      });
    },
  );
});
