import type { Instant, IsoDate, Sha256 } from '@parley/kernel';
import {
  amendedRuleSet,
  currentRuleSet,
  ruleSetDigest,
  UnknownRuleSetError,
  type AdoptedRules,
  type RuleSet,
} from '@parley/procedure';
import { InstalledRules } from './installed-rules';

const inForceFrom = '2026-11-04T09:00:00.000Z' as Instant;
const from = '2026-11-04' as IsoDate;
const numbers = { 'tracks.standard.clocks.reply.length': 12 };
const released: AdoptedRules = {
  version: '2026-1',
  amends: null,
  from: null,
  inForceFrom,
  numbers: {},
  digest: ruleSetDigest(currentRuleSet, null),
};
const amendmentOf = (base: RuleSet, version: string): readonly [RuleSet, AdoptedRules] => {
  const ruleSet = amendedRuleSet(base, { version, amends: base.version, numbers }, inForceFrom);
  const digest = ruleSetDigest(ruleSet, from);
  return [ruleSet, { version, amends: base.version, from, inForceFrom, numbers, digest }];
};
const [next, second] = amendmentOf(currentRuleSet, '2026-2');
const [, third] = amendmentOf(next, '2026-3');
const versionsOf = (rules: InstalledRules) => rules.all().map((each) => each.version);

describe('the rules by which a process goes', () => {
  it('are those of the release, and what was adopted since', async () => {
    const adopted: AdoptedRules[] = [];
    const rules = new InstalledRules(() => Promise.resolve([...adopted]));
    await rules.refresh();
    expect(versionsOf(rules)).toEqual(['2026-1']);
    adopted.push(released, second, third);
    await rules.refresh();
    expect(versionsOf(rules)).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it('are in effect only from their adoption on (I-71)', async () => {
    const adopted: AdoptedRules[] = [];
    const rules = new InstalledRules(() => Promise.resolve([...adopted]));
    await rules.refresh();
    expect(rules.isInEffect(inForceFrom)).toBe(false);
    adopted.push(released);
    await rules.refresh();
    expect([rules.isInEffect('2026-11-04T08:59:59.999Z' as Instant), rules.isInEffect(inForceFrom)]).toEqual([
      false,
      true,
    ]);
  });

  it('are the same whichever look ends last', async () => {
    const looks = [[second, third], [second]];
    const rules = new InstalledRules(() => Promise.resolve(looks.shift() ?? []));
    await rules.refresh();
    await rules.refresh();
    expect(versionsOf(rules)).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it('are waited for by who needs a version that is heard of later, and not for ever', async () => {
    let looks = 0;
    const rules = new InstalledRules(() => Promise.resolve(++looks < 3 ? [] : [second]));
    await rules.until('2026-2');
    expect([looks, versionsOf(rules)]).toEqual([3, ['2026-1', '2026-2']]);
    await expect(rules.until('2030-1')).rejects.toEqual(new UnknownRuleSetError('2030-1'));
  });

  it('are named that this release cannot go by: without what they amend, or another of their name', async () => {
    const adopted: AdoptedRules[] = [{ ...second, version: '2030-2', amends: '2030-1' }];
    const rules = new InstalledRules(() => Promise.resolve([...adopted]));
    await rules.refresh();
    const fault = 'the record has rule sets by which this release cannot go: 2030-2';
    expect([versionsOf(rules), rules.fault]).toEqual([['2026-1'], fault]);
    adopted.push({ ...second, version: '2026-1' });
    await rules.refresh();
    expect([versionsOf(rules), rules.fault]).toEqual([['2026-1'], `${fault}, 2026-1`]);
  });

  it('are gone by to the letter of what was signed, or not at all (I-71)', async () => {
    for (const otherwise of [
      { ...released, digest: 'ab'.repeat(32) as Sha256 },
      { ...second, numbers: { 'tracks.standard.clocks.reply.length': 11 } },
      { ...second, from: '2026-11-03' as IsoDate },
    ]) {
      const rules = new InstalledRules(() => Promise.resolve([otherwise]));
      await rules.refresh();
      expect(versionsOf(rules)).not.toContain(otherwise.version);
      expect(rules.fault).toBe(`the record has rule sets by which this release cannot go: ${otherwise.version}`);
    }
  });
});
