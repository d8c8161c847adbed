import { judgeCheckpoint, parsePolicy, type JudgedCheckpoint, type Policy } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import { tellCheckpoint, tellOpen } from '../report/tell-policy';
import type { Told } from '../report/told';
import { usable } from '../report/unusable';
import type { Signature } from './dossier-holds';
import { sha256Of, type Platform } from './platform';
import { extendsRecorded, type ProvingLog, type RecordedCheckpoint } from './recorded-checkpoint';
import {
  linesOf,
  PROOFS,
  provedBy,
  type GivenProofs,
  type Proved,
  type ProvedHeader,
  type ProofsHead,
} from './proof-lines';

/** A public event, as a line of the dossier names it. */
export interface DossierEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedat: string;
}

/** A dossier whose own files hold. */
export interface OpenedDossier {
  readonly caseId: unknown;
  readonly n: unknown;
  readonly events: readonly DossierEvent[];
  readonly signatures: readonly Signature[];
  /** SHA-256 of its manifest. */
  readonly manifest: string;
  /** SHA-256 of its .zip; absent where it is unpacked. */
  readonly archive: string | undefined;
  /** The checkpoint that it holds; absent where it has none. */
  readonly recorded: RecordedCheckpoint | undefined;
}

/** Events of a dossier itself, which are proved with what they say. */
export const OWN_EVENTS = ['DossierAssembled', 'DossierSigned', 'DossierIssued'] as const;

/** The stream of what becomes of the dossiers of a case. */
export const dossierStream = (caseId: string): string => `referral.referral-${caseId}`;

/**
 * Checks that what is proved stands in the log, and that the dossier is the one that stands there.
 * @throws Refused, LogRefused
 */
export async function proofsHold(
  dossier: OpenedDossier,
  given: GivenProofs,
  told: Told,
  platform: Platform,
): Promise<readonly ProvedHeader[]> {
  const { head, lines } = await linesOf(given, platform);
  const policy = await policyOf(given, told, platform);
  if (dossier.archive !== undefined && dossier.archive !== head.dossier)
    throw new Refused('archive-differs', dossier.archive);
  // Most proofs share a checkpoint, and its signatures are looked at once.
  const judged = new Map<string, Promise<JudgedCheckpoint>>();
  const judge = async (note: string): Promise<JudgedCheckpoint> => {
    const judging = judged.get(note) ?? judgeCheckpoint(platform.checks, policy, note);
    judged.set(note, judging);
    return judging;
  };
  const proved: Proved[] = [];
  for (const line of lines) proved.push(await provedBy(line, judge, platform));
  for (const each of judged.values()) tellCheckpoint(await each, policy, told);
  await logIs(
    dossier,
    { judged: await Promise.all(judged.values()), policy, consistency: head.consistency },
    told,
    platform,
  );
  await eventsAre(dossier, proved, told, platform);
  dossierIs(dossier, head, proved, told);
  signaturesStand(dossier, proved, told);
  return proved.map(({ header, commitment }) => ({ header, commitment }));
}

/** Whether the log is the one whose checkpoint the dossier holds. */
async function logIs(
  { recorded }: OpenedDossier,
  { judged, ...log }: Omit<ProvingLog, 'checkpoints'> & { readonly judged: readonly JudgedCheckpoint[] },
  told: Told,
  platform: Platform,
): Promise<void> {
  if (recorded) {
    await extendsRecorded(
      recorded,
      { ...log, checkpoints: judged.map(({ checkpoint }) => checkpoint) },
      told,
      platform,
    );
  } else if (log.consistency !== undefined) {
    throw new Refused('proof-malformed', PROOFS.events);
  }
}

async function policyOf({ kept, policy }: GivenProofs, told: Told, { checks }: Platform): Promise<Policy> {
  const parse = (text: string): Promise<Policy> => parsePolicy(checks.digest, text);
  const parsed = kept === undefined ? await parse(policy) : await usable(() => parse(kept));
  if (kept === undefined)
    told.leaves(
      'Whether the keys are those of the log: they came with the proofs. Give the policy that you kept, or had from ' +
        'somebody else (--policy).',
      '公钥是否确属该日志：公钥随证明一同取得。请给出您保存的或从他人处取得的策略文件（--policy）。',
    );
  tellOpen(parsed, told);
  return parsed;
}

/**
 * Each public event tells of the recorded one whose id its own is made of. Nothing else is proved: whoever is handed
 * the proofs learns of no event that is not in the dossier (I-50).
 */
async function eventsAre(
  { caseId, n, events, recorded }: OpenedDossier,
  proved: readonly Proved[],
  told: Told,
  platform: Platform,
): Promise<void> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = new Set<string>();
  for (const { eventId, occurredAt, recordedAt, stream, type, tells, data } of proved) {
    const isOwn =
      (OWN_EVENTS as readonly string[]).includes(type) && stream === dossierStream(String(caseId)) && data?.['n'] === n;
    if (!isOwn && (tells.length === 0 || data)) throw new Refused('proof-of-another', `${type}, ${eventId}`);
    for (const id of tells) {
      const event = byId.get(id);
      if (!event || found.has(id) || (await idOf(platform, eventId, event.type, event.subject)) !== id)
        throw new Refused('proof-of-another', id);
      if (event.time !== occurredAt || event.recordedat !== recordedAt) throw new Refused('record-differs', id);
      found.add(id);
    }
  }
  told.found['provedEvents'] = found.size;
  told.holds(
    `${String(found.size)} of ${String(events.length)} public events each tell of an event that stands in that log, ` +
      'with the same instants.',
    `${String(events.length)} 个公开事件中有 ${String(found.size)} 个所述事件载于该日志，时刻一致。`,
  );
  tellCovered(proved, recorded, told);
  const left = events.length - found.size;
  if (left > 0)
    told.leaves(
      `Whether ${String(left)} public events tell of an event of the log by themselves: who took the proofs may not ` +
        'read what was recorded there.',
      `${String(left)} 个公开事件各自所述的事件是否载于日志：取得证明者无权阅读其所记录的内容。`,
    );
}

/** How many of the events stand in the checkpoint of the dossier itself: the one tree extends the other. */
function tellCovered(proved: readonly Proved[], recorded: RecordedCheckpoint | undefined, told: Told): void {
  if (!recorded) return;
  const { size } = recorded.checkpoint;
  const telling = proved.filter(({ tells }) => tells.length > 0);
  const covered = telling.filter(({ index }) => index < size).length;
  Object.assign(told.found, { recordedEvents: telling.length, coveredByRecordedCheckpoint: covered });
  told.holds(
    `The checkpoint of the dossier covers ${String(covered)} of the ${String(telling.length)} recorded events of ` +
      'which it tells.',
    `卷宗所述的 ${String(telling.length)} 个已记录事件中，其检查点涵盖 ${String(covered)} 个。`,
  );
}

/** The id of a public event, which is a function of the recorded one (a UUID of version 8, RFC 9562). */
async function idOf(platform: Platform, ...parts: readonly string[]): Promise<string> {
  const hex = await sha256Of(platform, parts.join('\u001f'));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20, 32)];
  return `${a}-${b}-8${c}-${variant}${d}-${e}`;
}

/** The record says by what digest the dossier was put together and issued, and that is what was handed over. */
function dossierIs(
  { n, manifest, archive }: OpenedDossier,
  head: ProofsHead,
  proved: readonly Proved[],
  told: Told,
): void {
  const own = (name: string) => proved.filter(({ type, data }) => type === name && data?.['n'] === n);
  const [issued, ...others] = own('DossierIssued');
  if (!issued || others.length > 0) throw new Refused('proof-missing', 'DossierIssued');
  if (issued.data?.['packed'] !== head.dossier) throw new Refused('archive-differs', head.dossier);
  for (const { data } of own('DossierAssembled')) {
    const { digest } = (data?.['assembly'] ?? {}) as { readonly digest?: unknown };
    if (digest !== manifest) throw new Refused('manifest-differs', manifest);
  }
  const isAssembled = own('DossierAssembled').length > 0;
  Object.assign(told.found, { issuedAt: issued.occurredAt, packed: head.dossier });
  if (archive !== undefined)
    told.holds(
      `The log holds that dossier ${String(n)} was issued at ${issued.occurredAt} as this very file, byte by byte ` +
        `(SHA-256 ${archive}).`,
      `日志载有：第 ${String(n)} 号卷宗于 ${issued.occurredAt} 签发，签发的正是此文件，逐字节相同（SHA-256 ${archive}）。`,
    );
  if (isAssembled)
    told.holds(
      `The log holds that dossier ${String(n)} was put together with this manifest.`,
      `日志载有：第 ${String(n)} 号卷宗以此清单制成。`,
    );
  if (archive === undefined && !isAssembled)
    told.leaves(
      'Whether this is the dossier that was issued: the record names its .zip. Verify that.',
      '这是否为所签发的卷宗：记录所指的是其 .zip 文件。请查验该文件。',
    );
}

/** The signatures that the dossier shows are those of the record. */
function signaturesStand({ n, manifest, signatures }: OpenedDossier, proved: readonly Proved[], told: Told): void {
  const signed = proved.filter(({ type, data }) => type === 'DossierSigned' && data?.['n'] === n);
  for (const { data, occurredAt } of signed) {
    const isShown = signatures.some(
      ({ party, digest, receivedAt }) =>
        party === data?.['party'] && digest === data['digest'] && digest === manifest && receivedAt === occurredAt,
    );
    if (!isShown) throw new Refused('record-differs', `signatures.json: ${String(data?.['party'])}`);
  }
  const parties = signed.map(({ data }) => String(data?.['party']));
  told.found['signaturesInTheLog'] = parties;
  if (parties.length > 0)
    told.holds(
      `The log holds that a co-head of ${parties.join(' and of ')} signed this manifest.`,
      `日志载有：${parties.join('、')}的共同负责人签署了此清单。`,
    );
  const open = signatures.filter(({ party }) => !parties.includes(party)).map(({ party }) => party);
  if (open.length > 0)
    told.leaves(
      `Whether the signature of ${open.join(' and of ')} stands in the log: its proof is not there.`,
      `${open.join('、')}的签署是否载于日志：此处没有其证明。`,
    );
}
