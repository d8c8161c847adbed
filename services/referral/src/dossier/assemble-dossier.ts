import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { manifestText, type BlobStore } from '@parley/blobs';
import { eventsToldBy, registry, type DossierCheckpoint } from '@parley/contracts';
import { sha256 } from '@parley/event-store';
import { millisOf, type Instant, type Party, type Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { forumOf, forumRulesOf } from '../forums/forums.rules';
import type { Attempt } from '../settlement/note-screening.rules';
import { putBytes } from './bag/bag';
import { readCaseFile } from './case-file';
import {
  filesOf,
  includeDocuments,
  includeExhibits,
  type DossierContext,
  type EarlierDossier,
  type Withheld,
} from './dossier-context';
import type { Assembly, Dossier, DossierBasis } from './dossier.rules';
import { inputsOf, jsonBytes, textBytes } from './pack-dossier';
import { checkpointFiles, editionOf } from './recorded-checkpoint';
import { claimsPage, translationsPages, withheldPage } from './pages/claims';
import { coverPage, draftPage } from './pages/cover';
import { drawsPages } from './pages/draws';
import { outcomePage } from './pages/outcome';
import { exhibitsPage, type Page } from './pages/page';
import { measuresPage, screeningHistoryPage } from './pages/screening-history';
import { thirdPartyNotesPages } from './pages/third-party-notes';
import { verificationPage } from './pages/how-to-verify';
import { chronologyPage, pageHtml, settlementPage, type PageHead } from './pages/verification';
import { knownAt, recordLines } from './story/told-translation';

/** The material of a dossier. */
export interface AssemblyOrder {
  readonly caseId: string;
  readonly dossier: Dossier;
  readonly basis: DossierBasis;
  readonly exitNoticeAt?: Instant;
  readonly complainant: Party;
  readonly respondent: Party;
  /** All known public events of the case. Those after the request are left out here. */
  readonly events: readonly PublicEvent[];
  /** Tiers that the recipient may read. */
  readonly readable: ReadonlySet<Tier>;
  readonly earlier: readonly EarlierDossier[];
  /** The fact of each attempt to settle before the request. */
  readonly attempts: readonly Attempt[];
  readonly keys: readonly object[];
  /** The checkpoint of the log, or `null` where none was had in time; left out for a dossier of the first edition. */
  readonly checkpoint?: DossierCheckpoint | null;
}

interface PayloadFile {
  readonly path: string;
  readonly digest: string;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/**
 * Puts a dossier together, and stores its documents and manifests in the blobs under their digests. The result depends
 * only on the order and on the exhibits' bytes, so doing it again stores the same bytes (I-51).
 * @throws Error when the events do not hold the registration and the grievance, or what the basis rests on
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
    ...(context.checkpoint === undefined ? {} : { checkpoint: context.checkpoint }),
  };
}

async function contextOf(blobs: BlobStore, order: AssemblyOrder): Promise<DossierContext> {
  const { caseId, dossier, basis, exitNoticeAt, complainant, respondent, events, readable, earlier, attempts, keys } =
    order;
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
    edition: editionOf(order),
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
    earlier,
    attempts,
    withheld: [
      ...unread.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      ...withheld,
      ...translated.withheld,
    ],
    keys,
    ...(order.checkpoint === undefined ? {} : { checkpoint: order.checkpoint }),
  };
}

/** The kind, instant and readers of an event, and nothing of what it says. */
const withheldEvent = ({ type, time, tier }: PublicEvent): Withheld => ({
  what: kindOf(type),
  at: time,
  tier,
  reason: 'not-readable-by-the-recipient',
});

/**
 * The event's name in the record, where all messages of its type tell that one. Where they tell of several, which of
 * them it was is a part of what is withheld.
 */
function kindOf(type: string): string {
  const message = registry.getMessage(type);
  const [one = type, ...others] = message ? eventsToldBy(message) : [];
  const name = others.length === 0 ? one : type;
  return name.slice(name.lastIndexOf('.') + 1);
}

async function documentFiles(context: DossierContext): Promise<readonly (readonly [string, Uint8Array])[]> {
  const head = { docketNumber: context.file.registered.docketNumber, edition: context.edition };
  const files: (readonly [string, Uint8Array])[] = [
    ['data/record/events.jsonl', textBytes(recordLines(context.file.events))],
    ['data/record/inputs.json', jsonBytes(inputsOf(context))],
    ['data/verification/registry-keys.json', jsonBytes({ keys: context.keys })],
    ...checkpointFiles(context.checkpoint),
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

/** Every document of a dossier, in order. */
function dossierPages(context: DossierContext): readonly Page[] {
  const others = [
    draftPage(context),
    measuresPage(context),
    claimsPage(context),
    chronologyPage(context),
    exhibitsPage(context),
    ...translationsPages(context),
    screeningHistoryPage(context),
    ...drawsPages(context),
    outcomePage(context),
    ...thirdPartyNotesPages(context),
    settlementPage(context),
    withheldPage(context),
    verificationPage(context),
  ];
  return [coverPage(context, others), ...others];
}

type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failure: string };

/** Turns pages into PDF/A-2b. The same page and instant give the same bytes. */
export interface Typesetter {
  /**
   * @param instant that the document names as the time of its creation
   * @throws Error when the page cannot be set
   */
  pdf(page: Page, head: PageHead, instant: Instant): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Only the weights that the template uses, because each takes 10 MB. */
const WEIGHTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** Starts a typesetter in a thread of its own. It must be closed when the dossier is done. */
function startTypesetter(): Typesetter {
  const fonts = dirname(createRequire(__filename).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const worker = new Worker(join(__dirname, 'typeset.worker.cjs'), {
    workerData: { fonts: WEIGHTS.map((file) => join(fonts, file)), template: join(__dirname, 'page.typ') },
  });
  const waiting = new Map<
    number,
    { readonly done: (pdf: Uint8Array) => void; readonly failed: (reason: Error) => void }
  >();
  const failAll = (reason: Error): void => {
    for (const { failed } of waiting.values()) failed(reason);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('pdf' in answer) asked?.done(answer.pdf);
    else asked?.failed(new Error(answer.failure));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the typesetter has stopped')));
  let asked = 0;
  return {
    pdf: ({ title, blocks }, { docketNumber, edition }, instant) =>
      new Promise((done, failed) => {
        const id = (asked += 1);
        waiting.set(id, { done, failed });
        const page = JSON.stringify({ title, blocks, docket: docketNumber, edition });
        worker.postMessage({ id, page, creationTimestamp: Math.floor(millisOf(instant) / 1_000) });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
