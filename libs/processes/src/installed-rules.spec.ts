import type { Instant, IsoDate } from '@parley/kernel';
import { UnknownRuleSetError, type BroughtInRules } from '@parley/procedure';
import { InstalledRules } from './installed-rules';

const inForceFrom = '2026-11-04T09:00:00.000Z' as Instant;
const version = (name: string, amends: string): BroughtInRules => ({
  version: name,
  amends,
  from: '2026-11-04' as IsoDate,
  inForceFrom,
  numbers: { 'tracks.standard.clocks.reply.length': 12 },
});
const versionsOf = (rules: InstalledRules) => rules.all().map((each) => each.version);

describe('the rules by which a process goes', () => {
  it('are those of the release, and what was brought in since', async () => {
    const broughtIn: BroughtInRules[] = [];
    const rules = new InstalledRules(() => Promise.resolve([...broughtIn]));
    await rules.refresh();
    expect(versionsOf(rules)).toEqual(['2026-1']);
    broughtIn.push(version('2026-2', '2026-1'), version('2026-3', '2026-2'));
    await rules.refresh();
    expect(versionsOf(rules)).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it('are the same whichever look ends last', async () => {
    const looks = [[version('2026-2', '2026-1'), version('2026-3', '2026-2')], [version('2026-2', '2026-1')]];
    const rules = new InstalledRules(() => Promise.resolve(looks.shift() ?? []));
    await rules.refresh();
    await rules.refresh();
    expect(versionsOf(rules)).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it('are waited for by who needs a version that is heard of later, and not for ever', async () => {
    let looks = 0;
    const rules = new InstalledRules(() => Promise.resolve(++looks < 3 ? [] : [version('2026-2', '2026-1')]));
    await rules.until('2026-2');
    expect([looks, versionsOf(rules)]).toEqual([3, ['2026-1', '2026-2']]);
    await expect(rules.until('2030-1')).rejects.toEqual(new UnknownRuleSetError('2030-1'));
  });

  it('are named that this release cannot go by: without what they amend, or another of their name', async () => {
    const broughtIn = [version('2030-2', '2030-1')];
    const rules = new InstalledRules(() => Promise.resolve([...broughtIn]));
    await rules.refresh();
    const fault = 'the record has rule sets by which this release cannot go: 2030-2';
    expect([versionsOf(rules), rules.fault]).toEqual([['2026-1'], fault]);
    broughtIn.push(version('2026-1', '2026-1'));
    await rules.refresh();
    expect([versionsOf(rules), rules.fault]).toEqual([['2026-1'], `${fault}, 2026-1`]);
  });
});
