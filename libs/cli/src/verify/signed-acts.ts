import type { Told } from '../report/told';
import { Refused } from '../report/refused';
import type { CommittedEvent } from './committed-event';
import { readPartyKeys, signatureHolds, type KeysPlace } from './party-keys';

/**
 * Checks each signature in an export, offline where the keys are given as a file, and says how many acts are signed by
 * which key, and how many are not.
 * @throws Refused for the first signature that is wrong
 */
export async function signaturesHold(events: Iterable<CommittedEvent>, place: KeysPlace, told: Told): Promise<void> {
  const acts = actsIn(events);
  const signed = acts.filter(({ signature }) => signature !== undefined);
  const unsigned = acts.length - signed.length;
  Object.assign(told.found, { signed: signed.length, unsigned });
  if (unsigned > 0)
    told.holds(
      `${countOf(unsigned)} of persons ${unsigned === 1 ? 'is' : 'are'} not signed.`,
      `${String(unsigned)} 项个人行为未签名。`,
    );
  if (signed.length === 0) return;
  const keys = await readPartyKeys(place, told);
  if (!keys) {
    told.leaves(
      `The signatures with which ${countOf(signed.length)} came (--party-keys).`,
      `${String(signed.length)} 项行为所附的签名（--party-keys）。`,
    );
    return;
  }
  const by = new Map<string, number>();
  for (const { signature, bodyDigest, party, at, stream, about } of signed) {
    if (!signature) continue;
    // A signature that names a case stands in no other.
    if (signature.case !== null && !stream.includes(signature.case))
      throw new Refused('signature-of-another-act', about);
    const key = await signatureHolds({ ...signature, shown: bodyDigest, party, at, about }, keys);
    const name = `${key.party} ${key.thumbprint}`;
    by.set(name, (by.get(name) ?? 0) + 1);
  }
  told.found['keys'] = Object.fromEntries(by);
  for (const [name, count] of by)
    told.holds(
      `${countOf(count)} ${count === 1 ? 'is' : 'are'} signed by the key ${name}, which was in force at the receipt.`,
      `${String(count)} 项行为由密钥 ${name} 签名，收到时该密钥有效。`,
    );
  told.leaves(
    'Whether a signed event says what its request said: the signature is over the digest of the request, which the ' +
      'header holds.',
    '已签名事件的内容是否与其请求一致：签名覆盖的是请求的摘要，该摘要载于标头。',
  );
}

const countOf = (acts: number): string => `${String(acts)} ${acts === 1 ? 'act' : 'acts'}`;

/** The acts of persons in an export, each once: one act may have brought about several events. */
function actsIn(events: Iterable<CommittedEvent>): readonly Act[] {
  const acts = new Map<string, Act>();
  for (const { act, eventId, stream } of events) if (act) acts.set(act.id, { ...act, stream, about: eventId });
  return [...acts.values()];
}

type Act = NonNullable<CommittedEvent['act']> & Pick<CommittedEvent, 'stream'> & { readonly about: string };
