import { nodeChecks, verifyProof, type Policy } from '@parley/transparency';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { readPolicy, tellCheckpoint, type PolicyPlace } from '../sources/policy-source';
import { readText } from '../sources/read-file';
import { committed, hasOnly, isDigest, logEntryOf, objectIn, type CommittedEvent } from './committed-event';

/** A proof as `…/history/{eventId}/proof` and `/v1/docket/log/{serial}/proof` give it. */
interface EventProof {
  readonly header: string;
  readonly commitment: string;
  readonly salt: string;
  readonly index: number;
  readonly proof: string;
}

/** Verifies that an event stands in the log, by its proof and the policy alone. */
export async function verifyEventProof(file: string, place: PolicyPlace, told: Told): Promise<void> {
  const text = await readText(file);
  const event = await provedEvent(text, file, await readPolicy(place, told), told);
  tellWho(text, told);
  told.leaves(
    `What the event says: its content has the SHA-256 ${event.payloadDigest} (parley verify export).`,
    `事件的内容：其内容的 SHA-256 为 ${event.payloadDigest}（parley verify export）。`,
  );
}

/** Says in words whose act the event records. It was committed to with the rest of its header. */
function tellWho(text: string, told: Told): void {
  const { header } = objectIn(text) as unknown as EventProof;
  const { actor, occurredAt, rule } = objectIn(header) as unknown as {
    readonly actor: Readonly<Record<string, string | null>>;
    readonly occurredAt: string;
    readonly rule: string;
  };
  const { kind, personId, role, party, process } = actor;
  const who = kind === 'person' ? [personId, role, party ?? undefined].filter(Boolean).join(', ') : String(process);
  told.holds(
    kind === 'person'
      ? `It records an act of a person (${who}), with its instant in law ${occurredAt}, under the rule ${rule}.`
      : `It records what the process ${who} of the secretariat did, with its instant in law ${occurredAt}, under the ` +
          `rule ${rule}.`,
    kind === 'person'
      ? `所记录的是个人行为（${who}），其法律时刻为 ${occurredAt}，依据规则 ${rule}。`
      : `所记录的是秘书处程序 ${who} 所为，其法律时刻为 ${occurredAt}，依据规则 ${rule}。`,
  );
}

/**
 * Verifies a proof.
 * @param about its file, to be named in a refusal
 * @returns the event that it proves
 * @throws Refused, LogRefused
 */
export async function provedEvent(text: string, about: string, policy: Policy, told: Told): Promise<CommittedEvent> {
  const { header, commitment, salt, index, proof } = proofIn(text, about);
  const event = committed(header, commitment, about);
  const { stream, revision, type, eventId, recordedAt, payloadDigest } = event;
  told.holds(
    `The header of the event (${type}, ${stream}, revision ${String(revision)}) has the commitment ${commitment}.`,
    `该事件的标头（${type}，${stream}，修订号 ${String(revision)}）的承诺值为 ${commitment}。`,
  );
  const proved = await verifyProof(nodeChecks, policy, proof, logEntryOf(salt, commitment));
  if (proved.index !== index) throw new Refused('index-differs', `${String(index)}, ${String(proved.index)}`);
  tellCheckpoint(proved, policy, told);
  Object.assign(told.found, { index, type, stream, revision, eventId, recordedAt, commitment, payloadDigest });
  told.holds(
    `Its entry, of salt and commitment, is number ${String(index)} of that log, counted from 0.`,
    `由盐值与承诺值得出的条目是该日志的第 ${String(index)} 项（从 0 计起）。`,
  );
  return event;
}

function proofIn(text: string, about: string): EventProof {
  const fields = objectIn(text) ?? {};
  const { header, commitment, salt, index, proof } = fields;
  const isProof =
    hasOnly({ attested: undefined, ...fields }, ['header', 'commitment', 'salt', 'index', 'proof', 'attested']) &&
    typeof header === 'string' &&
    isDigest(commitment) &&
    isDigest(salt) &&
    Number.isSafeInteger(index) &&
    typeof proof === 'string';
  if (!isProof) throw new Refused('proof-malformed', about);
  return { header, commitment, salt, index: index as number, proof };
}
