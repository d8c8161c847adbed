import type { PartyCode } from '@parley/kernel';
import { at, CN, desk, expire, member, openedPanel, text, US, type Said } from '../panel/panel-story.fixture';
import type { Story } from '../panel/told-panel.fixture';
import { digestOf, findingsMade, issuedWith, markingOf, REASONS, STATEMENT } from './marks-story.fixture';
import { placesOf } from './public-findings.rules';

const DAY = '2025-05-12';
const decided = findingsMade();
const issued = issuedWith();

const mark = (party: PartyCode, passages: readonly string[], more: object = {}): Said => ({
  type: 'MarkPassages',
  ...desk(party, `${DAY}T10:00:00+02:00`),
  passages,
  givesAway: party === US ? 'USA-1' : 'CHN-1',
  reason: 'business-confidential',
  ...more,
});
const leave = (id: string, after: Story, more: object = {}): Said => ({
  type: 'GiveMarkLeave',
  ...member(id, `${DAY}T11:00:00+02:00`),
  markId: 'mark:1',
  digest: markingOf(after).marks[0]?.digest ?? ('' as never),
  ...more,
});
const publicText = (after: Story): string =>
  JSON.stringify(markingOf(after.when(expire('marking'))).published?.findings);

describe('marks of what is confidential in the findings (I-75)', () => {
  it('go on though the screening has ended with the findings, for five working days', () => {
    expect(openedPanel(issued.state).running['marking']).toMatchObject({ dueDate: '2025-05-15' });
    expect(issued.when(expire('marking')).recorded).toEqual(['ReasonsPublished']);
  });

  it('leave a passage out wherever it stands, and say on whose mark; outcomes are not in question', () => {
    const marked = issued.when(mark(CN, ['17 yuan']), mark(US, ['price list of Acme']));
    const { published } = markingOf(marked.when(expire('marking')));
    expect(published?.findings[0]?.reasons?.[0]?.text).toMatch(
      /^The cost is \[left out on the complainant’s mark\]\. /,
    );
    expect(published?.findings[1]?.statements?.respondent?.[0]?.text).toContain(
      'We read the [left out on the respondent’s mark].',
    );
    expect(published?.leftOut).toMatchObject([
      { claimId: 'C1', part: 'reasons', party: CN, reason: 'business-confidential', characters: 7, of: REASONS.length },
      { claimId: 'C2', part: 'respondent', party: US, characters: 18, of: STATEMENT.length },
    ]);
    expect(markingOf(marked).marks.map(({ needsLeave }) => needsLeave)).toEqual([false, false]);
  });

  it('change nothing of what the parties read, nor of what was certified', () => {
    const marked = issued.when(mark(CN, ['17 yuan']), expire('marking'));
    const { stage } = openedPanel(issued.state);
    expect(stage).toMatchObject({ decision: { findings: [{ reasons: { text: [...text(REASONS), {}] } }, {}] } });
    expect(openedPanel(marked.state).stage).toMatchObject('decision' in stage ? { decision: stage.decision } : {});
    expect(digestOf(marked)).toBe(digestOf(issued));
  });

  it.each([
    [mark(CN, ['17 yuan'], { givesAway: 'USA-1' }), 'not-own-material'],
    [mark(CN, ['17 yuan'], { givesAway: 'CHN-9' }), 'not-own-material'],
    [mark(US, ['17 yuan'], { givesAway: 'grievance' }), 'not-own-material'],
    [mark(US, ['17 yuan'], { givesAway: 'reply' }), 'not-own-material'],
    [mark(US, ['17 yuan'], { givesAway: 'USA-2' }), 'material-is-public'],
    [mark(US, ['substantiated']), 'mark-hides-outcome'],
    [mark(US, ['17 yuan, and so it is Not Agreed']), 'mark-hides-outcome'],
    [mark(US, ['一项主张未获证实']), 'mark-hides-outcome'],
    [mark(US, ['18 yuan']), 'passage-not-there'],
    [mark(US, ['of ']), 'passage-too-short'],
    [mark(CN, ['17 yuan'], desk(CN, '2025-05-15T17:00:00+02:00')), 'marking-over'],
    [mark(CN, ['17 yuan'], { party: 'FR' }), 'not-a-party'],
  ])('are refused %#', (said, code) => expect(issued.refusalOf(said)).toBe(code));

  it('come between the issue of the findings and their publication', () => {
    expect(decided.refusalOf(mark(CN, ['17 yuan']))).toBe('nothing-to-mark');
    expect(issued.when(mark(CN, ['17 yuan'], desk(CN, '2025-05-15T16:59:59.999+02:00'))).recorded).toEqual([
      'PassagesMarked',
    ]);
    expect(issued.when(expire('marking')).refusalOf(mark(CN, ['17 yuan']))).toBe('marking-over');
  });

  it('are not made twice, and a passage within another one is', () => {
    const marked = issued.when(mark(CN, ['cost is 17 yuan']));
    expect(marked.refusalOf(mark(CN, ['17 yuan']))).toBe('already-marked');
    expect(marked.when(mark(US, ['17 yuan'])).recorded).toEqual(['PassagesMarked']);
  });

  it('beyond a third of a text leave nothing out without leave of both co-chairs', () => {
    const whole = issued.when(mark(US, [REASONS], { givesAway: 'USA-1' }));
    expect(publicText(whole)).toContain('17 yuan');
    const one = whole.when(leave('us-2', whole));
    expect(publicText(one)).toContain('17 yuan');
    const both = one.when(leave('cn-2', one));
    expect(publicText(both)).not.toContain('17 yuan');
  });

  it('beyond it bit by bit do not either, and the marks before still count', () => {
    const bits = ['The cost is 17 yuan. ', 'It is so for all years.', 'The duty is laid on goods of one origin'];
    const marked = bits.reduce((before, bit) => before.when(mark(US, [bit])), issued);
    expect(markingOf(marked).marks.map(({ needsLeave }) => needsLeave)).toEqual([false, false, true]);
    expect(publicText(marked)).toContain('The duty is laid on goods of one origin');
    expect(publicText(marked)).not.toContain('17 yuan');
  });

  it('that wait for leave keep no side from what it may have left out by itself', () => {
    const waiting = issued.when(mark(US, [REASONS]));
    expect(waiting.refusalOf(mark(US, [REASONS]))).toBe('already-marked');
    const marked = waiting.when(mark(US, ['17 yuan']));
    expect(publicText(marked)).not.toContain('17 yuan');
    expect(publicText(marked)).toContain('It is so for all years.');
  });

  it('of one side take nothing from the share of the other', () => {
    const marked = issued.when(mark(CN, ['cost is 17 yuan. The duty is laid on goods of one origin alone']));
    expect(markingOf(marked).marks[0]?.needsLeave).toBe(false);
    const after = marked.when(mark(US, ['It is so for all years.', '17 yuan']));
    expect(markingOf(after).marks[1]?.needsLeave).toBe(false);
    expect(publicText(after)).toContain('on marks of both');
  });

  it('are given leave by co-chairs alone, over the mark, once and in time', () => {
    const marked = issued.when(mark(US, [REASONS]), mark(CN, ['17 yuan']));
    const refusal = (id: string, more: object = {}) => marked.refusalOf(leave(id, marked, more));
    expect(refusal('us-1')).toBe('not-a-co-chair');
    expect(refusal('us-9')).toBe('not-seated');
    expect(refusal('us-2', { markId: 'mark:9' })).toBe('unknown-mark');
    expect(refusal('us-2', { markId: 'mark:2' })).toBe('mark-needs-no-leave');
    expect(refusal('us-2', { digest: 'cd'.repeat(32) })).toBe('signed-digest-differs');
    expect(refusal('us-2', { receivedAt: at('2025-05-15T17:00:00+02:00') })).toBe('marking-over');
    expect(marked.when(leave('us-2', marked)).refusalOf(leave('us-2', marked))).toBe('side-already-signed');
  });
});

describe('the places of passages in a text', () => {
  it('are joined where they overlap or touch, and hold every occurrence', () => {
    expect(placesOf(['aba', 'cd'], 'ababacd cd')).toEqual([
      [0, 7],
      [8, 10],
    ]);
  });
});
