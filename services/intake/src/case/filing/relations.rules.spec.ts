import type { CaseId, CaseParties } from '@parley/kernel';
import { given } from '@parley/testing';
import { at, caseId, complainant, decider, expire, filing, parties, registered } from '../case-story.fixture';
import { knownCase, type KnownCase, type Referring } from './filing.rules';

const mirrored: CaseParties = { complainant: parties.respondent, respondent: parties.complainant };
const other = '6f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
const file = (referring: Referring) => ({ ...filing('2025-03-04T10:00:00+01:00'), caseId: other, referring });
const unfiled = given(decider);

const closed = unfiled.when(
  filing('2025-02-04T10:00:00+01:00', { remedy: [] }),
  expire('completeness'),
  expire('cure'),
);
const open = unfiled.when(...registered);
const known = (scenario: typeof open, changes: Partial<KnownCase> = {}): KnownCase => ({
  ...(knownCase(scenario.state) as KnownCase),
  ...changes,
});

describe('a case that is filed again', () => {
  it('names the one that was closed without prejudice, and is a new one (S2b)', () => {
    const again = unfiled.when(file({ previous: known(closed) }));
    expect(again.state).toMatchObject({ status: 'filed', caseId: other, relations: { previous: caseId } });
  });

  it('names one of its own side that ended otherwise than by a settlement', () => {
    expect(unfiled.refusalOf(file({ previous: null }))).toBe('previous-not-closed');
    expect(unfiled.refusalOf(file({ previous: known(open) }))).toBe('previous-not-closed');
    expect(unfiled.refusalOf(file({ previous: known(closed, { parties: mirrored }) }))).toBe('previous-not-closed');
    expect(unfiled.refusalOf(file({ previous: known(open, { outcome: 'settled' }) }))).toBe('previous-not-closed');
    for (const outcome of ['withdrawn', 'lapsed', 'findings-issued'] as const)
      expect(unfiled.when(file({ previous: known(open, { outcome }) })).recorded).toEqual(['GrievanceFiled']);
  });
});

describe('a counter-grievance', () => {
  const first = known(open, { parties: mirrored });

  it('names a registered case of the other party whose screening goes on (I-32)', () => {
    const counter = unfiled.when(file({ counterTo: { case: first, relation: 'distinct' } }));
    expect(counter.state).toMatchObject({
      relations: { counterTo: { caseId, docketNumber: 'CN-2025-0001', relation: 'distinct' } },
    });
    expect(unfiled.decision(file({ counterTo: { case: null, relation: 'distinct' } }))).toMatchObject({
      reason: { code: 'no-case-to-counter' },
      path: '/counterTo/case',
    });
    expect(unfiled.refusalOf(file({ counterTo: { case: known(open), relation: 'distinct' } }))).toBe(
      'no-case-to-counter',
    );
    expect(
      unfiled.refusalOf(file({ counterTo: { case: { ...first, outcome: 'lapsed' }, relation: 'distinct' } })),
    ).toBe('no-case-to-counter');
    expect(
      unfiled.refusalOf(file({ counterTo: { case: { ...first, docketNumber: null }, relation: 'distinct' } })),
    ).toBe('no-case-to-counter');
  });

  const registeredAfter = (relation: 'same-matter' | 'distinct') =>
    unfiled.when(
      { ...file({ counterTo: { case: first, relation } }) },
      { type: 'FindComplete', ...complainant('2025-03-05T10:00:00+01:00') },
      {
        type: 'RegisterCase',
        docketNumber: 'CN-2025-0002',
        casesAtOnce: 1,
        completeAt: at('2025-03-05T10:00:00+01:00'),
      },
    );

  it('on the same matter offers a common timetable with its registration', () => {
    const same = registeredAfter('same-matter');
    expect(same.recorded).toEqual(['CaseRegistered', 'GrievanceServed', 'ConsentProposed']);
    expect(same.state).toMatchObject({
      proposals: [
        {
          matter: { kind: 'consolidation', beside: [{ caseId, docketNumber: 'CN-2025-0001' }] },
          proposedBy: parties.complainant,
        },
      ],
    });
  });

  it('that is distinct is a case of its own and offers nothing', () => {
    const distinct = registeredAfter('distinct');
    expect(distinct.recorded).toEqual(['CaseRegistered', 'GrievanceServed']);
    expect(distinct.events.at(-2)).toMatchObject({
      data: { counterTo: { docketNumber: 'CN-2025-0001', relation: 'distinct' } },
    });
  });
});
