import type { Instant, IsoDate, PartyCode } from '@parley/kernel';
import fc from 'fast-check';
import { REQUESTERS } from '../../services/referral/src/dossier/dossier.rules';
import { channelStanding, forumOf, forumRules, standing } from '../../services/referral/src/forums/forums.rules';
import { holdsInEveryHistory } from './holds';
import { forumThatHears, isHeardThere } from './rules/i-49-forum-that-hears.rule';
import { sentence } from './sentences';

const TODAY = '2026-03-02' as IsoDate;

/** A complete request, except perhaps for people who are heard. */
const fromWhomever = fc.constantFrom(...forumRules).chain((rules) => {
  const forum = forumOf(rules, 'WORLD_BANK');
  if (forum.kind !== 'channels') throw new Error('the World Bank hears through channels');
  return fc.constantFrom(...forum.channels).chain(({ code, institutions }) =>
    fc
      .record({
        institution: fc.constantFrom(...institutions),
        requester: fc.constantFrom(...REQUESTERS),
        people: fc.nat(4),
      })
      .map((who) => ({
        forum,
        request: {
          channel: code,
          project: { id: 'P1', name: 'A dam' },
          closedOn: null,
          raisedWithManagement: true,
          harm: [],
          ...who,
        },
      })),
  );
});

describe(sentence('I-49'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(forumThatHears, { runs: 60 }));

  it('holds for whoever asks one of the World Bank’s channels, under every version of its rules', () => {
    fc.assert(
      fc.property(fromWhomever, ({ forum, request }) =>
        expect(channelStanding(forum, request, TODAY) === undefined).toBe(isHeardThere(request)),
      ),
    );
  });

  it('holds for whatever is claimed before the WTO, under every version of its rules', () => {
    const parties = { complainant: 'US' as PartyCode, respondent: 'CN' as PartyCode };
    const claimed = fc.constantFrom('GATT1994', 'GATS', 'TRIPS', 'PHASE-ONE', 'a treaty of friendship', '');
    fc.assert(
      fc.property(
        fc.constantFrom(...forumRules),
        fc.array(claimed, { minLength: 1, maxLength: 3 }),
        (rules, agreements) => {
          const wto = forumOf(rules, 'WTO');
          if (wto.kind !== 'open') throw new Error('the WTO hears its Members');
          const refused = standing(
            wto,
            parties,
            agreements.map((agreement, index) => ({ id: `C${String(index)}`, agreement })),
            `${TODAY}T08:00:00.000Z` as Instant,
          );
          expect(refused === undefined).toBe(
            agreements.every((agreement) => ['GATT1994', 'GATS', 'TRIPS'].includes(agreement)),
          );
        },
      ),
    );
  });
});
