import type { PartyCode, PersonId } from './ids';

/** What a person is to the secretariat. In one case a person acts in one capacity only (I-05). */
export const ROLES = [
  'desk',
  'registry',
  'panel',
  'cohead',
  'auditor',
  'operator',
  'expert',
  'third-party',
  'conciliator',
] as const;

export type Role = (typeof ROLES)[number];

/** Who did something. `system` acts where a default or a process does, never a person's name. */
export type Actor =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly role: Role; readonly party: PartyCode | null }
  | { readonly kind: 'system'; readonly process: string };
