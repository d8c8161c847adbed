import { given } from '@parley/testing';
import fc from 'fast-check';
import { seatedMembers } from '../../services/panel-review/src/composition/draw-seat.rules';
import { act, objecting, type Act } from '../../services/panel-review/src/deliberation/deliberation-story.fixture';
import { reasonsDigest } from '../../services/panel-review/src/deliberation/reasons.rules';
import {
  at,
  caseId,
  deciding,
  openedPanel,
  secret,
  text,
  deliberation,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import { adoptedReasons, objectionsDisposedOf } from './rules/i-73-disposed-of-with-reasons.rule';
import { sentence } from './sentences';

const MEMBERS = ['cn-1', 'cn-2', 'us-1', 'us-2'] as const;
const story = givenPanel().when(...deciding, objecting);
const panel = openedPanel(story.state);
const each = <Choice>(of: fc.Arbitrary<Choice>) => fc.tuple(of, of, of, of);
const majority = (chosen: readonly boolean[]): boolean =>
  chosen.filter(Boolean).length > 2 && chosen.slice(0, 2).includes(true) && chosen.slice(2).includes(true);

/** What members say one after the other, and what the findings make of it. */
function foundOn(...said: readonly (readonly [string, Act])[]) {
  const { votes, objectionVotes, reasons, statements } = given(deliberation).when(
    ...said.map(([member, what]) => act(member, what, panel)),
  ).state;
  const seated = seatedMembers(panel);
  const closed = { closedAt: at('2025-05-06T10:00:00Z'), closedBy: 'time', seated, seats: 4 } as const;
  const sayings = { votes, objectionVotes, reasons, statements };
  const { stage } = openedPanel(story.when({ type: 'RecordFindings', salt: secret, ...closed, ...sayings }).state);
  if (stage.name !== 'certifying') throw new Error('no findings were made');
  return stage.decision;
}

describe(sentence('I-73'), () => {
  it('whatever is voted, each objection is disposed of by the majority of I-12, and screens out what it names', () => {
    const vote = fc.constantFrom('sustained', 'not-sustained', 'abstain');
    fc.assert(
      fc.property(each(vote), each(vote), (...polls) => {
        const ids = ['objection:1', 'objection:2'];
        const { disposals, findings } = foundOn(
          ...polls.flatMap((poll, index) =>
            poll.map((on, seat): [string, Act] => [
              MEMBERS[seat] ?? '',
              { type: 'CastVoteOnObjection', objectionId: ids[index], on } as Act,
            ]),
          ),
        );
        const wanted = polls.map(
          (poll) =>
            ['sustained', 'not-sustained'].find((outcome) => majority(poll.map((on) => on === outcome))) ??
            'not-agreed',
        );
        expect(disposals.map(({ objectionId, kind, outcome }) => [objectionId, kind, outcome])).toEqual([
          ['objection:1', 'security', wanted[0]],
          ['objection:2', 'time', wanted[1]],
        ]);
        expect(findings.map(({ claimId, outcome }) => [claimId, outcome === 'not-screened'])).toEqual([
          ['C1', wanted.includes('sustained')],
          ['C2', wanted[1] === 'sustained'],
        ]);
      }),
    );
  });

  it('whatever is adopted, a finding has the reasons of its own majority, or the note that there are none', () => {
    const vote = fc.constantFrom('substantiated', 'substantiated', 'not-substantiated', 'abstain');
    const texts = ['The first text.', 'The second text.'];
    const adopted = fc.option(fc.constantFrom(0, 1), { freq: 6 });
    const outcomes = ['substantiated', 'not-substantiated'] as const;
    fc.assert(
      fc.property(each(vote), each(adopted), each(adopted), (votes, before, after) => {
        const own: (number | null)[] = [null, null, null, null];
        const said = [before, after].flatMap((choices) =>
          choices.flatMap((choice, seat) => {
            if (choice === null) return [];
            const isThere = own.includes(choice);
            own[seat] = choice;
            return outcomes.map((supports): [string, Act] => {
              const laid = { claimId: 'C1', supports, text: text(texts[choice] ?? ''), exhibits: [] };
              const what = isThere
                ? { type: 'AdoptReasons', digest: reasonsDigest(caseId, laid) }
                : { type: 'GiveReasons', ...laid };
              return [MEMBERS[seat] ?? '', what as Act];
            });
          }),
        );
        const cast = votes.map((on, seat): [string, Act] => [
          MEMBERS[seat] ?? '',
          { type: 'CastVote', claimId: 'C1', on, attributed: false } as Act,
        ]);
        const [finding] = foundOn(...said, ...cast).findings;
        const outcome = outcomes.find((each) => majority(votes.map((on) => on === each)));
        const chosen = outcome
          ? texts.find((_, index) => majority(votes.map((on, seat) => on === outcome && own[seat] === index)))
          : undefined;
        expect(finding?.outcome).toBe(outcome ?? 'not-agreed');
        expect(finding?.reasons?.text ?? null).toEqual(chosen === undefined ? null : text(chosen));
      }),
    );
  });

  it('holds in every history of random parties', async () => {
    await holdsInEveryHistory(objectionsDisposedOf, { runs: 40 });
    await holdsInEveryHistory(adoptedReasons, { runs: 40 });
  });
});
