import {
  leavesLimitsUntold,
  panelReview,
  sayDeadline,
  sayLateEntry,
  sayTexts,
  tell,
  tellActing,
} from '@parley/contracts';
import { categoryOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';
import type { MovesClocks } from '@parley/procedure';
import type { ConvenedMember } from '../composition/composition-events.rules';
import type { ExpertTaken } from '../experts/experts.rules';
import { sayIssued } from '../findings/findings.tells';
import { sayPublished } from '../marks/marks.tells';
import { materialServedBy } from '../information/information.hears';
import type { ThirdPartyAdmitted } from '../information/information.rules';
import { tellOfRoster } from '../roster/roster.tells';
import { CRISIS_TEAM_CATEGORY, PANEL_CATEGORY, ROSTER_CATEGORY } from './streams';
import { panelFactOf, tellOfCrisisTeam, tellOfDraw } from './panel-facts.hears';
import type { PanelEvent } from './panel-state.rules';
import { clocksMovedBy } from './panel.hears';

/**
 * The part of a panel's record that the other contexts are told. Of rosters they learn how many names count, and of
 * deliberations nothing (I-14), not even that somebody acted there.
 */
export const publishes: Publishes = (recorded) => {
  const category = categoryOf(recorded.stream);
  if (category === CRISIS_TEAM_CATEGORY) return tellOfCrisisTeam(recorded);
  if (category === ROSTER_CATEGORY) return tellOfRoster(recorded);
  if (category !== PANEL_CATEGORY) return [];
  const event = domainEventOf(recorded) as PanelEvent;
  const told = [
    ...tellOf(recorded, event),
    ...materialServedBy(recorded, event),
    ...panelFactOf(recorded, event),
    ...clocksMovedBy(recorded, event),
  ];
  if (event.tier === 'DELIBERATION' || !leavesLimitsUntold(event.data, told))
    return tellActing(recorded, panelReview.PersonActedSchema, told);
  const moved = { caseId: streamIdOf(recorded.stream), at: event.occurredAt };
  return [...told, tell(recorded, panelReview.LimitsMovedSchema, moved, { tier: 'PUBLIC' })];
};

function tellOf(recorded: RecordedEvent, event: PanelEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  const at = event.occurredAt;
  switch (event.type) {
    case 'PanelOpened': {
      const { registeredAt: openedAt, seatsPerSide, rosterDigests } = event.data;
      const drawCommitments = canonicalJson(event.data.drawCommitments);
      const opened = { caseId, openedAt, seatsPerSide, drawCommitments, rosterDigest: canonicalJson(rosterDigests) };
      return [tell(recorded, panelReview.PanelOpenedSchema, { ...opened, ...first(event.data, 'nomination') })];
    }
    case 'RostersFrozenAnew': {
      const { seatsPerSide, rosterDigests } = event.data;
      const anew = { caseId, openedAt: at, seatsPerSide, rosterDigest: canonicalJson(rosterDigests) };
      return [tell(recorded, panelReview.PanelOpenedSchema, { ...anew, ...first(event.data, 'nomination') })];
    }
    case 'UrgencyDecided':
      return [
        tell(recorded, panelReview.UrgencyDecidedSchema, {
          caseId,
          decidedAt: at,
          verdict: event.data.verdict,
        }),
      ];
    case 'RosterFoundShort': {
      const { party: side, names, shouldHave, onDuty, shouldBeOnDuty } = event.data;
      const noted = { caseId, at, status: 'short', side, names, shouldHave, onDuty, shouldBeOnDuty };
      return [tell(recorded, panelReview.RosterNotedSchema, noted)];
    }
    case 'RosterFilledUp': {
      const { party: side, names, rosterDigest } = event.data;
      const noted = { caseId, at, status: 'filled-up', side, names, rosterDigest };
      return [tell(recorded, panelReview.RosterNotedSchema, noted)];
    }
    case 'SeatTimeCounted': {
      const { days, accounts } = event.data;
      const counted = { caseId, at, days, accounts: [...accounts] };
      // The public learns it from the intake, with the long-stop that it moves.
      return [tell(recorded, panelReview.SeatTimeCountedSchema, counted, { tier: 'PARTIES' })];
    }
    case 'MemberDrawn': {
      const { seat, member, party, because, draw, commitment } = event.data;
      return [
        tell(recorded, panelReview.MemberDrawnSchema, {
          caseId,
          seat,
          personId: member,
          nominatedBy: party,
          because,
          draw: canonicalJson(draw),
          laterCommitment: commitment,
        }),
      ];
    }
    case 'NonceCommitted':
    case 'DrawCalled':
    case 'NonceLaidOpen':
    case 'NonceLeftOut':
    case 'DrawSecretMissing':
      return [tellOfDraw(recorded, event)];
    case 'PanelConvened':
    case 'ParityRestored':
      return [
        tell(recorded, panelReview.PanelConvenedSchema, {
          caseId,
          convenedAt: at,
          members: event.data.members.map(sayMember),
          ...urgencyTimeOf(event.data),
        }),
      ];
    case 'ExpertTaken':
    case 'ThirdPartyAdmitted':
      return personHeardBy(recorded, event);
    case 'PanelImpossible': {
      const { seats, lacking, unseated } = event.data;
      const named = { seats: [...seats], lacking: [...lacking], unseated: [...unseated] };
      return [tell(recorded, panelReview.PanelImpossibleSchema, { caseId, at, ...named })];
    }
    case 'ReviewOpened':
      return [tell(recorded, panelReview.ReviewOpenedSchema, { caseId, openedAt: at, ...first(event.data, 'review') })];
    case 'DelayNotified': {
      const { stage, expectedOn, reason } = event.data;
      return [
        tell(recorded, panelReview.DelayNotifiedSchema, { caseId, at, stage, expectedOn, reason: sayTexts(reason) }),
      ];
    }
    case 'InterimIssued': {
      const { texts, laidDownBy } = event.data;
      const digest = laidDownBy.length === 0 ? (texts[0]?.digest ?? '') : '';
      const fact = {
        caseId,
        issuedAt: at,
        issued: true,
        digest,
        laidDownBy: [...laidDownBy],
        ...first(event.data, 'next'),
      };
      const served = texts.map((each) => ({
        laidDownBy: each.laidDownBy ?? '',
        text: sayTexts(each.text),
        digest: each.digest,
      }));
      return [
        tell(recorded, panelReview.InterimIssuedSchema, fact, { tier: 'PUBLIC' }),
        tell(recorded, panelReview.InterimServedSchema, { caseId, texts: served }),
      ];
    }
    case 'InterimMissing':
      return [
        tell(recorded, panelReview.InterimIssuedSchema, {
          caseId,
          issuedAt: at,
          issued: false,
          digest: '',
          ...first(event.data, 'next'),
        }),
      ];
    case 'InterimCommented': {
      const { party, comment } = event.data;
      return [
        tell(recorded, panelReview.InterimCommentedSchema, {
          caseId,
          party,
          receivedAt: at,
          comment: sayTexts(comment),
        }),
      ];
    }
    case 'FindingsDecided': {
      const decided = { caseId, decidedAt: at, digest: event.data.digest, ...first(event.data, 'certification') };
      return [tell(recorded, panelReview.FindingsDecidedSchema, decided)];
    }
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed': {
      const tier = event.type === 'LateEntryClaimed' ? 'PARTIES' : 'PUBLIC';
      return [tell(recorded, panelReview.LateEntryNotedSchema, { caseId, ...sayLateEntry(event) }, { tier })];
    }
    case 'FindingsIssued':
      return sayIssued(recorded, event);
    case 'ReasonsPublished':
      return [sayPublished(recorded, event)];
    default:
      return [];
  }
}

/**
 * The time for the panel's word on the urgency, where the panel's composition starts it. Other limits are told
 * elsewhere.
 */
const urgencyTimeOf = ({ opens }: MovesClocks) =>
  Object.fromEntries(
    opens
      .filter(({ clock }) => clock === 'urgency-confirmation')
      .map((deadline) => ['opens', sayDeadline(deadline)] as const),
  );

/** The deadline that an event opens, for the field of a message; left out when it opens none. */
const first = ({ opens }: MovesClocks, field: 'nomination' | 'opens' | 'review' | 'next' | 'certification') =>
  Object.fromEntries(opens.slice(0, 1).map((deadline) => [field, sayDeadline(deadline)] as const));

const sayMember = ({ member, party, coChair, chosenBy }: ConvenedMember) => ({
  personId: member,
  nominatedBy: party,
  coChair,
  chosenBy,
});

/** Tells whom the panel hears in person from now on; nothing where the registry receives what they say. */
function personHeardBy(recorded: RecordedEvent, event: ExpertTaken | ThirdPartyAdmitted): readonly PublicEvent[] {
  const { personId } = event.data;
  if (personId === undefined) return [];
  const heard =
    event.type === 'ExpertTaken'
      ? { assignmentId: event.data.expertId, heardAs: 'expert' }
      : { assignmentId: event.data.thirdPartyId, heardAs: 'third-party' };
  return [
    tell(recorded, panelReview.PersonHeardSchema, {
      caseId: streamIdOf(recorded.stream),
      personId,
      ...heard,
      heardAt: event.occurredAt,
    }),
  ];
}
