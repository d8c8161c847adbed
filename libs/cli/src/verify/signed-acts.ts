import type { Told } from '../report/told';
import { Refused } from '../report/refused';
import { signatureHolds } from './act-signature-holds';
import { actIn, type CommittedAct, type OfAct } from './committed-act';
import { objectIn } from './fields';
import { partyKeysIn, type GivenPartyKeys } from './party-keys';
import type { Platform } from './platform';

/** An event as far as the act of a person behind it goes. */
export interface ActedEvent {
  readonly stream: string;
  readonly eventId: string;
  /** Present where a person's act brought it about. */
  readonly act?: CommittedAct;
}

/** The act behind an event that was proved by its header. @throws Refused `header-malformed` */
export function actedIn({ header }: { readonly header: string }): ActedEvent {
  const fields = (objectIn(header) ?? {}) as unknown as OfAct & ActedEvent;
  const act = actIn(fields);
  return { stream: fields.stream, eventId: fields.eventId, ...(act ? { act } : {}) };
}

/**
 * Checks each signature among events, and says how many acts are signed by which key, and how many are not.
 * @param given the keys of both sides; asked only where there is a signature to check
 * @throws Refused for the first signature that is wrong
 */
export async function signaturesHold(
  events: Iterable<ActedEvent>,
  given: () => Promise<GivenPartyKeys | undefined>,
  told: Told,
  platform: Platform,
): Promise<void> {
  const acts = actsIn(events);
  const signed = acts.filter(({ signature }) => signature !== undefined);
  tellSigned(signed.length, acts.length - signed.length, told);
  if (signed.length === 0) return;
  const read = await given();
  if (!read) {
    told.leaves(
      `The signatures with which ${countOf(signed.length)} came (--party-keys).`,
      `${String(signed.length)} 项行为所附的签名（--party-keys）。`,
    );
    return;
  }
  const keys = await partyKeysIn(read, told, platform);
  const [by, asked] = [new Map<string, number>(), new Map<string, number>()];
  for (const { signature, bodyDigest, party, personId, at, stream, about } of signed) {
    if (!signature) continue;
    // A signature that names a case stands in no other.
    if (signature.case !== null && !stream.includes(signature.case))
      throw new Refused('signature-of-another-act', about);
    const over = { ...signature, shown: bodyDigest, party, personId, at, about };
    const { key, origin } = await signatureHolds(over, keys, platform);
    count(by, `${key.party} ${key.thumbprint}`);
    if (origin !== undefined) count(asked, origin);
  }
  told.found['keys'] = Object.fromEntries(by);
  for (const [name, count] of by)
    told.holds(
      `${countOf(count)} ${count === 1 ? 'is' : 'are'} signed by the key ${name}, which was in force at the receipt.`,
      `${String(count)} 项行为由密钥 ${name} 签名，收到时该密钥有效。`,
    );
  tellOfPasskeys(asked, told);
  told.leaves(
    'Whether a signed event says what its request said: the signature is over the digest of the request, which the ' +
      'header holds.',
    '已签名事件的内容是否与其请求一致：签名覆盖的是请求的摘要，该摘要载于标头。',
  );
}

/** @param asked how many acts are signed by passkeys on the pages of each origin */
function tellOfPasskeys(asked: ReadonlyMap<string, number>, told: Told): void {
  if (asked.size === 0) return;
  told.found['passkeys'] = [...asked].map(([origin, acts]) => ({
    origin,
    relyingParty: new URL(origin).hostname,
    acts,
  }));
  for (const [origin, acts] of asked)
    told.holds(
      `${countOf(acts)} ${acts === 1 ? 'is' : 'are'} signed by a passkey, whose device verified its user, on a page of ` +
        `${origin} (relying party ${new URL(origin).hostname}).`,
      `${String(acts)} 项行为由通行密钥在 ${origin} 的网页上签名（依赖方 ${new URL(origin).hostname}），设备已验证其使用者。`,
    );
  told.leaves(
    `Whether these are the pages of the installation, and what kind of device holds a passkey: ${[...asked.keys()].join(', ')}.`,
    `上述网页是否属于该系统，以及通行密钥存于何种设备：${[...asked.keys()].join('、')}。`,
  );
}

const countOf = (acts: number): string => `${String(acts)} ${acts === 1 ? 'act' : 'acts'}`;

function tellSigned(signed: number, unsigned: number, told: Told): void {
  Object.assign(told.found, { signed, unsigned });
  if (unsigned > 0)
    told.holds(
      `${countOf(unsigned)} of persons ${unsigned === 1 ? 'is' : 'are'} not signed.`,
      `${String(unsigned)} 项个人行为未签名。`,
    );
}

const count = (counted: Map<string, number>, name: string): unknown => counted.set(name, (counted.get(name) ?? 0) + 1);

/** The acts of persons in an export, each once: one act may have brought about several events. */
function actsIn(events: Iterable<ActedEvent>): readonly Act[] {
  const acts = new Map<string, Act>();
  for (const { act, eventId, stream } of events) if (act) acts.set(act.id, { ...act, stream, about: eventId });
  return [...acts.values()];
}

type Act = CommittedAct & Pick<ActedEvent, 'stream'> & { readonly about: string };
