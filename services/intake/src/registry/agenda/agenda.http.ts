import type { Caller } from '@parley/access';
import { mayKnowOfClock } from '@parley/contracts';
import type { EventStore } from '@parley/event-store';
import {
  caseNamed,
  pageOfFollowing,
  ProblemError,
  questionOf,
  type CasesByNumber,
  type CursorCodec,
  type PageShown,
} from '@parley/http';
import { refuse, type CaseId, type Clock, type Instant, type PartyCode, type RefusalReason } from '@parley/kernel';
import type { ClocksOf, RuleSet } from '@parley/procedure';
import type { ReadModel } from '@parley/projections';
import { isCounted } from '../../case/common-refusals.rules';
import { designatedFor } from '../../case/consultations/designated.rules';
import type { PartyRegisters } from '../../repositories';
import type { AgendaRequest } from './agenda.request';
import { showAgendaItem, type AgendaItemShown } from './agenda.response';
import { placeOf, type Agenda, type AgendaItem, type AgendaPlace } from './agenda.table';
import type { CalendarFeed, CalendarFeeds } from './calendar-feeds.table';

/** The most deadlines that a calendar holds. */
export const MOST_IN_A_CALENDAR = 1_000;

/** What is due, for lists and for calendars. */
export class AgendaList {
  constructor(
    private readonly agenda: Agenda,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
    private readonly caseOf: CasesByNumber,
    private readonly clocksOf: ClocksOf,
    private readonly registers: PartyRegisters,
    private readonly clock: Clock,
  ) {}

  async page(caller: Caller, request: AgendaRequest): Promise<PageShown<AgendaItemShown>> {
    const { case: named, ...others } = request;
    const asked = { ...others, ...(named === undefined ? {} : { caseId: await caseNamed(named, this.caseOf) }) };
    const { items, ...end } = await pageOfFollowing(
      { scope: questionOf('agenda', request), cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from: AgendaPlace | undefined) => this.agenda.of(caller, { limit, ...(from ? { from } : {}), asked }),
      placeOf,
    );
    return { items: await this.shown(items), ...end };
  }

  async calendarOf(caller: Caller): Promise<readonly AgendaItemShown[]> {
    return this.shown(await this.agenda.of(caller, { limit: MOST_IN_A_CALENDAR }));
  }

  /**
   * The running deadlines of a case, as far as its reader may know of them (I-43). The caller of this has seen to it
   * that the reader may read the case.
   * @param betweenParties whether the reader reads what passes between the parties
   */
  async inCase(caseId: CaseId, betweenParties: boolean): Promise<readonly AgendaItemShown[]> {
    const items = await this.agenda.inCase(caseId, { limit: MOST_IN_A_CALENDAR });
    if (betweenParties) return this.shown(items);
    return items
      .filter(({ deadline }) => mayKnowOfClock(deadline, betweenParties))
      .map((item) => showAgendaItem(item, this.ruleSetOf));
  }

  /** Names whom a side has designated for a call. */
  private async shown(items: readonly AgendaItem[]): Promise<AgendaItemShown[]> {
    const now = this.clock.now();
    const awaited = new Set(items.flatMap((item) => awaitedInCall(item)?.party ?? []));
    const registers = new Map(
      await Promise.all([...awaited].map(async (party) => [party, (await this.registers.read(party)).state] as const)),
    );
    return items.map((item) => {
      const call = awaitedInCall(item);
      const register = call && registers.get(call.party);
      return showAgendaItem(item, this.ruleSetOf, register && designatedFor(register, call.level, now));
    });
  }

  private readonly ruleSetOf = (version: string): RuleSet => this.clocksOf(version).ruleSet;
}

/** The side that a call awaits, and the level at which it was offered. */
function awaitedInCall({ awaited, deadline }: AgendaItem) {
  const level = isCounted(deadline) ? undefined : deadline.level;
  const party = /^party:(.+)$/.exec(awaited)?.[1];
  return level === undefined || party === undefined ? undefined : { party: party as PartyCode, level };
}

export const agendaRefusals = {
  feedEnded: {
    code: 'feed-ended',
    rule: 'I-43',
    status: 403,
    en: 'This feed is past its time, or was ended; ask for another one and put its address into your calendar.',
    'zh-Hans': '该日历订阅已过期或已终止；请重新获取并更新日历中的地址。',
  },
  otherFeed: {
    code: 'feed-token-of-another-feed',
    rule: 'I-43',
    status: 403,
    en: 'The token was given for another feed; ask for one for this.',
    'zh-Hans': '该令牌属于另一日历订阅；请为本订阅另行获取。',
  },
} as const satisfies Record<string, RefusalReason>;

const FEED_TOKEN_SCOPE = 'agenda-feed';

/**
 * A token for the address of a calendar feed. It is encrypted and authenticated with the installation's secret, and
 * names the feed and no person. Only the calendar feeds take it: it permits no act and shows nothing else.
 */
export const sealFeedToken = (cursors: CursorCodec, { feedId }: CalendarFeed): string =>
  cursors.seal(FEED_TOKEN_SCOPE, { feed: feedId });

/**
 * The feed of a token.
 * @throws ProblemError 400 for a token that this system did not give, 403 when its feed was ended, is past its time, or
 *   is for something else
 */
export async function openFeedToken(
  cursors: CursorCodec,
  feeds: CalendarFeeds,
  token: string,
  caseId: CaseId | null,
  now: Instant,
): Promise<CalendarFeed> {
  const { feed: feedId } = cursors.open(FEED_TOKEN_SCOPE, token) as { readonly feed?: string };
  // A token from before feeds were kept names no feed. Nobody could end it, so it counts as ended.
  const feed = feedId === undefined ? undefined : await feeds.find(feedId);
  if (!feed || now >= feed.validUntil) throw ProblemError.refused(refuse(agendaRefusals.feedEnded));
  if (feed.caseId !== caseId) throw ProblemError.refused(refuse(agendaRefusals.otherFeed));
  return feed;
}
