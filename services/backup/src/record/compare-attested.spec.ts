import { LogSecrets } from '@parley/audit';
import { logKeysIn } from '@parley/hosting/installation';
import { refuseBehind } from '../restore-backup';
import type { VerifiedBackup } from '../verify-backup';
import { compareOutside, judgeOutside, type Comparison } from './compare-attested';
import { KeptLog } from './kept-log.fixture';

const FROM = 'https://witness.example';

/** How a backup that has one log stands to checkpoints of others. */
async function comparedWith(own: KeptLog | undefined, ...others: readonly KeptLog[]): Promise<Comparison> {
  const outside = others.map(async (each) => judgeOutside(await each.policy(), await each.note(2), FROM));
  return compareOutside(own?.read ?? (() => undefined), await own?.checkpoint(), await Promise.all(outside));
}
const kindOf = async (...logs: Parameters<typeof comparedWith>) => {
  const { kind, missing } = await comparedWith(...logs);
  return [kind, missing];
};

describe('what both sides attested', () => {
  let [own, before, after, other]: KeptLog[] = [];
  beforeAll(async () => {
    [own, before, after, other] = await Promise.all([
      ...[KeptLog.of('one', 20), KeptLog.of('one', 16), KeptLog.of('one', 300)],
      KeptLog.of('another', 16),
    ]);
  });

  it('is covered by a backup that has all of it, or more', async () => {
    expect(await kindOf(own, own!)).toEqual(['covered', 0]);
    expect(await kindOf(own, before!, own!)).toEqual(['covered', 0]);
  });

  it('shows how many entries an older one lacks, whatever else covers it', async () => {
    expect(await kindOf(own, after!)).toEqual(['older', 280]);
    expect(await kindOf(own, before!, after!, own!)).toEqual(['older', 280]);
    expect(await kindOf(undefined, before!)).toEqual(['older', 16]);
  });

  it('shows another past, also where that has fewer entries, or another checkpoint more', async () => {
    expect(await kindOf(own, other!)).toEqual(['differs', 0]);
    expect(await kindOf(own, after!, other!)).toEqual(['differs', 0]);
    expect(await kindOf(other, before!)).toEqual(['differs', 0]);
  });

  it('is signed by the log, and says whether both sides cosigned it', async () => {
    const judged = async (note: string) => judgeOutside(await own!.policy(), note, FROM);
    const joint = [await judged(await own!.note(2)), await judged(await own!.note(1)), await judged(await own!.note())];
    expect(joint.map(({ isJoint }) => isJoint)).toEqual([true, false, false]);
    const stranger = await new LogSecrets(logKeysIn(Buffer.alloc(96, 1))).log();
    for (const note of [await own!.note(2, stranger), 'no note'])
      await expect(judged(note)).rejects.toMatchObject({
        code: 'attested-unread',
        about: expect.stringContaining(FROM),
      });
  });

  it('refuses what is older or differs, and says in which way', async () => {
    const manifest = { takenAt: '2025-02-05T08:00:00.000Z', log: { size: 20 } };
    const refusal = async (...logs: Parameters<typeof comparedWith>) => {
      const compared = await comparedWith(...logs);
      return () => refuseBehind({ manifest, compared } as unknown as VerifiedBackup);
    };
    expect(await refusal(own, before!)).not.toThrow();
    expect(await refusal(own, after!)).toThrow(
      /older than what was attested.*example has 300 entries, the backup of 2025-\S+ 20: 280 are missing\)$/,
    );
    const differing = await refusal(own, other!);
    expect(differing).toThrow(
      /another past than the one that was attested.*example has 16 entries, and they are not the first 16 of the 20/,
    );
    expect(differing).not.toThrow(/missing/);
  });
});
