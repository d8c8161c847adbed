import type { BlobStore } from '@parley/blobs';
import type { Instant, Sha256, Tier } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import type { ToldExhibit } from './case-file';
import type { DossierExhibit, IncludedFile, Withheld } from './dossier-context';
import { digestsOf, pathName } from './bytes-of-dossier';

export interface IncludedExhibits {
  readonly exhibits: readonly DossierExhibit[];
  readonly withheld: readonly Withheld[];
}

/**
 * Reads every exhibit once, in constant memory, to check its bytes and to take their SHA-512. Bytes that are missing or
 * do not match block the use of that exhibit only (I-33), and the index of what is withheld says so.
 */
export async function includeExhibits(blobs: BlobStore, told: readonly ToldExhibit[]): Promise<IncludedExhibits> {
  const exhibits: DossierExhibit[] = [];
  const withheld: Withheld[] = [];
  for (const exhibit of told) {
    const { exhibitNumber, fileName, digest, tier, acceptedAt } = exhibit.accepted;
    const take = async (name: string, of: string, what: string, readers: Tier): Promise<IncludedFile | undefined> => {
      const found = await digestsOf(blobs, of as Sha256);
      if (typeof found !== 'string') return { ...found, path: `data/exhibits/${name}` };
      countProofFailure('exhibit');
      withheld.push({ what, at: acceptedAt as Instant, tier: readers, reason: found });
      return undefined;
    };
    if (exhibit.goneAt !== undefined) {
      // The tombstone stays in the list; of its bytes nobody is a reader any more, and of a public version neither
      // (I-42).
      withheld.push({
        what: `exhibit ${exhibitNumber}`,
        at: exhibit.goneAt as Instant,
        tier: tier as Tier,
        reason: 'not-readable-by-the-recipient',
      });
      exhibits.push({ told: exhibit });
      continue;
    }
    const { publicVersion } = exhibit;
    const file = await take(pathName(exhibitNumber, fileName), digest, `exhibit ${exhibitNumber}`, tier as Tier);
    const publicFile =
      publicVersion &&
      (await take(
        pathName(`${exhibitNumber}-public`, publicVersion.fileName),
        publicVersion.digest,
        `public version of exhibit ${exhibitNumber}`,
        'PUBLIC',
      ));
    const translationFiles = new Map<number, IncludedFile>();
    for (const { filed } of exhibit.translations) {
      const name = pathName(`${exhibitNumber}-translation-${String(filed.n)}`, filed.fileName);
      const translation = await take(
        name,
        filed.digest,
        `translation ${String(filed.n)} of exhibit ${exhibitNumber}`,
        tier as Tier,
      );
      if (translation) translationFiles.set(filed.n, translation);
    }
    exhibits.push({
      told: exhibit,
      ...(translationFiles.size > 0 ? { translationFiles } : {}),
      ...(file ? { file } : {}),
      ...(publicFile ? { publicFile } : {}),
    });
  }
  return { exhibits, withheld };
}
