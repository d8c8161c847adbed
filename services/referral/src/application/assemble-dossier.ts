import { createHash } from 'node:crypto';
import type { BlobStore } from '@parley/blobs';
import { sha256 } from '@parley/event-store';
import type { Instant, Party, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { DossierBasis } from '../domain/dossier/basis';
import type { Assembly, Dossier } from '../domain/dossier/dossier';
import { forumOf, forumRulesOf } from '../domain/forums/forum-rules-of';
import type { Attempt } from '../domain/settlement/attempts';
import { manifestText } from './bag/bag-text';
import { putBytes } from './bag/put-bytes';
import { readCaseFile } from './dossier/case-file';
import { filesOf, type DossierContext, type Withheld } from './dossier/dossier-context';
import { inputsOf, jsonBytes, textBytes } from './dossier/dossier-inputs';
import { dossierPages } from './dossier/dossier-pages';
import { editionOf } from './dossier/edition';
import { includeDocuments } from './dossier/include-documents';
import { includeExhibits } from './dossier/include-exhibits';
import { knownAt } from './dossier/known-at';
import { pageHtml } from './dossier/page-html';
import { recordLines } from './dossier/record-lines';
import { startTypesetter } from './dossier/typesetter';

/** What a dossier is put together from. */
export interface AssemblyOrder {
  readonly caseId: string;
  readonly dossier: Dossier;
  readonly basis: DossierBasis;
  readonly exitNoticeAt?: Instant;
  readonly complainant: Party;
  readonly respondent: Party;
  /** Every public event of the case that is known; those after the request are left out. */
  readonly events: readonly PublicEvent[];
  /** Tiers that the recipient may read. */
  readonly readable: ReadonlySet<Tier>;
  /** The fact of each attempt to settle, up to the request. */
  readonly attempts: readonly Attempt[];
  readonly keys: readonly object[];
}

interface PayloadFile {
  readonly path: string;
  readonly digest: string;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/**
 * Puts a dossier together: its documents and manifests go to the blobs under their digests. A function of the order and
 * of the exhibits' bytes: doing it again stores the same bytes again (I-51).
 * @throws when the events do not hold the registration and the grievance, or what the basis rests on
 */
export async function assembleDossier(blobs: BlobStore, order: AssemblyOrder): Promise<Assembly> {
  const context = await contextOf(blobs, order);
  const documents = await documentFiles(context);
  const files: PayloadFile[] = [
    ...context.exhibits.flatMap(filesOf),
    ...context.documents.flatMap(({ translationFiles }) => [...translationFiles.values()]),
  ];
  for (const [path, bytes] of documents) {
    const digest = await putBytes(blobs, bytes);
    files.push({ path, digest, sha512: createHash('sha512').update(bytes).digest('hex'), sizeBytes: bytes.byteLength });
  }
  const digest = await putBytes(blobs, textBytes(manifestText(files)));
  const manifest512 = await putBytes(
    blobs,
    textBytes(manifestText(files.map(({ path, sha512 }) => ({ path, digest: sha512 })))),
  );
  return {
    edition: context.edition,
    basis: order.basis,
    digest,
    manifest512,
    inputs: sha256(jsonBytes(inputsOf(context))),
    files: files.length,
    octets: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    withheld: context.withheld.length,
  };
}

async function contextOf(blobs: BlobStore, order: AssemblyOrder): Promise<DossierContext> {
  const { caseId, dossier, basis, exitNoticeAt, complainant, respondent, events, readable, attempts, keys } = order;
  const { n, request, requestedAt, forumRules } = dossier;
  const forum = forumOf(forumRulesOf(forumRules), request.forum);
  const told = knownAt(events, requestedAt);
  const file = readCaseFile(told.filter(({ tier }) => readable.has(tier)));
  const unread = told.filter(({ tier }) => !readable.has(tier)).map(withheldEvent);
  const { exhibits, withheld } = await includeExhibits(blobs, file.exhibits);
  const translated = await includeDocuments(blobs, file.documents);
  return {
    caseId,
    n,
    edition: editionOf(file),
    applicant: dossier.party === complainant.code ? complainant : respondent,
    complainant,
    respondent,
    request,
    requestedAt,
    basis,
    ...(exitNoticeAt === undefined ? {} : { exitNoticeAt }),
    forumRules,
    forum,
    file,
    exhibits,
    documents: translated.documents,
    attempts,
    withheld: [
      ...unread.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      ...withheld,
      ...translated.withheld,
    ],
    keys,
  };
}

/** Its kind, instant and readers, and nothing of what it says. */
const withheldEvent = ({ type, time, tier }: PublicEvent): Withheld => ({
  what: type.slice(type.lastIndexOf('.') + 1),
  at: time,
  tier,
  reason: 'not-readable-by-the-recipient',
});

async function documentFiles(context: DossierContext): Promise<readonly (readonly [string, Uint8Array])[]> {
  const head = { docketNumber: context.file.registered.docketNumber, edition: context.edition };
  const files: (readonly [string, Uint8Array])[] = [
    ['data/record/events.jsonl', textBytes(recordLines(context.file.events))],
    ['data/record/inputs.json', jsonBytes(inputsOf(context))],
    ['data/verification/registry-keys.json', jsonBytes({ keys: context.keys })],
  ];
  const typesetter = startTypesetter();
  try {
    for (const page of dossierPages(context)) {
      files.push([`data/documents/${page.name}.json`, jsonBytes(page.data)]);
      files.push([`data/documents/${page.name}.html`, textBytes(pageHtml(page, head))]);
      files.push([`data/documents/${page.name}.pdf`, await typesetter.pdf(page, head, context.requestedAt)]);
    }
  } finally {
    await typesetter.close();
  }
  return files;
}
