import { mayRead, type Caller } from '@parley/access';
import type { PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import { EXHIBIT_TIERS } from '../../services/evidence/src/exhibits/exhibits.request';
import {
  at,
  CN,
  deciding,
  expire,
  member,
  openedPanel,
  parties,
  reviewing,
  text as words,
  US,
  type Said,
  deliberation,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import { bothCouldComment, hadTimeToComment, nothingElseIsKnown } from './rules/i-65-both-could-comment.rule';
import { sentence } from './sentences';

describe(sentence('I-65'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothCouldComment, { runs: 60 }));
  it('holds of the time to comment', () => holdsInEveryHistory(hadTimeToComment, { runs: 60 }));
  it('holds of what came behind the last day for evidence: nothing said on a claim rests on it', () => {
    const came = (exhibit: string, when: string): Said => ({
      ...{ told: 'exhibit', exhibit, party: CN, isPublic: false, answers: '', at: at(when) },
    });
    const deciding = givenPanel().when(
      ...reviewing,
      came('CHN-7', '2025-04-09T16:59:59.999+02:00'),
      expire('evidence'),
      came('CHN-8', '2025-04-09T17:00:00+02:00'),
      expire('review'),
    );
    const panel = openedPanel(deciding.state);
    const statement = {
      type: 'GiveStatement',
      ...member('us-1', '2025-04-29T10:00:00Z'),
      panel,
      claimId: 'C1',
    } as const;
    const resting = (exhibit: string) =>
      given(deliberation).decision({ ...statement, text: words('It shows.'), exhibits: [exhibit] });
    expect(resting('CHN-7').kind).toBe('accepted');
    expect(resting('CHN-8')).toMatchObject({ kind: 'refused', reason: { code: 'unknown-exhibit' } });
  });
  it('holds of an early close: nothing said rests on what came less than five joint business days before', () => {
    // By hand on the joint calendar: Tuesday 22 April, and then 23, 24, 25, 28 and 29 April.
    const day = { came: '2025-04-22T10:00:00Z', before: '2025-04-29T14:59:59.999Z', over: '2025-04-29T15:00:00Z' };
    const answering: Said = {
      ...{ told: 'exhibit', exhibit: 'USA-1', party: US, isPublic: false, answers: 'CHN-1', at: at(day.came) },
    };
    const panel = openedPanel(givenPanel().when(...deciding, answering).state);
    const text = words('It shows.');
    const said = given(deliberation).when(
      ...['C1', 'C2'].flatMap((claimId) =>
        ['us-1', 'us-2', 'cn-1', 'cn-2'].map((id) => ({
          ...{ type: 'CastVote' as const, ...member(id, day.came), panel, claimId },
          ...{ on: 'abstain' as const, attributed: false },
        })),
      ),
    );
    const resting = { ...member('us-1', day.came), panel, claimId: 'C1', text, exhibits: ['USA-1'] } as const;
    for (const told of [
      { type: 'GiveStatement', ...resting },
      { type: 'GiveReasons', supports: 'substantiated', ...resting },
    ] as const) {
      const close = (instant: string) =>
        said.when(told).decision({ type: 'AskClosing', ...member('us-2', instant), panel }).kind;
      expect([close(day.before), close(day.over)]).toEqual(['refused', 'accepted']);
    }
  });
  it('holds of what a party was asked in vain to summarise: every exhibit the other party reads itself', () => {
    const [filer, other] = [parties.complainant, parties.respondent];
    const access = { stage: 'filed', parties, filer, nominated: [], seated: [] } as const;
    const desk: Caller = { kind: 'person', personId: 'other-desk' as PersonId, party: other, roles: ['desk'] };
    expect(EXHIBIT_TIERS.filter((tier) => !mayRead(tier, desk, access))).toEqual([]);
  });
  it('holds of all that a finding could rest on', () => holdsInEveryHistory(nothingElseIsKnown, { runs: 60 }));
});
