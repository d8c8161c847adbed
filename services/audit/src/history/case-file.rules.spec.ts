import type { CaseParties, Instant, PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import type { PublicFact } from '../docket/docket-deadlines.rules';
import { caseFileDecider, type HearMessage } from './history.rules';
import type { Learning } from './case-at.rules';

const parties: CaseParties = { complainant: 'CN' as PartyCode, respondent: 'US' as PartyCode };
const at = '2025-02-06T10:00:00.000Z' as Instant;
const person = (id: string): PersonId => id as PersonId;
const fact: PublicFact = {
  sourceEventId: 'e1',
  caseId: 'c',
  kind: 'panel-opened',
  at,
  texts: { en: 'x', 'zh-Hans': 'x' },
  facts: {},
};
const hears = (...learnings: readonly Learning[]): HearMessage => ({ learnings, fact: null, at });
const tells = (what: PublicFact, ...learnings: readonly Learning[]): HearMessage => ({ learnings, fact: what, at });
const registration: Learning = { kind: 'registration', parties, docketNumber: 'CN-2025-0001' };
const file = given(caseFileDecider);

describe('the file of a case', () => {
  it('holds a public fact of a case that is not registered', () => {
    const after = file.when(hears({ kind: 'filing', parties }), tells(fact));
    expect(after.recorded).toEqual(['FactHeld']);
    expect(after.state.held).toEqual([fact]);
  });

  it('holds no fact of a registered case: the docket records it', () => {
    expect(file.when(tells(fact, registration), tells(fact)).recorded).toEqual([]);
  });

  it('keeps in order what waits for the registration', () => {
    const later = { ...fact, sourceEventId: 'e2' };
    expect(file.when(tells(fact), tells(later), hears(registration)).state).toMatchObject({
      docketNumber: 'CN-2025-0001',
      held: [fact, later],
    });
  });

  it('knows a challenged member from a seated one until the challenge is settled (I-09)', () => {
    const seated = file.when(hears({ kind: 'panel-seated', members: [person('a'), person('b')] }));
    const challenged = seated.when(hears({ kind: 'member-challenged', personId: person('a') }));
    expect([...challenged.state.challenged]).toEqual(['a']);
    expect([...challenged.when(hears({ kind: 'challenge-settled', personId: person('a') })).state.challenged]).toEqual(
      [],
    );
  });

  it('forgets a member who left', () => {
    const left = file.when(
      hears({ kind: 'panel-seated', members: [person('a'), person('b')] }),
      hears({ kind: 'member-left', personId: person('a') }),
    );
    expect([...left.state.nominated]).toEqual(['b']);
    expect([...left.state.seated]).toEqual(['b']);
  });
});
