import { given } from '@parley/testing';
import type { ReferralCommand } from './common-refusals.rules';
import {
  ask,
  assemble,
  CN,
  coHead,
  decider,
  digest,
  exit,
  expire,
  filed,
  findings,
  issue,
  lapsed,
  registered,
  reopened,
  respondent,
  served,
  setAside,
  sign,
  tell,
  US,
} from './referral-story.fixture';

const nothing = given(decider);
const filedCase = nothing.when(filed);
const registeredCase = nothing.when(filed, registered, served);
const withFindings = registeredCase.when(findings);
const requested = withFindings.when(ask('2025-06-23T10:00:00Z'));
const assembled = requested.when(assemble());

describe('an exit notice', () => {
  it('is accepted from the filing on, and ends nothing', () => {
    expect(filedCase.when(exit('2025-02-04T10:00:00Z')).recorded).toEqual(['ExitNoticeGiven']);
    expect(registeredCase.when(lapsed, exit('2025-08-04T10:00:00Z')).recorded).toEqual(['ExitNoticeGiven']);
  });

  it('given again is there already', () => {
    expect(filedCase.when(exit('2025-02-04T10:00:00Z'), exit('2025-02-05T10:00:00Z')).recorded).toEqual([]);
  });

  it('is the complainant’s alone, of a case that is there', () => {
    const theirs: ReferralCommand = { type: 'GiveExitNotice', ...respondent('2025-02-04T10:00:00Z') };
    expect(filedCase.refusalOf(theirs)).toBe('no-claims-of-own');
    expect(nothing.refusalOf(exit('2025-02-04T10:00:00Z'))).toBe('case-not-found');
  });
});

describe('a request for a dossier', () => {
  it.each([
    ['final findings', findings, 'findings-final'],
    ['a lapse', lapsed, 'screening-lapsed'],
    ['an exit notice', exit('2025-03-04T10:00:00Z'), 'exit-notice'],
  ])('stands on %s, and says so (I-48)', (_name, reason, basis) => {
    const scenario = registeredCase.when(reason, ask('2025-09-01T10:00:00Z'));
    expect(scenario.events.at(-1)).toMatchObject({ type: 'DossierRequested', data: { basis, n: 1 } });
  });

  it('opens a clock of five joint business days', () => {
    expect(requested.state).toMatchObject({ running: { 'dossier:1': { clock: 'dossier', dueDate: '2025-06-30' } } });
  });

  it('without a basis is refused', () => {
    expect(registeredCase.refusalOf(ask('2025-06-23T10:00:00Z'))).toBe('no-basis-for-a-dossier');
    expect(registeredCase.when(lapsed, setAside).refusalOf(ask('2025-09-01T10:00:00Z'))).toBe('no-basis-for-a-dossier');
    expect(registeredCase.when(lapsed, reopened).refusalOf(ask('2025-09-01T10:00:00Z'))).toBe('no-basis-for-a-dossier');
  });

  it('names no claim that was withdrawn, and any that was added', () => {
    const withdrawn = withFindings.when(tell({ kind: 'claims-withdrawn', claims: ['C1'] }));
    expect(withdrawn.refusalOf(ask('2025-06-23T10:00:00Z'))).toBe('unknown-claim');
    expect(withdrawn.when(ask('2025-06-23T10:00:00Z', { claims: ['C2'] })).recorded).toEqual(['DossierRequested']);
  });

  it(
    'is the same in whatever order the findings of the panel and what the intake tells of a ' +
      'withdrawal are heard of',
    () => {
      const [gone, again] = [
        tell({ kind: 'claims-withdrawn', claims: ['C1'] }),
        tell({ kind: 'claims-withdrawal-set-aside', claims: ['C1'] }),
      ];
      const [first, ...others] = [
        [findings, gone, again],
        [gone, findings, again],
        [gone, again, findings],
      ].map((heard) => registeredCase.when(...heard).state);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  it('names claims again that were withdrawn only after the screening had ended, and their measures', () => {
    const again = tell({ kind: 'claims-withdrawal-set-aside', claims: ['C1', 'C2'] });
    const gone = withFindings.when(
      tell({ kind: 'claims-withdrawn', claims: ['C1'] }),
      tell({ kind: 'claims-withdrawn', claims: ['C2'] }),
    );
    expect(gone.refusalOf(ask('2025-06-23T10:00:00Z'))).toBe('unknown-measure');
    expect(gone.when(again, ask('2025-06-23T10:00:00Z')).recorded).toEqual(['DossierRequested']);
    expect(gone.when(again, again).state).toEqual(gone.when(again).state);
  });

  it('is the complainant’s, and follows registration', () => {
    expect(withFindings.refusalOf({ ...ask('2025-06-23T10:00:00Z'), ...respondent('2025-06-23T10:00:00Z') })).toBe(
      'no-claims-of-own',
    );
    expect(filedCase.when(exit('2025-02-04T10:00:00Z')).refusalOf(ask('2025-02-04T11:00:00Z'))).toBe('not-registered');
  });

  it('waits for the one before, and is numbered after it', () => {
    expect(requested.refusalOf(ask('2025-06-23T10:01:00Z'))).toBe('dossier-pending');
    const issued = assembled.when(expire(), issue());
    expect(issued.when(ask('2025-07-23T10:01:00Z')).events.at(-1)).toMatchObject({ data: { n: 2, earlier: [1] } });
    const early = registeredCase.when(
      exit('2025-03-04T10:00:00Z'),
      ask('2025-03-05T10:00:00Z'),
      assemble({ basis: 'exit-notice' }),
      expire(),
      issue(),
    );
    expect(early.when(findings, ask('2025-07-23T10:01:00Z')).events.at(-1)).toMatchObject({
      data: { n: 2, basis: 'findings-final' },
    });
  });
});

describe('the standing check (I-49)', () => {
  it('refuses the World Bank with its reason before anything is built', () => {
    const decision = withFindings.decision(ask('2025-06-23T10:00:00Z', { forum: 'WORLD_BANK' }));
    expect(decision).toMatchObject({
      reason: { code: 'forum-hears-no-state', en: expect.stringContaining('affected people') as string },
      path: '/forum',
    });
  });

  it.each([
    ['C5', 'agreement-not-covered'],
    ['C4', 'agreement-not-binding'],
  ])('refuses claim %s as %s', (claim, code) => {
    expect(withFindings.refusalOf(ask('2025-06-23T10:00:00Z', { measures: ['M2'], claims: [claim] }))).toBe(code);
  });
});

describe('a draft', () => {
  const subsidy = {
    measures: ['M2'],
    claims: ['C3'],
    consultationProvisions: [{ agreement: 'SCM', provision: '4.1' }],
  };

  it.each([
    ['an unknown measure', { measures: ['M9'] }, 'unknown-measure'],
    ['an unknown claim', { claims: ['C9'] }, 'unknown-claim'],
    ['a claim without its measure', { claims: ['C1', 'C3'] }, 'claim-without-its-measure'],
    ['a measure without a claim', { measures: ['M1', 'M2'] }, 'measure-without-claim'],
    [
      'a provision that is not there',
      { consultationProvisions: [{ agreement: 'GATT1994', provision: 'XXX' }] },
      'unknown-consultation-provision',
    ],
    [
      'a provision of another agreement',
      { consultationProvisions: [{ agreement: 'TRIPS', provision: '64.1' }] },
      'consultation-provision-out-of-place',
    ],
    ['a subsidy claim without evidence', subsidy, 'statement-of-evidence-missing'],
  ])('with %s is refused', (_name, changes, code) => {
    expect(withFindings.refusalOf(ask('2025-06-23T10:00:00Z', changes))).toBe(code);
  });

  it('with a subsidy claim states the evidence available', () => {
    const availableEvidence = [{ lang: 'en', text: 'Budget lines.', kind: 'original' }] as const;
    expect(withFindings.when(ask('2025-06-23T10:00:00Z', { ...subsidy, availableEvidence })).recorded).toEqual([
      'DossierRequested',
    ]);
  });
});

describe('the co-heads’ signatures (I-04)', () => {
  it('of both sides over one digest close the signing early', () => {
    const scenario = assembled.when(sign(US, '2025-06-24T10:00:00Z'), sign(CN, '2025-06-25T10:00:00Z'));
    expect(scenario.recorded).toEqual(['DossierSigned', 'DossierSigningClosed']);
    expect(scenario.when(issue()).events.at(-1)).toMatchObject({
      type: 'DossierIssued',
      occurredAt: '2025-06-25T10:00:00.000Z',
      data: { missing: [] },
    });
  });

  it('are not waited for beyond their time, and a missing one is noted', () => {
    const scenario = assembled.when(sign(US, '2025-06-24T10:00:00Z'), expire(), issue());
    expect(scenario.events.at(-1)).toMatchObject({ occurredAt: '2025-06-30T15:00:00.000Z', data: { missing: ['CN'] } });
  });

  it.each<[string, ReferralCommand, string]>([
    ['over another digest', sign(US, '2025-06-24T10:00:00Z', digest('a')), 'dossier-digest-differs'],
    ['at the instant of expiry', sign(US, '2025-06-30T15:00:00Z'), 'dossier-signing-closed'],
    ['of a dossier that is not there', sign(US, '2025-06-24T10:00:00Z', digest('d'), 2), 'no-such-dossier'],
    [
      'of neither side',
      { ...sign(US, '2025-06-24T10:00:00Z'), party: null } as ReferralCommand,
      'not-a-co-head-of-the-parties',
    ],
  ])('%s are refused', (_name, command, code) => {
    expect(assembled.refusalOf(command)).toBe(code);
  });

  it('are one for each side, by two persons (I-05), over what is there', () => {
    const once = assembled.when(sign(US, '2025-06-24T10:00:00Z'));
    expect(once.refusalOf(sign(US, '2025-06-24T11:00:00Z'))).toBe('side-has-signed');
    expect(
      once.refusalOf({
        ...sign(CN, '2025-06-24T11:00:00Z'),
        by: coHead(US, '2025-06-24T11:00:00Z').by,
      } as ReferralCommand),
    ).toBe('signs-for-both-sides');
    expect(requested.refusalOf(sign(US, '2025-06-24T10:00:00Z'))).toBe('dossier-not-assembled');
  });
});

describe('a deadline that fires', () => {
  it('late changes nothing, and does not fire twice (I-18)', () => {
    expect(assembled.when(expire()).when(expire()).recorded).toEqual([]);
    expect(
      assembled.when(sign(US, '2025-06-24T10:00:00Z'), sign(CN, '2025-06-25T10:00:00Z'), expire()).recorded,
    ).toEqual([]);
  });

  it('before anything is put together leaves the dossier to be issued unsigned', () => {
    const late = requested.when(expire(), assemble(), issue());
    expect(late.events.at(-1)).toMatchObject({ type: 'DossierIssued', data: { missing: ['CN', 'US'] } });
  });
});

describe('a lapse that is set aside while a dossier is signed', () => {
  const onLapse = registeredCase.when(
    lapsed,
    ask('2025-07-08T10:00:00Z'),
    assemble({ basis: 'screening-lapsed' }),
    sign(US, '2025-07-09T10:00:00Z'),
  );

  it('takes the basis away until another is there', () => {
    expect(onLapse.when(setAside, expire()).refusalOf(issue())).toBe('no-basis-for-a-dossier');
  });

  it('is on record once, whatever is heard besides, and so is the basis that takes its place', () => {
    const waiting = onLapse.when(setAside);
    expect(waiting.recorded).toEqual(['Told', 'DossierBasisChanged']);
    expect(waiting.events.at(-1)).toMatchObject({ rule: 'I-48', tier: 'PARTIES', data: { n: 1, basis: null } });
    expect(waiting.when(setAside).recorded).toEqual(['Told']);
    const found = waiting.when(findings);
    expect(found.events.at(-1)).toMatchObject({ data: { n: 1, basis: 'findings-final' } });
    expect(found.when(findings).recorded).toEqual(['Told']);
    expect(waiting.when(lapsed).events.at(-1)).toMatchObject({ data: { n: 1, basis: 'screening-lapsed' } });
  });

  it('changes nothing of a dossier that has another basis, or has gone out', () => {
    const signed = onLapse.when(expire(), issue());
    expect(signed.when(setAside).recorded).toEqual(['Told']);
    expect(requested.when(lapsed, setAside).recorded).toEqual(['Told']);
  });

  it('makes signatures over the old dossier count for nothing', () => {
    const anew = onLapse.when(setAside, findings, assemble({ digest: digest('2') }), expire(), issue());
    expect(anew.events.at(-1)).toMatchObject({ data: { basis: 'findings-final', missing: ['CN', 'US'] } });
  });
});

describe('a basis that came after the request', () => {
  it('is none: the dossier holds what was there by then', () => {
    expect(registeredCase.when(lapsed).refusalOf(ask('2025-07-07T14:59:59Z'))).toBe('no-basis-for-a-dossier');
  });
});
