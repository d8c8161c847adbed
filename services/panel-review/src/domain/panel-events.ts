import type { ClaimsEvent } from './claims/claims-events';
import type { CompositionEvent } from './composition/composition-events';
import type { DelayNotified } from './delay/delay-events';
import type { ExpertEvent } from './experts/expert-events';
import type { ExtensionEvent } from './extensions/extension-events';
import type { NotedEvent } from './exchange/noted-events';
import type { FallbackEvent } from './fallback/fallback-events';
import type { FindingsEvent } from './findings/findings-events';
import type { InformationEvent } from './information/information-events';
import type { MeetingEvent } from './meeting/meeting-events';
import type { CalendarNoted } from './calendar/calendar-events';
import type { OutageNoted } from './outage/outage-events';
import type { ReviewEvent } from './review/review-events';
import type { RulesNoted } from './rules/rules-events';
import type { StandstillEvent } from './standstill/standstill-events';
import type { TrackEvent } from './tracks/track-events';

export type PanelEvent =
  | CompositionEvent
  | NotedEvent
  | ClaimsEvent
  | TrackEvent
  | RulesNoted
  | StandstillEvent
  | InformationEvent
  | ExpertEvent
  | ExtensionEvent
  | DelayNotified
  | MeetingEvent
  | OutageNoted
  | CalendarNoted
  | FallbackEvent
  | ReviewEvent
  | FindingsEvent;

/** What can happen only once the panel is opened. */
export type OpenedPanelEvent = Exclude<PanelEvent, { type: 'PanelOpened' | 'ExhibitNoted' }>;
