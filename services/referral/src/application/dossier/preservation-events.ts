import type { Instant } from '@parley/kernel';
import type { Dossier, RecordedAssembly } from '../../domain/dossier/dossier';
import type { PreservationEvent } from '../bag/premis';
import type { IncludedFile } from './dossier-context';
import type { DossierInputs, ExhibitInput } from './dossier-inputs';

const SECRETARIAT = 'secretariat';

/** What happened to the content of a bag, from the day an exhibit was received to the packing. */
export function preservationEvents(
  inputs: DossierInputs,
  dossier: Exclude<Dossier, { status: 'signing' }>,
  assembly: RecordedAssembly,
): readonly PreservationEvent[] {
  const signed = dossier.signatures.filter(({ digest }) => digest === assembly.digest);
  return [
    ...inputs.exhibits.flatMap((exhibit) => exhibitEvents(exhibit, assembly.at)),
    ...(inputs.documents ?? []).flatMap(({ files }) => files.map((file) => fixityCheck(file, assembly.at))),
    ...signed.map(({ coHead, party, digest, receivedAt }): PreservationEvent => ({
      type: 'digital signature generation',
      at: receivedAt,
      detail: `The co-head appointed by ${party} signed the digest ${digest}.`,
      outcome: 'signed',
      agent: coHead,
      objects: ['manifest-sha256.txt'],
    })),
    {
      type: 'information package creation',
      at: dossier.end.at,
      detail: `The bag was closed by ${dossier.end.by === 'default' ? 'the end of its time' : 'both signatures'}.`,
      outcome: 'success',
      agent: SECRETARIAT,
      objects: ['manifest-sha256.txt', 'manifest-sha512.txt'],
    },
  ];
}

function exhibitEvents(
  { number, party, acceptedAt, files, custody }: ExhibitInput,
  checkedAt: Instant,
): readonly PreservationEvent[] {
  const objects = files.map(({ path }) => path);
  return [
    {
      type: 'ingestion',
      at: acceptedAt,
      detail: `Exhibit ${number} was received from ${party}.`,
      outcome: 'accepted',
      agent: party,
      objects,
    },
    ...custody.map(({ at, from, to, purpose }): PreservationEvent => ({
      type: 'transfer',
      at: at as Instant,
      detail: `From ${from} to ${to}: ${purpose}`,
      outcome: 'handed over',
      agent: from,
      objects,
    })),
    ...files.map((file) => fixityCheck(file, checkedAt)),
  ];
}

const fixityCheck = ({ path, digest }: IncludedFile, at: Instant): PreservationEvent => ({
  type: 'fixity check',
  at,
  detail: `SHA-256 ${digest} computed from the bytes and compared with the one recorded when they were received.`,
  outcome: 'pass',
  agent: SECRETARIAT,
  objects: [path],
});
