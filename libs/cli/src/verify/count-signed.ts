import type { Told } from '../report/told';
import { objectIn } from './fields';
import type { ProvedHeader } from './proof-lines';

export const countOf = (acts: number): string => `${String(acts)} ${acts === 1 ? 'act' : 'acts'}`;

/** Says how many acts of persons came with a signature, and how many did not. */
export function tellSigned(signed: number, unsigned: number, told: Told): void {
  Object.assign(told.found, { signed, unsigned });
  if (unsigned > 0)
    told.holds(
      `${countOf(unsigned)} of persons ${unsigned === 1 ? 'is' : 'are'} not signed.`,
      `${String(unsigned)} 项个人行为未签名。`,
    );
}

/**
 * Says of the acts in proved headers how many came with a signature of a side or a person. The verifier that is handed
 * on has no means to check those, and says so: nothing that was not verified is shown as a signature.
 */
export function leavesSignatures(headers: readonly ProvedHeader[], told: Told): void {
  const acts = new Map(headers.flatMap(({ header }) => signedIn(objectIn(header) ?? {})));
  const signed = [...acts.values()].filter(Boolean).length;
  tellSigned(signed, acts.size - signed, told);
  if (signed > 0)
    told.leaves(
      `The signatures with which ${countOf(signed)} came: parley verify dossier checks them by the keys of both sides ` +
        '(--party-keys).',
      `${String(signed)} 项行为所附的签名：由 parley verify dossier 以双方的密钥查验（--party-keys）。`,
    );
}

/** An act of a person by its id, which all its events have, and whether it came signed. */
function signedIn({ actor, cause }: Readonly<Record<string, unknown>>): readonly (readonly [string, boolean])[] {
  const { kind: of } = (actor ?? {}) as { readonly kind?: unknown };
  const { kind, id, signature } = (cause ?? {}) as Readonly<Record<string, unknown>>;
  return of === 'person' && kind === 'command' ? [[String(id), signature !== undefined]] : [];
}
