import type { Instant, IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import { ruleSetRegisterDecider, type RuleSetOffered, type SignRuleSet } from './rule-sets.rules';

const proposedAt = '2026-03-02T09:00:00.000Z' as Instant;
const digestOf = (letter: string) => letter.repeat(64) as Sha256;
const offered = (version: string, digest: string, more: Partial<RuleSetOffered> = {}): RuleSetOffered => ({
  ...{ version, amends: null, from: null, opensAt: null, numbers: {} },
  digest: digestOf(digest),
  ...more,
});
const first = offered('2026-1', 'a');
const second = offered('2026-2', 'b', {
  ...{ amends: '2026-1', from: '2026-06-01' as IsoDate, opensAt: '2026-05-31T22:00:00.000Z' as Instant },
});
const sign = (side: string, when: string, { version, digest }: RuleSetOffered = first, by?: string): SignRuleSet => ({
  type: 'SignRuleSet',
  by: (by ?? `${side.toLowerCase()}-cohead`) as PersonId,
  party: side as PartyCode,
  receivedAt: when as Instant,
  version,
  digest,
});
const story = given(ruleSetRegisterDecider).when({
  type: 'ProposeRuleSets',
  versions: [first, second],
  at: proposedAt,
});
const [tuesday, wednesday] = ['2026-03-03T09:00:00.000Z', '2026-03-04T09:00:00.000Z'];

describe('the adoption of a version of the rules', () => {
  it('takes both co-heads, and names them (I-71)', () => {
    const one = story.when(sign('CN', tuesday));
    expect([one.recorded, one.state['2026-1']?.inForceFrom]).toEqual([['RuleSetSigned'], null]);
    const both = one.when(sign('US', wednesday));
    expect(both.events.at(-1)).toMatchObject({
      type: 'RuleSetAdopted',
      tier: 'PUBLIC',
      rule: 'I-71',
      data: {
        version: '2026-1',
        inForceFrom: wednesday,
        signedBy: [
          { party: 'CN', by: 'cn-cohead', at: tuesday },
          { party: 'US', by: 'us-cohead', at: wednesday },
        ],
      },
    });
  });

  it('is done by no co-head alone, by no person for both sides, over no other text, and once', () => {
    const one = story.when(sign('CN', tuesday));
    expect(one.refusalOf(sign('CN', wednesday))).toBe('rule-set-signed-by-your-side');
    expect(one.refusalOf(sign('CN', wednesday, first, 'cn-cohead-2'))).toBe('rule-set-signed-by-your-side');
    expect(one.refusalOf(sign('US', wednesday, first, 'cn-cohead'))).toBe('signs-for-both');
    expect(one.refusalOf(sign('US', wednesday, { ...first, digest: digestOf('c') }))).toBe('rule-set-digest-differs');
    expect(story.refusalOf(sign('US', tuesday, offered('2030-1', 'a')))).toBe('rule-set-not-proposed');
    expect(story.refusalOf(sign('US', tuesday, offered('constructor', 'a')))).toBe('rule-set-not-proposed');
    const both = one.when(sign('US', wednesday));
    expect(both.refusalOf(sign('US', wednesday))).toBe('rule-set-adopted-already');
  });

  it('comes into effect on its day, and never before the second signature, whatever day it names', () => {
    const adopted = story.when(sign('CN', tuesday), sign('US', wednesday));
    const early = adopted.when(sign('US', wednesday, second), sign('CN', '2026-04-01T09:00:00.000Z', second));
    expect(early.state['2026-2']?.inForceFrom).toBe('2026-05-31T22:00:00.000Z');
    const late = adopted.when(sign('US', wednesday, second), sign('CN', '2026-07-01T09:00:00.000Z', second));
    expect(late.state['2026-2']?.inForceFrom).toBe('2026-07-01T09:00:00.000Z');
  });

  it('waits for the version that it amends, and for none that takes effect later', () => {
    expect(story.refusalOf(sign('US', tuesday, second))).toBe('rule-set-base-not-adopted');
    const third = offered('2026-3', 'c', {
      ...second,
      version: '2026-3',
      opensAt: '2026-04-30T22:00:00.000Z' as Instant,
    });
    const later = story
      .when({ type: 'ProposeRuleSets', versions: [{ ...third, digest: digestOf('c') }], at: proposedAt })
      .when(sign('CN', tuesday), sign('US', tuesday), sign('CN', tuesday, second), sign('US', tuesday, second));
    const asThird = { ...third, digest: digestOf('c') };
    expect(later.when(sign('CN', wednesday, asThird)).refusalOf(sign('US', wednesday, asThird))).toBe(
      'rule-set-overtaken',
    );
  });
});
