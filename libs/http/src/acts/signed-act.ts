import { hasRole, type PersonCaller } from '@parley/access';
import { verifyActSignature, type PartyKeys, type SignatureFault } from '@parley/auth';
import type { ActSignature } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { AcceptedRequest } from '../app/accepted-request';
import { problemCatalogue as known } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import type { ActDeclaration } from './act.decorator';
import { SIGNATURE_HEADER } from './signature-header';
import { actNamed, digestOfBody, keyOf, single } from './received-act';

/** Seconds after which an act may be sent again that came before the register was heard. */
const RETRY_SOON = '1';

/** What is looked at of a request that may be signed. */
export type SignedRequest = Pick<AcceptedRequest, 'headers' | 'method' | 'url' | 'params' | 'body' | 'receivedAt'>;

/**
 * Verifies the signature with which an act came, against the keys of the side of who acts, and of that person, at its
 * receipt.
 * @param publicUrl where clients reach the installation: passkeys sign on its pages. None does where it is empty
 * @returns what goes on record; `undefined` where the act is not signed
 * @throws ProblemError 400 that says what is wrong with it; 503 `not-yet` where the register was not heard up to then
 */
export async function signatureOf(
  { headers, method, url, params, body, receivedAt }: SignedRequest,
  { party, personId }: PersonCaller,
  keys: Pick<PartyKeys, 'find'>,
  publicUrl: string,
): Promise<ActSignature | undefined> {
  const signature = single(headers[SIGNATURE_HEADER.toLowerCase()]);
  if (signature === undefined) return undefined;
  const { caseId = null } = params as { readonly caseId?: string };
  const coming = {
    ...{ act: actNamed(method, url), case: caseId, shown: digestOfBody(body), receivedAt, party },
    once: keyOf(single(headers['idempotency-key'])),
    ...{ personId, origin: URL.canParse(publicUrl) ? new URL(publicUrl).origin : '' },
  };
  const found = await verifyActSignature(signature, coming, keys);
  if (!('kind' in found)) return found;
  throw new ProblemError(problemOf(found), [], found.kind === 'unheard' ? { 'retry-after': RETRY_SOON } : {});
}

/**
 * Refuses an unsigned act in a side's name where that side requires signatures of itself. Nobody else is bound by it:
 * not a member of a panel, who is nobody's, and not an officer of the registry, who enters what came on paper.
 * @throws ProblemError 400 `signature-required`
 */
export async function refuseUnsigned(
  { signed }: Pick<ActDeclaration, 'signed'>,
  caller: PersonCaller,
  keys: Pick<PartyKeys, 'requires'>,
  receivedAt: Instant,
): Promise<void> {
  if (signed && (await signsAlways(caller, keys, receivedAt))) throw new ProblemError(known.signatureRequired);
}

/**
 * Whether whoever acts is refused unsigned at an instant, in acts that declare to be `signed`: who acts in the own name
 * of a side that requires signatures of itself.
 */
export async function signsAlways(
  caller: PersonCaller,
  keys: Pick<PartyKeys, 'requires'>,
  at: Instant,
): Promise<boolean> {
  const { party } = caller;
  return party !== null && SIGNS.some((role) => hasRole(caller, role)) && keys.requires(party, at);
}

/** The offices that act in a side's own name. */
const SIGNS = ['desk', 'cohead'] as const;

function problemOf(fault: SignatureFault) {
  switch (fault.kind) {
    case 'malformed':
      return known.signatureMalformed;
    case 'unknown-key':
      return known.signatureKeyUnknown;
    case 'another-person':
      return known.signatureOfAnotherPerson;
    case 'another-origin':
      return known.signatureFromElsewhere;
    case 'user-not-verified':
      return known.signatureUserNotVerified;
    case 'forged':
      return known.signatureForged;
    case 'unheard':
      return known.notYet;
    case 'not-in-force': {
      const { from, endsAt } = fault.key;
      return told(
        known.signatureKeyNotInForce,
        `It was in force from ${from}${endsAt === null ? '' : ` to ${endsAt}`}.`,
        `其有效期自 ${from} 起${endsAt === null ? '' : `，至 ${endsAt} 止`}。`,
      );
    }
    case 'another-act':
      return told(
        known.signatureOfAnotherAct,
        `That is the SHA-256 of ${fault.text}`,
        `该摘要为以下文本的 SHA-256：${fault.text}`,
      );
  }
}

/** A problem whose sentence goes on with what is known of this one. */
const told = (kind: (typeof known)[keyof typeof known], en: string, zh: string) => ({
  ...kind,
  en: `${kind.en} ${en}`,
  'zh-Hans': `${kind['zh-Hans']}${zh}`,
});
