import { mayAct, type CaseAccess } from '@parley/access';
import type { Decision, DomainEvent, PartyCode, PersonId, Role } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { KnownCase } from '../../services/evidence/src/casefile/casefile.rules';
import * as evidence from '../../services/evidence/src/casefile/evidence-story.fixture';
import * as intake from '../../services/intake/src/case/case-story.fixture';
import * as consent from '../../services/intake/src/case/consent/consent-story.fixture';
import * as panel from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import * as referral from '../../services/referral/src/referral/referral-story.fixture';
import { appointedConciliators } from '../../services/referral/src/settlement/conciliators-state.rules';
import type {
  FiledSettlement,
  SettlementCommand,
} from '../../services/referral/src/settlement/settlement-region.rules';
import * as settlement from '../../services/referral/src/settlement/settlement-story.fixture';
import { holdsInEveryHistory } from './holds';
import { oneCapacity } from './rules/i-05-one-capacity.rule';
import { sentence } from './sentences';

const EXCLUSIVE: readonly Role[] = ['desk', 'registry', 'panel', 'cohead', 'expert', 'third-party', 'conciliator'];
const ALL: readonly Role[] = [...EXCLUSIVE, 'auditor', 'operator'];

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const access: CaseAccess = {
  stage: 'filed',
  parties: { complainant: US, respondent: CN },
  filer: US,
  nominated: ['p' as PersonId],
  seated: ['p' as PersonId],
  heard: ['p' as PersonId],
};

const conciliation = given(settlement.decider).when(
  settlement.filed,
  settlement.registered,
  settlement.propose(US, '2025-03-03T10:00:00Z'),
  settlement.acceptOf(CN, '2025-03-05T10:00:00Z'),
);

/** The decision on a person who has signed for one side and then signs for the other, with everything else in order. */
const signedForBoth: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  'a dossier'() {
    const { ask, assemble, decider, filed, findings, registered, served, sign } = referral;
    const one = given(decider).when(
      filed,
      registered,
      served,
      findings,
      ask('2025-06-23T10:00:00Z'),
      assemble(),
      sign(CN, '2025-06-23T11:00:00Z'),
    );
    const other = sign(US, '2025-06-23T12:00:00Z');
    expect(one.decision(other).kind).toBe('accepted');
    return one.decision({ ...other, ...referral.coHead(CN, '2025-06-23T12:00:00Z'), party: US } as typeof other);
  },
  'a challenge'() {
    const { challenge, decide, disclosed } = panel;
    const one = givenPanel().when(
      ...disclosed,
      challenge(CN, 'us-1', '2025-02-14T10:00:00Z'),
      decide(US, 'us-1', 'upheld', '2025-02-17T10:00:00Z'),
    );
    const other = decide(CN, 'us-1', 'upheld', '2025-02-17T11:00:00Z');
    expect(one.decision(other).kind).toBe('accepted');
    return one.decision({ ...other, by: panel.person('us-cohead') } as typeof other);
  },
  'the readers of an exhibit'() {
    const { asChina, exhibit, registered, signing } = evidence;
    const filed = registered.when(exhibit('u1', { tier: 'PANEL' }));
    const [here] = (filed.state as KnownCase).exhibits.values();
    if (!here) throw new Error('no exhibit was accepted');
    const one = filed.when(signing(here, 'PARTIES'));
    expect(one.decision(signing(here, 'PARTIES', asChina)).kind).toBe('accepted');
    return one.decision(signing(here, 'PARTIES', { party: CN }));
  },
  'a proposal'() {
    const matter = consent.extension('reply', 5);
    const one = given(intake.decider).when(...intake.registered, consent.propose(matter, '2025-02-10T10:00:00Z'));
    const other = consent.sign(matter, '2025-02-11T10:00:00Z');
    expect(one.decision(other).kind).toBe('accepted');
    return one.decision({ ...other, by: intake.complainant('2025-02-11T10:00:00Z').by });
  },
};

describe(sentence('I-05'), () => {
  it.each(Object.entries(signedForBoth))('nobody signs %s for both sides', (_, decision) => {
    expect(decision()).toMatchObject({ kind: 'refused', reason: { rule: 'I-05', status: 403 } });
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(oneCapacity));

  it('nobody is made anything by being named: as a third party by a co-chair, or as an expert', () => {
    const { at, coHead, desk, ...story } = panel;
    const when = '2025-03-24T10:00:00Z';
    const [other, officer] = [story.person('us-cohead'), story.person('us-desk-2')];
    const name = story.text('Importers');
    const named = givenPanel().when(
      ...story.reviewing,
      { type: 'AdmitThirdParty', ...story.member('cn-2', when), name, personId: other },
      { type: 'ProposeExperts', ...desk(CN, when), experts: [{ name, expertise: ['tariffs'], personId: officer }] },
      { type: 'RecordExpert', expertId: 'expert:CN:1', questions: name, at: at(when) },
    );
    const reason = { en: 'Illness.', 'zh-Hans': '患病。' };
    const extension = { type: 'ProposeExtension', deadline: 'review', length: 5, reason } as const;
    const acts = [
      { ...extension, ...coHead(US, '2025-03-25T10:00:00Z'), signatories: 'coheads' },
      { ...extension, ...desk(US, '2025-03-25T10:00:00Z'), by: officer, signatories: 'parties' },
    ] as const;
    for (const act of acts) expect(named.when(act).recorded).toEqual(['ExtensionProposed']);
  });

  it('nobody is made a member by being nominated, but by the own disclosure', () => {
    const { disclose, nominate, opened, desk } = panel;
    const [when, member] = ['2025-02-13T10:00:00Z', panel.person('us-1')];
    const nominated = givenPanel().when(...opened, nominate('us-1', '2025-02-12T10:00:00Z'));
    const act = { ...nominate('us-2', when), ...desk(US, when), by: member } as never;
    expect(nominated.when(act).recorded).toEqual(['MemberNominated']);
    expect(nominated.when(disclose('us-1', when)).refusalOf(act)).toBe('two-capacities-in-case');
  });

  it('a conciliator is whom a side picked last and who has accepted since, for one side; both or nobody', () => {
    const people = fc.constantFrom('anna', 'bo', 'carl').map((id) => id as PersonId);
    const step = fc.record({
      does: fc.constantFrom('picks', 'accepts', 'accepts', 'withdraws'),
      who: people,
      side: fc.constantFrom(US, CN),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 12, maxLength: 30 }), (steps) => {
        let story = conciliation;
        let [picked, accepted, both]: [Record<string, string>, Record<string, string>, boolean] = [{}, {}, false];
        let picks: Record<string, number> = {};
        for (const { does, who, side } of steps) {
          const act = { by: who, party: null, receivedAt: referral.at('2025-03-06T10:00:00Z') };
          const command = {
            picks: { type: 'PickConciliator', ...act, by: 'officer' as PersonId, party: side, person: who },
            accepts: { type: 'AcceptAsConciliator', ...act, of: side },
            withdraws: { type: 'WithdrawAsConciliator', ...act },
          }[does] as SettlementCommand;
          const isOthers = Object.entries(accepted).some(([of, person]) => of !== side && person === who);
          const own = Object.keys(accepted).find((of) => accepted[of] === who);
          const may = {
            // A side picks ten persons at most in one try.
            picks:
              !both && !isOthers && accepted[side] === undefined && picked[side] !== who && (picks[side] ?? 0) < 10,
            accepts: !both && !isOthers && accepted[side] === undefined && picked[side] === who,
            withdraws: own !== undefined,
          }[does];
          expect(story.decision(command).kind).toBe(may ? 'accepted' : 'refused');
          if (!may) continue;
          story = story.when(command);
          if (does === 'picks') [picked[side], picks[side]] = [who, (picks[side] ?? 0) + 1];
          if (does === 'accepts') accepted[side] = who;
          if (does === 'withdraws' && own !== undefined) {
            if (both) [picked, accepted, picks] = [{}, {}, {}];
            else
              [picked, accepted] = [picked, accepted].map(({ [own]: _, ...left }) => left) as [
                typeof picked,
                typeof picked,
              ];
          }
          both = Object.keys(accepted).length === 2;
          const { conciliators } = story.state as FiledSettlement;
          expect([...appointedConciliators(conciliators)].toSorted()).toEqual(
            both ? Object.values(accepted).toSorted() : [],
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('a token with two of these capacities acts in none of them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1 }),
        fc.constantFrom(...ALL),
        fc.constantFrom(US, CN),
        (roles, as, party) => {
          const decision = mayAct(
            { as: [as], rule: 'S4' },
            { kind: 'person', personId: 'p' as PersonId, party, roles },
            access,
          );
          const capacities = roles.filter((role) => EXCLUSIVE.includes(role));
          if (capacities.length > 1)
            expect(decision).toMatchObject({ kind: 'refused', reason: { code: 'two-capacities', rule: 'I-05' } });
          if (decision.kind === 'may') expect(capacities).toEqual([decision.role]);
        },
      ),
    );
  });
});
