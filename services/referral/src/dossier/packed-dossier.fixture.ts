import type { CaseParties, Instant } from '@parley/kernel';
import type { Assembly } from './dossier.rules';
import { assembleDossier, type AssemblyOrder } from './assemble-dossier';
import { putBytes } from './bag/bag';
import { caseId, coHeadOf, docketNumber, order, parties, pdfOfExhibit, spreadsheet } from './dossier-story.fixture';
import { MemoryBlobs } from './memory-blobs.fixture';
import { packDossier, type PackingOrder } from './pack-dossier';

/** Blobs that hold the exhibits of the story. */
export async function storedExhibits(): Promise<MemoryBlobs> {
  const blobs = new MemoryBlobs();
  await putBytes(blobs, pdfOfExhibit);
  await putBytes(blobs, spreadsheet);
  return blobs;
}

/** One co-head signed, the other one did not, and the time is up. */
const packing = ({ dossier }: AssemblyOrder, assembly: Assembly): PackingOrder => ({
  caseId,
  docketNumber,
  parties: parties as CaseParties,
  dossier: {
    ...dossier,
    status: 'closed',
    assembly: { ...assembly, at: '2025-07-08T09:00:01.000Z' as Instant },
    signatures: [
      {
        coHead: coHeadOf('CN'),
        party: 'CN' as never,
        digest: assembly.digest,
        receivedAt: '2025-07-10T09:00:00.000Z' as Instant,
      },
    ],
    end: { by: 'default', at: dossier.deadline.dueAt, missing: ['US' as never] },
  },
});

/** Goes the whole way from public events to the bytes of the .zip. */
export async function packedDossier(blobs: MemoryBlobs, assembled = order()): Promise<Buffer> {
  const { digest } = await packDossier(blobs, packing(assembled, await assembleDossier(blobs, assembled)));
  return blobs.bytes.get(digest) ?? Buffer.alloc(0);
}
