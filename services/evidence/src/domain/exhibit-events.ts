import type { CaseParties, DomainEvent, Instant, PartyCode, PersonId, Text } from '@parley/kernel';
import type { Copy, CustodyEntry, Damage, ExhibitNumber, ExhibitTier, FiledBytes, RedactionReason } from './exhibit';

export type ExhibitAccepted = DomainEvent<
  'ExhibitAccepted',
  {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly uploadId: string;
    readonly file: FiledBytes;
    readonly title: readonly Text[];
    readonly tier: ExhibitTier;
    readonly claims: readonly string[];
    readonly custody: CustodyEntry;
    readonly by: PersonId;
  }
>;

export type PublicVersionFiled = DomainEvent<
  'PublicVersionFiled',
  { readonly number: ExhibitNumber; readonly uploadId: string; readonly file: FiledBytes; readonly reason: RedactionReason; readonly by: PersonId }
>;

export type CustodyHandedOver = DomainEvent<
  'CustodyHandedOver',
  { readonly number: ExhibitNumber; readonly entry: CustodyEntry; readonly by: PersonId }
>;

/** A read found other bytes than those accepted; they are not handed out (I-33). */
export type ExhibitFoundCorrupt = DomainEvent<
  'ExhibitFoundCorrupt',
  { readonly number: ExhibitNumber; readonly copy: Copy; readonly found: Damage['found'] }
>;

/** A grievance was filed: from now on both parties may file exhibits. */
export type CaseOpened = DomainEvent<'CaseOpened', { readonly parties: CaseParties }>;

/** The case has a docket number; its PUBLIC exhibits are anybody's to read, and its long-stop is known. */
export type RegistrationNoted = DomainEvent<
  'RegistrationNoted',
  { readonly docketNumber: string; readonly ruleSetVersion: string; readonly longStop: Instant | null }
>;

export type ClaimsNoted = DomainEvent<'ClaimsNoted', { readonly claims: readonly string[] }>;
export type ScreeningEndNoted = DomainEvent<'ScreeningEndNoted', { readonly outcome: string }>;
export type LapseSetAsideNoted = DomainEvent<'LapseSetAsideNoted', { readonly outcome: null }>;

/** Everybody who is now nominated or seated on the panel. */
export type PanelNoted = DomainEvent<'PanelNoted', { readonly members: readonly PersonId[] }>;

export type EvidenceEvent =
  | ExhibitAccepted
  | PublicVersionFiled
  | CustodyHandedOver
  | ExhibitFoundCorrupt
  | CaseOpened
  | RegistrationNoted
  | ClaimsNoted
  | ScreeningEndNoted
  | LapseSetAsideNoted
  | PanelNoted;
