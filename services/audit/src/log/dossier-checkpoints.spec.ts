import { dossierCheckpointPath, parseDossierCheckpoint, referral } from '@parley/contracts';
import type { CommandId } from '@parley/kernel';
import { judgeCheckpoint, nodeChecks, parsePolicy } from '@parley/transparency';
import { caseIdOf, tells } from '../docket/docket-story.fixture';
import { dossierCheckpoints } from './dossier-checkpoints';
import { WitnessedLog } from './witnessed-log.fixture';

const ASKED = { caseId: caseIdOf(1), party: 'CN', requestedAt: '2025-02-03T08:00:00.000Z' };

describe('the checkpoint for a dossier', () => {
  let log: WitnessedLog;
  beforeEach(async () => {
    log = await WitnessedLog.of();
  });
  afterEach(() => log.close());

  /** Hears the request. @param patience in milliseconds, for both sides and for the log */
  const hear = async (
    patience: readonly [number, number],
    stopped = new AbortController().signal,
  ): Promise<unknown> => {
    const { store, files, checkpoints, attestation, secrets, witnesses } = log;
    const kept = { files, checkpoints, attestation, secrets, witnesses };
    const { concerns, answer } = dossierCheckpoints({ store, log: kept, stopped, patience });
    const event = tells(referral.DossierRequestedSchema, ASKED.requestedAt, { ...ASKED, forum: 'WTO' });
    expect(concerns?.(event)).toBe(true);
    return answer(event, 'c' as CommandId);
  };
  const taken = () => {
    const bytes = log.files.files.get(dossierCheckpointPath(ASKED));
    return bytes && parseDossierCheckpoint(bytes);
  };
  const judged = async () => {
    const { note = '', policy = '' } = taken() ?? {};
    return judgeCheckpoint(nodeChecks, await parsePolicy(nodeChecks.digest, policy), note);
  };

  it('covers what was recorded when the request was heard, and both sides cosigned it', async () => {
    await log.grow(20);
    await log.look();
    await log.record(3);
    const hearing = hear([5_000, 5_000]);
    await log.sign();
    await log.look();
    await hearing;
    const { checkpoint, cosigned } = await judged();
    expect([taken()?.attested, checkpoint.size]).toEqual([true, 48]);
    expect(cosigned.map(({ witness }) => witness)).toEqual(['time-of-the-log', 'us', 'cn']);
  });

  it('is one for each request, however often that is heard and however the log grows', async () => {
    await log.grow(5);
    await log.look();
    await hear([0, 0]);
    const first = taken();
    await log.grow(5);
    await log.look();
    await hear([0, 0]);
    expect(taken()).toEqual(first);
    expect((await judged()).checkpoint.size).toBe(16);
  });

  it('is by the log alone, and says so, where a side does not cosign in time', async () => {
    await log.grow(5);
    await hear([0, 0]);
    expect(taken()).toMatchObject({ attested: false });
    expect((await judged()).cosigned.map(({ witness }) => witness)).toEqual(['time-of-the-log']);
    expect(taken()?.policy).toContain('quorum none');
  });

  it('is none where the log does not cover the request in time: nothing older is taken for it', async () => {
    await log.grow(5);
    await log.look();
    await log.record(1);
    await hear([0, 300]);
    expect(taken()).toBeUndefined();
  });

  it('is left to the next process where the service stops while it waits', async () => {
    await log.grow(5);
    await log.record(1);
    await expect(hear([0, 60_000], AbortSignal.timeout(50))).rejects.toThrow();
    expect(taken()).toBeUndefined();
  });
});
