import type { Instant } from '@parley/kernel';

/**
 * The checkpoint of the log that a dossier holds: the audit takes it when a dossier is asked for, and the referral puts
 * it into the dossier.
 */
export interface DossierCheckpoint {
  /** A signed note (C2SP tlog-checkpoint), with the cosignatures of both sides where it is jointly attested. */
  readonly note: string;
  /** The keys by which it is believed (C2SP tlog-policy). */
  readonly policy: string;
  /** Whether it is jointly attested (I-38). */
  readonly attested: boolean;
}

/** What tells one request for a dossier from another. */
export interface AskedDossier {
  readonly caseId: string;
  /** The party that asks. It waits for one dossier at a time, so at one instant it asks for one alone. */
  readonly party: string;
  readonly requestedAt: Instant | string;
}

/**
 * Where the checkpoint for a dossier lies among the files of the log. The request goes over the broker. The answer
 * decides nothing, and goes by the storage that both services have, as exhibits do.
 * @returns a path of `NamedFiles`
 */
export const dossierCheckpointPath = ({ caseId, party, requestedAt }: AskedDossier): string =>
  `dossiers/${caseId}/${party}-${requestedAt.replace(/\D/g, '')}`;

/** The bytes of that file. */
export const formatDossierCheckpoint = ({ note, policy, attested }: DossierCheckpoint): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ note, policy, attested })}\n`);

/** @returns `undefined` for bytes that are no such file. Whether the note holds by the policy is not looked at here. */
export function parseDossierCheckpoint(bytes: Uint8Array): DossierCheckpoint | undefined {
  try {
    const { note, policy, attested } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<DossierCheckpoint>;
    return typeof note === 'string' && typeof policy === 'string' && typeof attested === 'boolean'
      ? { note, policy, attested }
      : undefined;
  } catch {
    return undefined;
  }
}
