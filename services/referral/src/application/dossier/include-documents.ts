import type { BlobStore } from '@parley/blobs';
import type { Instant, Sha256 } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import { digestsOf, pathName } from './bytes-of-dossier';
import type { DossierDocument, IncludedFile, Withheld } from './dossier-context';
import type { ToldDocument } from './told-translation';

export interface IncludedDocuments {
  readonly documents: readonly DossierDocument[];
  readonly withheld: readonly Withheld[];
}

/**
 * Takes the translations of what the parties wrote. One whose bytes are missing or do not match is left out, and the
 * index says so (I-33).
 */
export async function includeDocuments(blobs: BlobStore, told: readonly ToldDocument[]): Promise<IncludedDocuments> {
  const documents: DossierDocument[] = [];
  const withheld: Withheld[] = [];
  for (const document of told) {
    const translationFiles = new Map<number, IncludedFile>();
    for (const { filed } of document.translations) {
      const found = await digestsOf(blobs, filed.digest as Sha256);
      if (typeof found !== 'string') {
        translationFiles.set(filed.n, {
          ...found,
          path: `data/translations/${pathName(`${document.id}-${String(filed.n)}`, filed.fileName)}`,
        });
        continue;
      }
      countProofFailure('exhibit');
      withheld.push({
        what: `translation ${String(filed.n)} of ${document.id}`,
        at: filed.filedAt as Instant,
        tier: 'PARTIES',
        reason: found,
      });
    }
    documents.push({ told: document, translationFiles });
  }
  return { documents, withheld };
}
