import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { Act } from '../case-commands.rules';
import { caseId, complainant, parties, respondent } from '../case-story.fixture';
import { ADDRESSINGS, letterDecider, type Addressing, type SendLetter } from './letters.rules';

const text = [{ lang: 'en', text: 'Our contact has changed.', kind: 'original' }] as const;
const sends = (by: Act, addressing: Addressing): SendLetter => ({
  type: 'SendLetter',
  ...by,
  caseId,
  parties,
  addressing,
  subject: 'Contact',
  text,
});

describe('a letter', () => {
  it.each([
    ['everybody', 'PANEL'],
    ['other-party', 'PARTIES'],
    ['registry', 'FILER'],
  ] as const)('to %s is read by %s', (addressing, tier) => {
    expect(given(letterDecider).when(sends(complainant('2025-02-10T09:00:00Z'), addressing)).events).toMatchObject([
      { tier, data: { addressing, party: 'CN' } },
    ]);
  });

  it('is written by a party, and not without end', () => {
    expect(
      given(letterDecider).refusalOf(
        sends({ ...complainant('2025-02-10T09:00:00Z'), party: 'XX' as PartyCode }, 'everybody'),
      ),
    ).toBe('not-a-party');
    let full = given(letterDecider);
    for (let letter = 0; letter < 500; letter++)
      full = full.when(sends(complainant('2025-02-10T09:00:00Z'), 'everybody'));
    expect(full.refusalOf(sends(complainant('2025-02-10T09:00:00Z'), 'everybody'))).toBe('too-many-letters');
    expect(full.when(sends(respondent('2025-02-10T09:00:00Z'), 'everybody')).recorded).toEqual(['LetterSent']);
  });

  it('has a number that counts no letter of others, nor to others (I-43)', () => {
    const kinds = fc.record({ ours: fc.boolean(), addressing: fc.constantFrom(...ADDRESSINGS) });
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 12 }), (written) => {
        const by = (ours: boolean): Act =>
          ours ? complainant('2025-02-10T09:00:00Z') : respondent('2025-02-10T09:00:00Z');
        const { state } = given(letterDecider).when(
          ...written.map(({ ours, addressing }) => sends(by(ours), addressing)),
        );
        for (const party of ['CN', 'US']) {
          for (const addressing of ADDRESSINGS) {
            const numbers = state
              .filter((letter) => letter.party === party && letter.addressing === addressing)
              .map(({ id }) => Number(id.split(':').at(-1)));
            expect(numbers).toEqual(numbers.map((_, index) => index + 1));
          }
        }
        expect(new Set(state.map(({ id }) => id)).size).toBe(state.length);
      }),
    );
  });

  it('never has more readers than it is addressed to', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ADDRESSINGS), { maxLength: 10 }), (addressings) => {
        const { events } = given(letterDecider).when(
          ...addressings.map((addressing) => sends(complainant('2025-02-10T09:00:00Z'), addressing)),
        );
        expect(events.map(({ tier }) => tier === 'PANEL')).toEqual(
          addressings.map((addressing) => addressing === 'everybody'),
        );
        expect(events.map(({ tier }) => tier === 'FILER')).toEqual(
          addressings.map((addressing) => addressing === 'registry'),
        );
      }),
    );
  });
});
