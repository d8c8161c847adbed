import { plusMillis, type CaseId, type Instant, type PersonId } from '@parley/kernel';
import {
  asChina,
  caseId,
  CN,
  exhibit,
  longStop,
  now,
  officer,
  registered,
  signing,
  US,
} from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';
import type { Said } from '../casefile/told-story.fixture';
import {
  currentLoan,
  lentTo,
  loanDigest,
  loanText,
  type AskForLoan,
  type ConsentToLoan,
  type EndLoan,
  type SignLoan,
} from './loans.rules';

const EXPERT = 'expert' as PersonId;
const ID = 'expert:US:1';
const heard: Said = { told: 'person-heard', assignment: ID, person: EXPERT, as: 'expert' };
const ask = (more: Partial<AskForLoan> = {}): AskForLoan => ({
  ...{
    type: 'AskForLoan',
    as: 'panel',
    by: 'us-1' as PersonId,
    party: US,
    receivedAt: now,
    number: 'USA-1',
    assignment: ID,
    purpose: [],
  },
  ...more,
});
const consent: ConsentToLoan = {
  type: 'ConsentToLoan',
  by: officer,
  party: US,
  receivedAt: now,
  number: 'USA-1',
  assignment: ID,
};
const ended: EndLoan = {
  type: 'EndLoan',
  as: 'panel',
  by: 'cn-1' as PersonId,
  party: CN,
  receivedAt: now,
  number: 'USA-1',
  assignment: ID,
};

const hearing = registered.when(exhibit('u1', { tier: 'PARTIES' }), heard);
const asked = hearing.when(ask());
const lent = asked.when(consent);

const exhibitIn = (story: typeof asked) => (story.state as KnownCase).exhibits.get('USA-1')!;
const onLoan = (story: typeof asked, at: Instant = now, person = EXPERT): readonly string[] =>
  lentTo(story.state as KnownCase, person, at).map(([{ number }]) => number);
const sign = (story: typeof asked, more: Partial<SignLoan> = {}): SignLoan => ({
  ...{
    type: 'SignLoan',
    by: 'us-cohead' as PersonId,
    party: US,
    receivedAt: now,
    caseId,
    number: 'USA-1',
    assignment: ID,
    ruleSetVersion: '2026-1',
  },
  digest: loanDigest(loanText(caseId, exhibitIn(story), currentLoan(exhibitIn(story), ID)!)),
  ...more,
});
const dueAt = (story: typeof asked): Instant =>
  (story.state as KnownCase).running[`readers-decision:USA-1:${ID}`]!.dueAt;

describe('a loan of an exhibit', () => {
  it('is to the one person, from the consent until the review, the screening or the long-stop ends', () => {
    expect([onLoan(asked), onLoan(lent), onLoan(lent, now, 'expert-2' as PersonId)]).toEqual([[], ['USA-1'], []]);
    const over = lent.when({ told: 'review-ended', at: plusMillis(now, 1_000) });
    expect([onLoan(over), exhibitIn(over).loans[0]?.ended?.by]).toEqual([[], 'end-of-review']);
    expect(onLoan(lent.when({ told: 'screening-ended', at: now }))).toEqual([]);
    expect([onLoan(lent, plusMillis(longStop, -1)), onLoan(lent, longStop)]).toEqual([['USA-1'], []]);
    expect(onLoan(lent.when(ended))).toEqual([]);
  });

  it('ends with a tombstone of the exhibit, and is not given back with its readers', () => {
    const withdrawn = lent.when({
      type: 'WithdrawExhibit',
      by: officer,
      party: US,
      receivedAt: now,
      number: 'USA-1',
      reason: 'replaced',
    });
    expect([onLoan(withdrawn), exhibitIn(withdrawn).loans[0]?.ended?.by]).toEqual([[], 'tombstone']);
    expect(withdrawn.refusalOf(ask())).toBe('exhibit-withdrawn');
  });

  it('leaves no clock running when the exhibit is taken back under it', () => {
    const open = asked.when(sign(asked));
    const withdrawn = open.when({
      type: 'WithdrawExhibit',
      by: officer,
      party: US,
      receivedAt: now,
      number: 'USA-1',
      reason: 'replaced',
    });
    expect(withdrawn.events.at(-1)?.data).toMatchObject({
      closes: expect.arrayContaining([`readers-decision:USA-1:${ID}`]),
    });
    expect(Object.keys((withdrawn.state as KnownCase).running)).toEqual([]);
  });

  it('ends with the review, and so does what one co-head had signed', () => {
    const over = asked.when(sign(asked)).when({ told: 'review-ended', at: plusMillis(now, 1_000) });
    expect(over.events.at(-1)).toMatchObject({
      type: 'ReviewEndNoted',
      data: { closes: [`readers-decision:USA-1:${ID}`] },
    });
    expect(exhibitIn(over).loans).toMatchObject([{ decision: null, ended: { by: 'end-of-review' } }]);
    expect([
      over.refusalOf(ask()),
      over.refusalOf(ended),
      over.when({ told: 'review-ended', at: now }).recorded,
    ]).toEqual(['hearing-over', 'unknown-loan', []]);
  });

  it('leaves to its default a signature whose time had run out before (I-18)', () => {
    const open = asked.when(sign(asked));
    const late = open.when({ told: 'review-ended', at: plusMillis(dueAt(open), 1_000) });
    expect(late.events.at(-1)?.data).toMatchObject({ closes: [] });
    const lapsed = late.when({ type: 'ExpireDeadline', deadlineId: `readers-decision:USA-1:${ID}` });
    expect(lapsed.events.at(-1)).toMatchObject({ type: 'LoanDecisionLapsed', occurredAt: dueAt(open) });
    expect((lapsed.state as KnownCase).running[`readers-decision:USA-1:${ID}`]).toBeUndefined();
  });

  it('is told twice and noted once: whom the panel hears', () => {
    expect(hearing.when(heard).recorded).toEqual([]);
  });

  it('stands at the tier of the exhibit, and at that of the panel once everybody reads it', () => {
    expect([asked.events.at(-1)?.tier, lent.events.at(-1)?.tier]).toEqual(['PARTIES', 'PARTIES']);
    const open = asked.when({
      type: 'AddReaders',
      by: officer,
      party: US,
      receivedAt: now,
      number: 'USA-1',
      to: 'PUBLIC',
    });
    expect(open.refusalOf(consent)).toBe('read-by-all');
    expect(open.when(ended).events.at(-1)?.tier).toBe('PANEL');
  });
});

describe('a loan is refused', () => {
  const elsewhere = { number: 'USA-9' };
  const byDesk = { as: 'desk', by: officer, party: US } as const;

  it.each([
    ['of an exhibit that is not there', hearing, ask(elsewhere), 'unknown-exhibit'],
    ['of what everybody reads', registered.when(exhibit('u1', { tier: 'PUBLIC' }), heard), ask(), 'read-by-all'],
    ['to whom the panel does not hear', hearing, ask({ assignment: 'expert:CN:1' }), 'not-heard-here'],
    ['that was asked already', asked, ask(), 'loan-asked-already'],
    ['that was made already', lent, ask(), 'loan-asked-already'],
  ])('where it is asked: %s', (_, story, command, code) => {
    expect(story.refusalOf(command)).toBe(code);
  });

  it('where another consents than its party, or nobody asked', () => {
    expect(asked.refusalOf({ ...consent, party: CN })).toBe('not-your-exhibit');
    expect(asked.refusalOf({ ...consent, ...elsewhere })).toBe('unknown-exhibit');
    expect(hearing.refusalOf(consent)).toBe('unknown-loan');
    expect(lent.refusalOf(consent)).toBe('lent-already');
    expect(lent.refusalOf(sign(lent))).toBe('lent-already');
  });

  it('by its party alone, of what the co-heads took away from readers (I-42)', () => {
    const open = registered.when(exhibit('u1', { tier: 'PANEL' }), heard);
    const fewer = signing(exhibitIn(open), 'PARTIES');
    const taken = open.when(fewer, { ...fewer, ...asChina }, ask());
    expect(taken.refusalOf(consent)).toBe('readers-decided');
    expect(taken.when(sign(taken), sign(taken, asChina)).recorded).toEqual(['LoanSigned', 'ExhibitLent']);
  });

  it('where it is to be ended: of no exhibit, by another party, and by its own before it was lent', () => {
    expect(lent.refusalOf({ ...ended, ...elsewhere })).toBe('unknown-exhibit');
    expect(lent.refusalOf({ ...ended, ...byDesk, party: CN })).toBe('not-your-exhibit');
    expect(asked.refusalOf({ ...ended, ...byDesk })).toBe('not-lent-yet');
    expect(lent.when({ ...ended, ...byDesk }).recorded).toEqual(['LoanEnded']);
  });
});

describe('a loan by both co-heads', () => {
  const first = asked.when(sign(asked));

  it('is of two persons, one for each side, over one digest, within the time of the second', () => {
    const second = sign(asked, asChina);
    expect(first.when(second).recorded).toEqual(['LoanSigned', 'ExhibitLent']);
    expect(first.refusalOf(sign(asked, { party: CN }))).toBe('signs-for-both-sides');
    expect(first.refusalOf(sign(asked))).toBe('side-has-signed');
    expect(
      first.refusalOf({
        ...second,
        digest: loanDigest({
          ...loanText(caseId, exhibitIn(asked), currentLoan(exhibitIn(asked), ID)!),
          caseId: 'another' as CaseId,
        }),
      }),
    ).toBe('decision-digest-differs');
    expect(first.refusalOf({ ...second, party: 'FR' as typeof CN })).toBe('not-a-cohead');
    expect(first.when({ ...second, receivedAt: plusMillis(dueAt(first), -1) }).recorded).toEqual([
      'LoanSigned',
      'ExhibitLent',
    ]);
    expect(first.refusalOf({ ...second, receivedAt: dueAt(first) })).toBe('decision-time-passed');
  });

  it('is nothing without the second signature, as of the end of its time, and may be begun anew (I-18)', () => {
    const lapsed = first.when({ type: 'ExpireDeadline', deadlineId: `readers-decision:USA-1:${ID}` });
    expect(lapsed.events.at(-1)).toMatchObject({
      type: 'LoanDecisionLapsed',
      occurredAt: dueAt(first),
      data: { missing: [CN] },
    });
    expect([onLoan(lapsed), lapsed.when(sign(lapsed)).recorded]).toEqual([[], ['LoanSigned']]);
    expect(lapsed.when(consent).recorded).toEqual(['ExhibitLent']);
  });

  it('lapses on record though its party consents, or somebody ends the loan, after its time (I-18)', () => {
    const late = plusMillis(dueAt(first), 1_000);
    const lapse: Said = { type: 'ExpireDeadline', deadlineId: `readers-decision:USA-1:${ID}` };
    for (const act of [
      { ...consent, receivedAt: late },
      { ...ended, receivedAt: late },
    ]) {
      const lapsed = first.when(act).when(lapse);
      expect(lapsed.events.at(-1)).toMatchObject({ type: 'LoanDecisionLapsed', occurredAt: dueAt(first) });
      expect((lapsed.state as KnownCase).running[`readers-decision:USA-1:${ID}`]).toBeUndefined();
      expect(exhibitIn(lapsed).loans[0]?.decision).toBeNull();
    }
  });

  it('has a clock that stands still with the screening', () => {
    const still = first.when({ told: 'suspended', at: plusMillis(now, 1_000) });
    expect(Object.keys((still.state as KnownCase).standing)).toContain(`readers-decision:USA-1:${ID}`);
    expect(still.when(sign(asked, { ...asChina, receivedAt: dueAt(first) })).recorded).toContain('ExhibitLent');
  });

  it('waits no more when its party consents meanwhile, and then is its party’s to end', () => {
    const consented = first.when(consent);
    expect(consented.events.at(-1)).toMatchObject({
      type: 'ExhibitLent',
      data: { basis: 'its-party', closes: [`readers-decision:USA-1:${ID}`] },
    });
    const byParty = { ...ended, as: 'desk', by: officer, party: US } as const;
    expect(consented.when(byParty).events.at(-1)).toMatchObject({ type: 'LoanEnded', data: { as: 'its-party' } });
    expect(first.when(sign(asked, asChina)).refusalOf(byParty)).toBe('loan-decided');
  });
});
