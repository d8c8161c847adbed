import type { DomainEvent, PartyCode, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { DocumentNoted } from './documents/document-events';
import type { CheckedLayers, Removal } from './public-version/redaction';
import type { FallbackEvent } from './fallback/fallback-events';
import type { LoanEvent, ReviewEndNoted } from './loans/loan-events';
import type { CalendarNoted } from './calendar/calendar-events';
import type { StandstillEvent } from './standstill/standstill-events';
import type { OutageNoted } from './outage/outage-events';
import type { ReadersEvent } from './readers/readers-events';
import type { TranslationEvent } from './translation/translation-events';
import type { WrittenIn } from './translation/translation';
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
    /** Absent in exhibits that were accepted before translations were counted: nothing was due then. */
    readonly writtenIn?: WrittenIn;
    /** The exhibit that this one puts right. */
    readonly corrects?: ExhibitNumber;
  } & Partial<MovesClocks>
>;

export type PublicVersionFiled = DomainEvent<
  'PublicVersionFiled',
  {
    readonly number: ExhibitNumber;
    readonly uploadId: string;
    readonly file: FiledBytes;
    readonly reason: RedactionReason;
    readonly by: PersonId;
    /** Absent in those of before public versions were searched. */
    readonly removals?: readonly Removal[];
    readonly checked?: CheckedLayers;
  }
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

/** What happens to exhibits, and to what else is translated. */
export type ExhibitEvent =
  | ExhibitAccepted
  | DocumentNoted
  | PublicVersionFiled
  | CustodyHandedOver
  | ExhibitFoundCorrupt
  | TranslationEvent
  | ReadersEvent
  | LoanEvent;

export type EvidenceEvent =
  ExhibitEvent | FallbackEvent | StandstillEvent | OutageNoted | CalendarNoted | ReviewEndNoted;
