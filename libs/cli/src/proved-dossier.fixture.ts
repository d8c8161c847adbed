import { createHash } from 'node:crypto';
import { canonicalHeader, derivedUuid, encodePayload, linkEvents, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type CommandId, type Instant, type Sha256 } from '@parley/kernel';
import {
  cosignText,
  formatCheckpoint,
  formatKey,
  formatNote,
  formatProof,
  growLog,
  nodeChecks,
  parseCheckpoint,
  parseNote,
  signText,
  TiledTree,
  toBase64,
} from '@parley/transparency';
import type { OpenedDossier } from './verify/dossier-proofs';
import { streamOfActs, type ActMade } from './signed-record.fixture';
import { CONTENT, dossierOf, zipOf, type Files } from './small-dossier.fixture';
import { RECORDED } from './verify/recorded-checkpoint';
import { entryOf, ORIGIN, saltOf, signerOf, witnessLine, witnessOf } from './small-record.fixture';

const sum = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
export const CASE = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab';
const AT = '2025-02-05T08:00:00.000Z' as Instant;
const TYPE = 'parley.intake.v1.CaseRegistered';
const SIDES = ['east', 'west'] as const;

/** Events of one stream of the case, as the record has them. */
function recorded(
  stream: string,
  events: readonly (readonly [type: string, data: object])[],
): readonly RecordedEvent[] {
  const made = events.map(([type, data], at) => ({
    ...{
      eventId: derivedUuid(stream, String(at)),
      type,
      schemaVersion: 1,
      occurredAt: AT,
      delegation: null,
      facts: [],
    },
    actor: { kind: 'system', process: 'dossier' } as const,
    cause: { kind: 'command', id: 'c' as CommandId, bodyDigest: 'd'.repeat(64) as Sha256 } as const,
    ...({
      rule: 'S12',
      ruleSetVersion: '2026-1',
      tier: 'PARTIES',
      contentType: 'application/json',
      sealing: null,
    } as const),
    payload: encodePayload(data),
  }));
  return linkEvents(stream as never, null, made, AT).map(({ event }) => ({ ...event, position: '1' as never }));
}

/** A public event of a dossier, as a line of its record. */
function toldOf({ eventId }: RecordedEvent, data: string) {
  const id = derivedUuid(eventId, TYPE, CASE);
  const [head, digest] = [{ id, type: TYPE, time: AT }, sum(data)];
  const line = {
    ...head,
    subject: CASE,
    recordedat: AT,
    data_base64: Buffer.from(data).toString('base64'),
    sha256: digest,
  };
  return { id, line: `${canonicalJson(line)}\n`, input: { ...head, digest } };
}

/** A dossier that was issued, and what proves it. */
export interface ProvedDossier {
  readonly files: Files;
  readonly zip: Buffer;
  readonly proofs: string;
  readonly policy: string;
  /** The dossier as it is after its own files were checked. */
  readonly opened: OpenedDossier;
  /** The lines of the proofs anew, with a head that fits them, as a forger makes them. */
  readonly withLines: (change: (lines: readonly string[]) => readonly string[]) => string;
  /** The proofs with other fields in their head than what shows that the log extends the checkpoint of the dossier. */
  readonly withHead: (more: object) => string;
}

export interface ProvedDossierMade {
  /** Public events of the case. */
  readonly events?: number;
  /** Acts of persons behind them, in place of a process's. */
  readonly acts?: readonly ActMade[];
  /** Exhibits beside the first. */
  readonly exhibits?: Files;
  /** What the record says was issued; the .zip when left out. */
  readonly packed?: string;
  /** What a co-head signed, by the record; the manifest when left out. */
  readonly signed?: string;
  /**
   * The checkpoint that it holds: that of its public events; that of as many other events, which the log never had; or
   * none, as in the first edition.
   */
  readonly holds?: 'checkpoint' | 'another-past' | 'first-edition';
}

export async function provedDossier(made: ProvedDossierMade = {}) {
  const { acts, events = acts?.length ?? 2, exhibits = {}, packed, signed, holds = 'checkpoint' } = made;
  const stream = `intake.case-${CASE}`;
  const case_ = acts
    ? streamOfActs(stream, acts)
    : recorded(
        stream,
        Array.from({ length: events }, (_, at) => ['CaseRegistered', { at }]),
      );
  const told = case_.map((event, at) => toldOf(event, `what was told ${String(at)}`));
  const filed = Object.entries(exhibits).map(([file, text]) => ({ number: file, files: [{ digest: sum(text) }] }));
  const others = recorded(
    'intake.case-other',
    Array.from({ length: events }, () => ['CaseRegistered', {}]),
  );
  const held = await logOf(holds === 'another-past' ? others : case_);
  const inputs = { checkpoint: sum(held.checkpoint), policy: sum(held.policy) };
  const files = dossierOf({
    ...CONTENT,
    ...exhibits,
    ...(holds === 'first-edition' ? {} : { [RECORDED.checkpoint]: held.checkpoint, [RECORDED.policy]: held.policy }),
    'data/record/events.jsonl': told.map(({ line }) => line).join(''),
    'data/record/inputs.json': `${canonicalJson({
      caseId: CASE,
      n: 1,
      events: told.map(({ input }) => input),
      exhibits: [{ number: 'CHN-1', files: [{ digest: sum('a schedule') }] }, ...filed],
      ...(holds === 'first-edition' ? {} : { log: inputs }),
    })}\n`,
  });
  const zip = await zipOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [`d-1/${file}`, text])));
  const manifest = sum(files['manifest-sha256.txt'] ?? '');
  const own = recorded(`referral.referral-${CASE}`, [
    ['DossierAssembled', { n: 1, assembly: { digest: manifest } }],
    ['DossierSigned', { n: 1, party: 'CN', digest: signed ?? manifest }],
    ['DossierIssued', { n: 1, packed: packed ?? sum(zip) }],
  ]);
  const { policy, proofOf, size, consistency: from } = await logOf([...case_, ...own]);
  const consistency = { [size]: (await from(events)).map(toBase64) };
  const lines = await Promise.all([
    ...case_.map((event, at) => proofOf(event, { tells: [told[at]?.id] })),
    ...own.map((event) => proofOf(event, { tells: [], payload: Buffer.from(event.payload).toString('base64') })),
  ]);
  const headed = (all: readonly string[], more: object = holds === 'first-edition' ? {} : { consistency }): string => {
    const head = { dossier: sum(zip), policy: sum(policy), proofs: sum(all.join('')), ...more };
    return `${JSON.stringify(head)}\n${all.join('')}`;
  };
  const proved: ProvedDossier = {
    ...{ files, zip, policy, proofs: headed(lines) },
    opened: {
      ...{ caseId: CASE, n: 1, manifest, archive: sum(zip), events: told.map(({ line }) => JSON.parse(line) as never) },
      signatures: [{ party: 'CN', digest: manifest, receivedAt: AT }],
      recorded:
        holds === 'first-edition'
          ? undefined
          : { note: held.checkpoint, checkpoint: parseCheckpoint(parseNote(held.checkpoint).text) },
    },
    withLines: (change) => headed(change(lines)),
    withHead: (more) => headed(lines, more),
  };
  return proved;
}

/** A log that both sides have cosigned, of some events. */
async function logOf(events: readonly RecordedEvent[]) {
  const { digest } = nodeChecks;
  const signer = await signerOf(ORIGIN);
  const kept = new Map<string, Uint8Array>();
  const read = (file: string) => kept.get(file);
  for (const { path, bytes } of await growLog(read, 0, events.map(entryOf), digest)) kept.set(path, bytes);
  const tree = new TiledTree(read, events.length, digest);
  const text = formatCheckpoint({ origin: ORIGIN, size: events.length, root: await tree.root() });
  const witnesses = await Promise.all(SIDES.map(witnessOf));
  const cosigned = await Promise.all(witnesses.map((each) => cosignText(each, text, 1_790_000_000)));
  const checkpoint = formatNote(text, [await signText(signer, text), ...cosigned]);
  const lines = [`log ${formatKey(signer.key)}`, ...(await Promise.all(SIDES.map(witnessLine)))];
  return {
    checkpoint,
    size: String(events.length),
    consistency: (before: number) => tree.consistency(before),
    policy: [...lines, `group both all ${SIDES.join(' ')}`, 'quorum both', ''].join('\n'),
    proofOf: async (event: RecordedEvent, more: object): Promise<string> => {
      const index = events.indexOf(event);
      const proof = formatProof({ index, hashes: await tree.inclusion(index), checkpoint });
      const salt = saltOf(event).toString('hex');
      const found = {
        header: canonicalHeader(event),
        commitment: event.commitment,
        salt,
        index,
        attested: true,
        proof,
      };
      return `${JSON.stringify({ ...found, ...more })}\n`;
    },
  };
}
