import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import {
  at,
  complainant,
  decider,
  enteredLate,
  expire,
  person,
  registered,
  reply,
  respondent,
} from '../case-story.fixture';
import type { Act, CaseCommand, FiledCase } from '../case-commands.rules';
import { complexTrack, extension, propose, sign, suspension } from '../consent/consent-story.fixture';
import type { RepudiateAct } from './repudiation.rules';

const head = (act: string, when: Act, isHead = true): RepudiateAct => ({ type: 'RepudiateAct', ...when, act, isHead });
const story = given(decider).when(...registered);
const replied = story.when(reply('2025-02-10T10:00:00+01:00'));
const extended = (...by: readonly CaseCommand[]) =>
  story.when(propose(extension('reply', 5), '2025-02-18T10:00:00+01:00'), ...by);
const consented = extended(sign(extension('reply', 5), '2025-02-19T10:00:00+01:00'));
const exchangeOf = (state: unknown) => (state as { exchange: { stage: string; reply?: unknown } }).exchange;
const dueOf = (state: unknown, id: string) => (state as FiledCase).running[id]?.dueAt;

describe('the repudiation of a reply', () => {
  it('leaves the grievance unanswered, and gives no time for another reply', () => {
    const repudiated = replied.when(head('reply', respondent('2025-02-12T10:00:00+01:00')));
    expect(repudiated.events.at(-1)).toMatchObject({
      type: 'ActRepudiated',
      rule: 'I-67',
      tier: 'PUBLIC',
      data: { act: 'reply', kind: 'reply', party: 'US', doneBy: 'us-desk-1', opens: [], closes: [] },
    });
    expect(exchangeOf(repudiated.state)).toMatchObject({ stage: 'consultations', reply: 'unanswered' });
    expect(dueOf(repudiated.state, 'consultations')).toBe(dueOf(replied.state, 'consultations'));
    expect(repudiated.refusalOf(reply('2025-02-13T10:00:00+01:00'))).toBe('reply-out-of-time');
    const late = enteredLate(
      { type: 'FileReply', ...respondent('2025-02-13T10:00:00+01:00'), reply: accepts },
      '2025-02-14T10:00:00+01:00',
    );
    expect(repudiated.refusalOf(late)).toBe('late-entry-nothing-awaited');
  });

  it('is for 5 joint business days after it was recorded, and once', () => {
    // The seventeenth is a day off in the United States.
    const last = '2025-02-18T16:59:59.999+01:00';
    expect(replied.refusalOf(head('reply', respondent('2025-02-18T17:00:00.000+01:00')))).toBe(
      'repudiation-out-of-time',
    );
    const repudiated = replied.when(head('reply', respondent(last)));
    expect(repudiated.refusalOf(head('reply', respondent('2025-02-18T16:59:59.999+01:00')))).toBe('repudiated-already');
  });

  it('that came by another channel is for 5 joint business days after it counted, however long before it came', () => {
    const act = { type: 'FileReply', ...respondent('2025-02-10T10:00:00+01:00'), reply: accepts } as const;
    // The outage lasts longer than a repudiation may be waited for.
    const counted = story.when(enteredLate(act, '2025-02-20T10:00:00+01:00'), expire('officials'));
    expect(exchangeOf(counted.state)).toMatchObject({ reply: accepts });
    const last = '2025-02-27T16:59:59.999+01:00';
    expect(exchangeOf(counted.when(head('reply', respondent(last))).state)).toMatchObject({ reply: 'unanswered' });
    expect(counted.refusalOf(head('reply', respondent('2025-02-27T17:00:00+01:00')))).toBe('repudiation-out-of-time');
  });

  it('is by the head of the side whose reply it is, and by nobody else', () => {
    const when = '2025-02-12T10:00:00+01:00';
    expect(replied.refusalOf(head('reply', respondent(when), false))).toBe('repudiated-by-its-head-alone');
    expect(replied.refusalOf(head('reply', complainant(when)))).toBe('act-of-the-other-side');
    expect(replied.refusalOf(head('reply', { ...respondent(when), party: 'FR' as PartyCode }))).toBe('not-a-party');
    expect(replied.refusalOf(head('proposal:1', respondent(when)))).toBe('unknown-act-to-repudiate');
  });
});

const accepts = { position: 'accepts', objections: [], reservation: [], counterStatements: [] } as const;

describe('the repudiation of a consent to an extension', () => {
  it('leaves the other side at least 5 joint business days for what was put off', () => {
    expect(dueOf(consented.state, 'reply')).toBe(at('2025-02-28T17:00:00+01:00'));
    // Consented on the day before the end, repudiated on the last day that there was before.
    const repudiated = consented.when(head('proposal:1', complainant('2025-02-20T10:00:00+01:00')));
    expect(dueOf(repudiated.state, 'reply')).toBe(at('2025-02-27T17:00:00+01:00'));
    const { changes } = (repudiated.state as FiledCase).running['reply'] as { changes?: readonly object[] };
    expect(changes?.at(-1)).toMatchObject({ kind: 'repudiation', by: 5 });
    expect(exchangeOf(repudiated.when(reply('2025-02-27T16:59:00+01:00')).state)).toMatchObject({ reply: accepts });
  });

  it('never leaves more than the extension had given', () => {
    const repudiated = consented.when(head('proposal:1', complainant('2025-02-24T10:00:00+01:00')));
    expect(dueOf(repudiated.state, 'reply')).toBe(dueOf(consented.state, 'reply'));
  });

  it('gives nothing back to the side that repudiates: what it had to do by then is over at once', () => {
    const repudiated = consented.when(head('proposal:1', respondent('2025-02-24T10:00:00+01:00')));
    expect(dueOf(repudiated.state, 'reply')).toBe(at('2025-02-24T10:00:00+01:00'));
    expect(repudiated.refusalOf(reply('2025-02-24T10:00:00+01:00'))).toBe('reply-out-of-time');
    expect(exchangeOf(repudiated.when(expire('reply')).state)).toMatchObject({ reply: 'unanswered' });
    const early = consented.when(head('proposal:1', respondent('2025-02-20T10:00:00+01:00')));
    expect(dueOf(early.state, 'reply')).toBe(at('2025-02-21T17:00:00+01:00'));
  });

  it('is not of a joint decision, of another matter, nor of a proposal that nobody signed', () => {
    const heads = [complainant('2025-02-18T11:00:00+01:00'), respondent('2025-02-18T12:00:00+01:00')] as const;
    const when = complainant('2025-02-19T10:00:00+01:00');
    const joint = story.when(
      propose(extension('reply', 5), { ...heads[0], by: person('cn-cohead-1') }, 'coheads'),
      sign(extension('reply', 5), { ...heads[1], by: person('us-cohead-1') }, { signatories: 'coheads' }),
    );
    expect(joint.refusalOf(head('proposal:1', when))).toBe('not-in-a-sides-name');
    const track = story.when(propose(complexTrack, heads[0]), sign(complexTrack, heads[1]));
    expect(track.refusalOf(head('proposal:1', when))).toBe('act-not-repudiable');
    expect(extended().refusalOf(head('proposal:1', when))).toBe('act-not-repudiable');
    const longStop = extension('long-stop', 10);
    const later = story.when(propose(longStop, heads[0]), sign(longStop, heads[1]));
    expect(later.refusalOf(head('proposal:1', when))).toBe('act-not-repudiable');
  });
});

describe('the repudiation of a consent to a suspension', () => {
  const suspended = story.when(
    propose(suspension(), '2025-02-10T10:00:00+01:00'),
    sign(suspension(), '2025-02-11T10:00:00+01:00'),
  );

  it('ends the suspension for both sides when 5 joint business days are over', () => {
    const repudiated = suspended.when(head('proposal:1', respondent('2025-02-12T10:00:00+01:00')));
    expect(repudiated.state).toMatchObject({
      status: 'suspended',
      suspension: { until: at('2025-02-20T17:00:00+01:00') },
    });
    expect(dueOf(repudiated.state, 'suspension-end')).toBe(at('2025-02-20T17:00:00+01:00'));
    expect(repudiated.when(expire('suspension-end')).state).toMatchObject({ status: 'registered' });
  });

  it('takes an extension back from a limit that stands still, too', () => {
    const still = consented.when(
      propose(suspension(), '2025-02-19T11:00:00+01:00'),
      sign(suspension(), '2025-02-19T12:00:00+01:00', { n: 2 }),
      head('proposal:1', complainant('2025-02-20T10:00:00+01:00')),
    );
    const { stopped } = (still.state as { suspension: { stopped: readonly { id: string; changes?: object[] }[] } })
      .suspension;
    expect(stopped.find(({ id }) => id === 'reply')?.changes?.at(-1)).toMatchObject({ kind: 'repudiation' });
  });
});

describe('the repudiation of a filing', () => {
  it('withdraws the grievance, which may be filed again', () => {
    const repudiated = story.when(head('filing', complainant('2025-02-10T10:00:00+01:00')));
    expect(repudiated.events.slice(-2)).toMatchObject([
      { type: 'ActRepudiated' },
      { type: 'ScreeningEnded', data: { outcome: 'withdrawn' } },
    ]);
    expect(story.refusalOf(head('filing', respondent('2025-02-10T10:00:00+01:00')))).toBe('act-of-the-other-side');
    expect(story.refusalOf(head('filing', complainant('2025-02-12T17:00:00+01:00')))).toBe('repudiation-out-of-time');
    expect(repudiated.refusalOf(head('filing', complainant('2025-02-10T11:00:00+01:00')))).toBe('repudiated-already');
  });

  it('is refused once the screening has ended', () => {
    const ended = story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-07T10:00:00+01:00') });
    expect(ended.refusalOf(head('filing', complainant('2025-02-10T10:00:00+01:00')))).toBe('screening-ended');
  });
});
