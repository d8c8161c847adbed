import { accept, refuse, type Instant, type PersonId } from '@parley/kernel';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import { bytesReferredTo, isRefused, notOpenForEvidence } from '../exhibits/correction-fault.rules';
import { lateShowing } from '../exhibits/evidence-time.rules';
import type {
  Exhibit,
  ExhibitNumber,
  FilePublicVersion,
  OfferedPublicVersion,
} from '../exhibits/exhibit-commands.rules';
import type { PublicVersionFiled } from '../exhibits/exhibits.rules';
import { readersRefusals } from '../readers/readers.rules';
import { publicVersionRefusals, redactionFault } from './redaction.rules';

/** The party of an exhibit lets everybody read a version of it. The original stays as it is, where it is (I-41). */
export function filePublicVersion(command: FilePublicVersion, state: KnownCase) {
  const exhibit = state.exhibits.get(command.number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (command.party !== exhibit.party) return refuse(commonRefusals.notYourExhibit);
  const { publicVersion } = exhibit;
  if (publicVersion) {
    const again = publicVersion.uploadId === command.bytes.uploadId && publicVersion.reason === command.reason;
    return again ? accept() : refuse(publicVersionRefusals.publicVersionExists);
  }
  if (exhibit.withdrawn) return refuse(readersRefusals.exhibitWithdrawn);
  if (exhibit.tier === 'PUBLIC') return refuse(publicVersionRefusals.publicAlready);
  return (
    notOpenForEvidence(state, command.receivedAt) ??
    lateShowing(exhibit, state, command.receivedAt) ??
    publicVersionOf(command, exhibit, '')
  );
}

type Offered = OfferedPublicVersion & {
  readonly number: ExhibitNumber;
  readonly by: PersonId;
  readonly receivedAt: Instant;
};

/** @param path of the offer in the request, as a JSON pointer */
export function publicVersionOf(offered: Offered, { party, file }: Pick<Exhibit, 'party' | 'file'>, path: string) {
  const { bytes, reason, removals, check, number, by, receivedAt } = offered;
  const published = bytesReferredTo(bytes, party, path);
  if (isRefused(published)) return published;
  if (published.digest === file.digest) return refuse(publicVersionRefusals.publicVersionIdentical, `${path}/uploadId`);
  if (check.kind !== 'passed') return redactionFault(check, path);
  const { format, searched } = check;
  return accept<PublicVersionFiled>({
    type: 'PublicVersionFiled',
    occurredAt: receivedAt,
    rule: 'I-41',
    tier: 'PUBLIC',
    data: {
      number,
      party,
      uploadId: bytes.uploadId,
      file: published,
      reason,
      by,
      removals,
      checked: { format, searched },
    },
  });
}
