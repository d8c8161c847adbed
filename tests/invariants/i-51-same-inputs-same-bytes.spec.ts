import type { DossierCheckpoint } from '@parley/contracts';
import { sha256 } from '@parley/event-store';
import { seededRandom } from '../chaos/seeded-random';
import { dossierBuilder, type DossierMaterials } from '../../services/referral/src/dossier/dossier.reaction';
import type { IssuedDossier } from '../../services/referral/src/dossier/dossier.rules';
import {
  america,
  caseId,
  china,
  docketNumber,
  order,
  parties,
} from '../../services/referral/src/dossier/dossier-story.fixture';
import { packedDossier, storedExhibits } from '../../services/referral/src/dossier/packed-dossier.fixture';
import { rebuildDossier } from '../../services/referral/src/dossier/rebuild-dossier';
import { smallCheckpoint } from '../../services/referral/src/dossier/small-checkpoint.fixture';
import { noReferral, type FiledReferral } from '../../services/referral/src/referral/referral-state.rules';
import { sentence } from './sentences';

const { dossier, events, keys } = order();
const STATE = {
  ...noReferral,
  ...{ status: 'filed', parties, told: { members: [], stoodStill: [], registration: { docketNumber } } },
} as unknown as FiledReferral;

/** The record of a case, beside a log that shows this checkpoint now. */
const besideLog = (checkpoint: DossierCheckpoint | null | undefined): DossierMaterials => ({
  materials: { of: () => Promise.resolve(events) },
  parties: [america, china],
  keys: () => Promise.resolve(keys),
  attempts: () => Promise.resolve([]),
  heardBefore: () => Promise.resolve(),
  checkpoint: () => Promise.resolve(checkpoint),
});

describe(sentence('I-51'), () => {
  it('the same case gives the same bag, in whatever order its events were heard', async () => {
    const first = await packedDossier(await storedExhibits());
    expect(first.byteLength).toBeGreaterThan(1_000);
    for (const seed of [1, 2]) {
      const events = seededRandom(seed).shuffled(order().events);
      expect(sha256(await packedDossier(await storedExhibits(), { ...order(), events }))).toBe(sha256(first));
    }
  });

  it.each([
    ['with the checkpoint that it holds', smallCheckpoint],
    ['without one where the log had none in time', () => Promise.resolve(null)],
    ['without one in the first edition', () => Promise.resolve(undefined)],
  ])('is built again %s, however the log has grown since', async (_, held) => {
    const blobs = await storedExhibits();
    const end = { by: 'default', at: dossier.deadline.dueAt, missing: [] } as const;
    const built = dossierBuilder(besideLog(await held()), blobs);
    const assembly = { ...(await built.assemble(caseId as never, { dossier, state: STATE })), at: end.at };
    const closed = { ...dossier, status: 'closed', assembly, end } as const;
    const { digest, sizeBytes } = await built.pack(caseId as never, { dossier: closed, state: STATE });
    const issued: IssuedDossier = {
      ...closed,
      status: 'issued',
      issuedAt: end.at,
      packed: digest,
      sizeBytes,
    };
    const rebuilt = await rebuildDossier(besideLog(await smallCheckpoint('later.example/log')), blobs)(
      caseId as never,
      issued,
      STATE,
    );
    expect(rebuilt).toEqual({ manifest: assembly.digest, packed: digest });
  });
});
