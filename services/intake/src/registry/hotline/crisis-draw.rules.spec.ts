import type { PartyCode } from '@parley/kernel';
import { drawCommitment, sha256Text } from '@parley/procedure';
import { given } from '@parley/testing';
import type { Act } from '../../case/case-commands.rules';
import { clocksOf, complainant, respondent } from '../../case/case-story.fixture';
import { hotlineDecider } from './hotline-acts.rules';
import type { HotlineCommand } from './hotline-commands.rules';

const [ASKED, ASKING] = [complainant, respondent].map((of) => of('2025-03-01T23:00:00Z').party) as [
  PartyCode,
  PartyCode,
];
const nonceOf = (desk: string): string => sha256Text(`nonce of ${desk}`);
const asks = (grade: 'crisis' | 'routine'): HotlineCommand => ({
  type: 'RequestHotline',
  ...respondent('2025-03-01T23:00:00Z'),
  hotlineId: 'h-1',
  caseId: null,
  grade,
  parties: [ASKED, ASKING],
  subject: [],
  before: [],
});
const calls = (by: Act): HotlineCommand => ({ type: 'CallCrisisTeam', ...by });
const commits = (by: Act, nonce = nonceOf(String(by.party))): HotlineCommand => ({
  type: 'CommitCrisisNonce',
  ...by,
  commitment: drawCommitment(nonce),
});
const opens = (by: Act, nonce = nonceOf(String(by.party))): HotlineCommand => ({
  type: 'LayCrisisNonceOpen',
  ...by,
  nonce,
});
const expire = (deadlineId: string): HotlineCommand => ({ type: 'ExpireRung', deadlineId });

describe('the draw of a crisis team', () => {
  const open = given(hotlineDecider(clocksOf)).when(asks('crisis'));
  const called = open.when(calls(respondent('2025-03-01T23:01:00Z')));
  const [end, last] = ['2025-03-01T23:10:00.000Z', '2025-03-01T23:20:00.000Z'];

  it('leaves each side ten minutes from the request to add a nonce, however soon the other calls (I-72)', () => {
    expect(called.state).toMatchObject({ running: { commitments: { dueAt: end } } });
    const added = called.when(commits(complainant('2025-03-01T23:09:59.999Z')));
    expect(added.recorded).toEqual(['CrisisNonceCommitted']);
    expect(called.refusalOf(commits(complainant(end)))).toBe('nonce-commitment-out-of-time');
    expect(added.when(expire('commitments')).events.at(-1)).toMatchObject({
      type: 'CrisisDrawCalled',
      occurredAt: end,
      data: { awaited: [ASKED], opens: [{ id: 'nonces', dueAt: last }], closes: ['commitments'] },
    });
  });

  it('is due at once where no side has added anything', () => {
    expect(called.when(expire('commitments')).recorded).toEqual(['CrisisDrawDue']);
    expect(open.when(expire('official')).recorded).toEqual([
      'HotlineUnanswered',
      'CrisisTeamCalledFor',
      'CrisisDrawDue',
    ]);
  });

  it('takes one nonce of each side, in a crisis, of a party, and never the other’s own', () => {
    const added = open.when(commits(complainant('2025-03-01T23:02:00Z')));
    expect(added.refusalOf(commits(complainant('2025-03-01T23:03:00Z'), sha256Text('another')))).toBe(
      'nonce-already-committed',
    );
    expect(added.refusalOf(commits(respondent('2025-03-01T23:03:00Z'), nonceOf(String(ASKED))))).toBe(
      'nonce-commitment-used',
    );
    expect(open.refusalOf(commits({ ...complainant('2025-03-01T23:02:00Z'), party: null }))).toBe('not-a-party');
    const routine = given(hotlineDecider(clocksOf)).when(asks('routine'));
    expect(routine.refusalOf(commits(complainant('2025-03-01T23:02:00Z')))).toBe('not-a-crisis');
    expect(routine.refusalOf(opens(complainant('2025-03-01T23:02:00Z')))).toBe('not-a-crisis');
  });

  it('takes none once the officials’ time is over, though that is not on record yet', () => {
    expect(open.refusalOf(commits(complainant('2025-03-01T23:30:00.000Z')))).toBe('nonce-commitment-out-of-time');
    expect(open.when(commits(complainant('2025-03-01T23:29:59.999Z'))).recorded).toEqual(['CrisisNonceCommitted']);
  });

  const both = called.when(commits(complainant('2025-03-01T23:02:00Z')), commits(respondent('2025-03-01T23:03:00Z')));
  const due = both.when(expire('commitments'));

  it('has its nonces laid open between its call and its end, each once, and as it was committed to', () => {
    expect(both.refusalOf(opens(complainant('2025-03-01T23:05:00Z')))).toBe('draw-not-called');
    expect(called.refusalOf(opens(complainant('2025-03-01T23:05:00Z')))).toBe('nonce-not-committed');
    const early = open.when(commits(complainant('2025-03-01T23:02:00Z')));
    expect(early.refusalOf(opens(complainant('2025-03-01T23:05:00Z')))).toBe('draw-not-called');
    expect(due.refusalOf(opens(complainant('2025-03-01T23:11:00Z'), sha256Text('another')))).toBe('nonce-does-not-fit');
    expect(due.refusalOf(opens({ ...complainant('2025-03-01T23:11:00Z'), party: null }))).toBe('not-a-party');
    expect(due.refusalOf(opens(complainant(last)))).toBe('nonce-out-of-time');
    const one = due.when(opens(complainant('2025-03-01T23:19:59.999Z')));
    expect(one.recorded).toEqual(['CrisisNonceLaidOpen']);
    expect(one.refusalOf(opens(complainant('2025-03-01T23:19:59.999Z')))).toBe('nonce-already-laid-open');
  });

  it('is due as soon as all are open', () => {
    const all = due.when(opens(complainant('2025-03-01T23:11:00Z')), opens(respondent('2025-03-01T23:12:00Z')));
    expect(all.events.at(-1)).toMatchObject({
      type: 'CrisisDrawDue',
      occurredAt: '2025-03-01T23:12:00.000Z',
      data: {
        calledForAt: '2025-03-01T23:01:00.000Z',
        nonces: [
          { of: 'asking', nonce: nonceOf(String(ASKING)) },
          { of: 'asked', nonce: nonceOf(String(ASKED)) },
        ],
        closes: ['nonces'],
      },
    });
    expect(all.when(expire('nonces')).recorded).toEqual([]);
  });

  it('leaves out what was not laid open, and says whose it was', () => {
    const one = due.when(opens(complainant('2025-03-01T23:11:00Z')), expire('nonces'));
    expect(one.recorded).toEqual(['CrisisNonceLeftOut', 'CrisisDrawDue']);
    expect(one.events.at(-2)).toMatchObject({ occurredAt: last, data: { party: ASKING } });
    expect(one.events.at(-1)).toMatchObject({ data: { nonces: [{ of: 'asking', nonce: null }, { of: 'asked' }] } });
    expect(one.refusalOf(opens(respondent('2025-03-01T23:21:00Z')))).toBe('nonce-out-of-time');
  });

  it('is of no use where a team serves already: it serves at once, and nothing is awaited', () => {
    const members = [ASKING, ASKED].map((party) => ({ personId: `${party}-9` as never, party }));
    const note = { type: 'NoteCrisisTeam', members, secretMissing: false, at: '2025-03-01T23:01:00.000Z' } as never;
    const served = both.when(note);
    expect(served.events.at(-1)).toMatchObject({ type: 'CrisisTeamFormed', data: { closes: ['commitments'] } });
    expect(served.when(expire('commitments')).recorded).toEqual([]);
  });

  it('takes new nonces after a draw of nobody', () => {
    const nobody = { type: 'NoteCrisisTeam', members: [], secretMissing: false, at: last } as never;
    const again = due.when(opens(complainant('2025-03-01T23:11:00Z')), expire('nonces'), nobody);
    expect(again.when(commits(complainant('2025-03-01T23:22:00Z'), sha256Text('a new one'))).recorded).toEqual([
      'CrisisNonceCommitted',
    ]);
  });

  it('says that a secret was not laid open', () => {
    const members = [ASKING, ASKED].map((party) => ({ personId: `${party}-9` as never, party }));
    const drawn = { type: 'NoteCrisisTeam', members, secretMissing: true, at: last } as never;
    expect(due.when(drawn).recorded).toEqual(['CrisisSecretMissing', 'CrisisTeamFormed']);
  });
});
