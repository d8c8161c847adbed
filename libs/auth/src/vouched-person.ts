import type { PersonCaller } from '@parley/access';
import { ROLES, type PartyCode, type PersonId, type Role } from '@parley/kernel';
import type { JWTPayload } from 'jose';
import { type IssuerName, SECRETARIAT, TokenRefusedError } from './token-refused.error';

/** Whose issuer may give a role. A conciliator comes from a side, or is appointed by neither. */
const GIVEN_BY: Readonly<Record<Role, 'side' | 'secretariat' | 'either'>> = {
  desk: 'side',
  registry: 'side',
  panel: 'side',
  cohead: 'side',
  auditor: 'side',
  operator: 'secretariat',
  expert: 'secretariat',
  'third-party': 'secretariat',
  conciliator: 'either',
};

/** Printable, and so short that it is an id with a side's code before it. */
const SUBJECT = /^[\x21-\x7e]{1,190}$/;

const codeBefore = (party: PartyCode): string => `${party.toLowerCase()}-`;

/**
 * The id of a person: the subject, with the code of the side before it whose issuer vouches for the person. Two issuers
 * may give the same subject (OpenID Connect Core, 2), but no issuer can give an id of another's.
 */
export const personIdOf = (issuer: IssuerName, subject: string): PersonId =>
  (issuer === SECRETARIAT ? subject : `${codeBefore(issuer)}${subject}`) as PersonId;

/**
 * The person whom a token names whose signature, times and audience are right.
 * @param parties codes of the two
 * @throws TokenRefusedError when it claims what is not its issuer's to give
 */
export function vouchedPerson(
  { sub, party, roles }: JWTPayload,
  issuer: IssuerName,
  parties: readonly PartyCode[],
): PersonCaller {
  if (typeof sub !== 'string' || !SUBJECT.test(sub) || bearsSide(sub, parties))
    throw new TokenRefusedError('subject-unusable', issuer);
  const appointedBy = issuer === SECRETARIAT ? null : issuer;
  if ((party ?? null) !== appointedBy) throw new TokenRefusedError('party-of-another-issuer', issuer);
  const claimed: readonly unknown[] = Array.isArray(roles) ? roles : [];
  const held = ROLES.filter((role) => claimed.includes(role));
  const giver = appointedBy === null ? 'secretariat' : 'side';
  if (held.some((role) => GIVEN_BY[role] !== giver && GIVEN_BY[role] !== 'either'))
    throw new TokenRefusedError('role-of-another-issuer', issuer);
  return { kind: 'person', personId: personIdOf(issuer, sub), party: appointedBy, roles: held };
}

/** A subject that begins as the ids of a side's people do would be taken for one of them. */
const bearsSide = (sub: string, parties: readonly PartyCode[]): boolean =>
  parties.some((code) => sub.toLowerCase().startsWith(codeBefore(code)));
