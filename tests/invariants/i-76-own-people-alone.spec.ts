import { mayRead, type Caller, type CaseAccess } from '@parley/access';
import { ROLES, type PartyCode, type PersonId } from '@parley/kernel';
import fc from 'fast-check';
import { contactFor } from '../../services/intake/src/case/outcome/outcome.response';
import type { Persons } from '../../services/intake/src/registry/persons/persons.table';
import { eraseContact } from '../../services/intake/src/registry/persons/contacts.rules';
import { DOSSIER_BASES, type Dossier } from '../../services/referral/src/dossier/dossier.rules';
import {
  ask,
  assemble,
  decider,
  filed,
  lapsed,
  registered,
  served,
} from '../../services/referral/src/referral/referral-story.fixture';
import type { ReferralEvent } from '../../services/referral/src/referral/referral.rules';
import { mayReadContent } from '../../services/referral/src/referral/referral.http';
import { holdsInEveryHistory } from './holds';
import { ownPeopleAlone } from './rules/i-76-own-people-alone.rule';
import { sentence } from './sentences';

const [US, CN, OTHER] = ['US' as PartyCode, 'CN' as PartyCode, 'XX' as PartyCode];
const parties = { complainant: CN, respondent: US };
const people = fc.record({
  kind: fc.constant('person' as const),
  personId: fc.constantFrom('seated', 'somebody').map((id) => id as PersonId),
  party: fc.constantFrom(US, CN, OTHER, null),
  roles: fc.constantFrom(...ROLES).map((role) => [role]),
});
const callers: fc.Arbitrary<Caller> = fc.oneof(fc.constant<Caller>({ kind: 'public' }), people);
const owners = fc.constantFrom(CN, US);
const accessOf = (filer: PartyCode): CaseAccess => ({
  stage: 'filed',
  parties,
  filer,
  nominated: ['seated' as PersonId],
  seated: ['seated' as PersonId],
});

/** A side's people, by hand: who speaks for it, who audits for it, whom it sent to the registry. */
const isOfItsPeople = (caller: Caller, owner: PartyCode): boolean =>
  caller.kind === 'person' &&
  caller.party === owner &&
  ['desk', 'auditor', 'registry'].some((role) => (caller.roles as readonly string[]).includes(role));

describe(sentence('I-76'), () => {
  it('what a side lays before the registry alone is read by its people, and by nobody else in whatever office', () => {
    fc.assert(
      fc.property(callers, owners, (caller, owner) => {
        expect(mayRead('FILER', caller, accessOf(owner))).toBe(isOfItsPeople(caller, owner));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a dossier is read by the people of who asked for it until it is issued, and no co-head is among them', () => {
    fc.assert(
      fc.property(callers, owners, fc.constantFrom('signing', 'closed'), (caller, party, status) => {
        const dossier = { party, status } as Dossier;
        expect(mayReadContent(dossier, caller, accessOf(CN))).toBe(isOfItsPeople(caller, party));
      }),
      { numRuns: 1_000 },
    );
  });

  it('nothing of what is in a dossier is on record for others before it is issued, not even how much', () => {
    const recorded: ReferralEvent[] = [];
    let state = decider.initial;
    const story = [filed, registered, served, lapsed, ask('2025-07-08T10:00:00Z')];
    for (const command of [...story, ...DOSSIER_BASES.map((basis) => assemble({ basis }))]) {
      const decision = decider.decide(command, state);
      for (const event of decision.kind === 'accepted' ? decision.events : []) {
        state = decider.evolve(state, event);
        recorded.push(event as ReferralEvent);
      }
    }
    const ofDossiers = recorded.filter(({ data }) => /"(withheld|octets|request)":/.test(JSON.stringify(data)));
    expect(ofDossiers.map(({ type, tier, data }) => [type, tier, 'party' in data && data.party])).toEqual([
      ['DossierRequested', 'FILER', CN],
      ['DossierAssembled', 'FILER', CN],
    ]);
  });

  it('whom to call is shown to the complainant’s people alone', async () => {
    const contact = { name: 'Li Wei', reach: '+86 10 0000 0000' };
    const persons = { find: () => Promise.resolve(contact) } as unknown as Persons;
    await fc.assert(
      fc.asyncProperty(callers, async (caller) => {
        const shown = await contactFor(caller, { parties, contact: 'p-1' as PersonId }, persons);
        expect(shown).toEqual(isOfItsPeople(caller, CN) ? contact : null);
      }),
      { numRuns: 500 },
    );
  });

  it('whom to call is deleted by that side alone, with the person on record', () => {
    fc.assert(
      fc.property(people, ({ personId, party }) => {
        const receivedAt = '2025-02-10T09:00:00.000Z' as Parameters<typeof eraseContact>[0]['receivedAt'];
        const decision = eraseContact({ type: 'EraseContact', by: personId, party, receivedAt, complainant: CN });
        expect(decision).toMatchObject(
          party === CN
            ? { kind: 'accepted', events: [{ tier: 'FILER', data: { party: CN, by: personId } }] }
            : { kind: 'refused', reason: { code: 'not-your-contact' } },
        );
      }),
    );
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(ownPeopleAlone));
});
