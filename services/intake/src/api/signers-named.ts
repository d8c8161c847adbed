import { hasRole, type Caller } from '@parley/access';
import type { PartyCode, PersonId, Role } from '@parley/kernel';

/** Who is told which person signed what is public; everybody else, that the co-head of a side did. */
const NAMED_TO: readonly Role[] = ['desk', 'registry', 'cohead', 'auditor'];

interface Signature {
  readonly party: PartyCode;
  readonly by: PersonId;
}

/** The signatures under something that is public, as a reader is told of them. */
export function signersNamed(
  signatures: readonly Signature[],
  reader: Caller,
): readonly { readonly party: PartyCode; readonly by: PersonId | null }[] {
  const named = NAMED_TO.some((role) => hasRole(reader, role));
  return signatures.map(({ party, by }) => ({ party, by: named ? by : null }));
}
