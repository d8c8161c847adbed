import { refusalBeforeBody, type PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import type { Act } from '../case-commands.rules';
import { caseId, complainant, parties, person, respondent } from '../case-story.fixture';
import { channelDecider, statementDigest, type Channel, type ChannelCommand } from './without-prejudice.rules';

const text = [{ lang: 'en', text: 'We could live with half.', kind: 'original' }] as const;
const digest = statementDigest(caseId, 'statement:1', text);
const says = (by: Act, statementId = 'statement:1'): ChannelCommand => ({
  type: 'SayWithoutPrejudice',
  ...by,
  caseId,
  parties,
  statementId,
  text,
});
const consents = (by: Act, over = digest, statementId = 'statement:1'): ChannelCommand => ({
  type: 'ConsentToRelease',
  ...by,
  caseId,
  parties,
  statementId,
  digest: over,
});

describe('what is said without prejudice', () => {
  const said = given(channelDecider).when(says(complainant('2025-02-24T09:00:00Z')));

  it('is for the two desks alone', () => {
    expect(said.events).toMatchObject([
      { type: 'SaidWithoutPrejudice', tier: 'DESKS', rule: 'I-45', data: { statementId: 'statement:1', digest } },
    ]);
  });

  it('is said by a party', () => {
    expect(
      given(channelDecider).refusalOf(says({ ...complainant('2025-02-24T09:00:00Z'), party: 'XX' as PartyCode })),
    ).toBe('not-a-party');
    expect(said.refusalOf(consents({ ...complainant('2025-02-24T09:00:00Z'), party: null }))).toBe('not-a-party');
  });

  it('is laid open by both consents over one digest, and by neither alone (I-45)', () => {
    const one = said.when(consents(complainant('2025-02-25T09:00:00Z')));
    expect(one.recorded).toEqual(['ReleaseConsented']);
    expect(one.refusalOf(consents(complainant('2025-02-26T09:00:00Z')))).toBe('consented-already');
    const both = one.when(consents(respondent('2025-02-26T09:00:00Z')));
    expect(both.recorded).toEqual(['ReleaseConsented', 'WithoutPrejudiceReleased']);
    expect(both.events.at(-1)).toMatchObject({ tier: 'PANEL', data: { text, digest } });
    expect(both.refusalOf(consents(respondent('2025-02-27T09:00:00Z')))).toBe('consented-already');
  });

  it('is not laid open over another digest, by one person for both, or under another case’s name', () => {
    const one = said.when(consents(complainant('2025-02-25T09:00:00Z')));
    expect(one.refusalOf(consents(respondent('2025-02-26T09:00:00Z'), 'cd'.repeat(32) as never))).toBe(
      'statement-digest-differs',
    );
    expect(one.refusalOf(consents({ ...respondent('2025-02-26T09:00:00Z'), by: person('cn-desk-1') }))).toBe(
      'consents-for-both',
    );
    expect(one.refusalOf(consents(respondent('2025-02-26T09:00:00Z'), digest, 'statement:2'))).toBe(
      'unknown-statement',
    );
  });

  it('is known without a body to be open to a consent, or not: for each statement, and each side', () => {
    const barOf = (story: typeof said, by: Act, statementId = 'statement:1') =>
      refusalBeforeBody<ChannelCommand, Channel>(
        (command, channel) => channelDecider.decide(command, channel),
        { type: 'ConsentToRelease', ...by, caseId, parties, statementId },
        story.state,
      )?.reason.code;
    const [own, other] = [complainant('2025-02-25T09:00:00Z'), respondent('2025-02-25T10:00:00Z')];
    expect([barOf(said, own), barOf(said, other)]).toEqual([undefined, undefined]);
    expect(barOf(said, own, 'statement:2')).toBe('unknown-statement');
    const one = said.when(consents(own));
    expect([barOf(one, own), barOf(one, other)]).toEqual(['consented-already', undefined]);
    expect(barOf(one, { ...other, by: own.by })).toBe('consents-for-both');
    expect(barOf(one.when(consents(other)), other)).toBe('consented-already');
  });

  it('has an end', () => {
    let full = given(channelDecider);
    for (let statement = 0; statement < 500; statement++)
      full = full.when(says(complainant('2025-02-24T09:00:00Z'), `statement:${String(statement)}`));
    expect(full.refusalOf(says(complainant('2025-02-25T09:00:00Z')))).toBe('channel-full');
    expect(full.when(says(respondent('2025-02-25T09:00:00Z'))).recorded).toEqual(['SaidWithoutPrejudice']);
  });
});
