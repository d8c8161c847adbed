import { plusMillis, type DomainEvent, type Instant } from '@parley/kernel';
import { given } from '@parley/testing';
import {
  amend,
  answer,
  claim,
  first,
  withClaims,
} from '../../services/intake/src/case/amendments/amendments-story.fixture';
import type { AnswerAmendment } from '../../services/intake/src/case/amendments/amendments.rules';
import {
  complainant,
  decider as cases,
  expire,
  registered,
  respondent,
} from '../../services/intake/src/case/case-story.fixture';
import {
  challenge,
  CN,
  desk,
  disclosed,
  expire as expirePanel,
  member,
  person,
  reviewing,
  text,
  US,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel, type Story } from '../../services/panel-review/src/panel/told-panel.fixture';
import {
  exhibit,
  registered as onRecord,
  translation,
} from '../../services/evidence/src/casefile/evidence-story.fixture';
import type { AcceptConciliation } from '../../services/referral/src/settlement/settlement-region.rules';
import {
  acceptOf,
  decider as settlements,
  expire as expireAnswer,
  filed as caseFiled,
  propose as proposeTalks,
  registered as caseRegistered,
} from '../../services/referral/src/settlement/settlement-story.fixture';

/** A default on record, and the entry of the act that it replaced, as of when the act came. */
export interface Proved {
  readonly deadline: string;
  /** Instant of the default. */
  readonly due: Instant;
  enter(cameAt: Instant): {
    readonly kind: string;
    readonly events?: readonly DomainEvent[];
    readonly reason?: { readonly code: string };
  };
}

type Case = ReturnType<
  typeof given<Parameters<typeof cases.decide>[0], Parameters<typeof cases.decide>[1], DomainEvent>
>;

const lapseOf = (events: readonly DomainEvent[]): Instant => (events.at(-1) as DomainEvent).occurredAt;

/** The act, entered a minute after its default in an outage that covers it, so that it counts. */
const entered = (act: { readonly by: unknown; readonly party: unknown }, cameAt: Instant, due: Instant) => ({
  type: 'ClaimLateEntry',
  by: act.by,
  party: act.party,
  receivedAt: plusMillis(due, 60_000),
  entryId: 'e1',
  channel: 'A note',
  cameAt,
  original: 'ab'.repeat(32),
  office: 'desk',
  outages: [{ from: cameAt, to: plusMillis(due, 60_000) }],
  act,
});
type ActAsOf = (cameAt: Instant) => { readonly by: unknown; readonly party: unknown };

function inCase(deadline: string, lapsed: unknown, act: ActAsOf): Proved {
  const story = lapsed as Case;
  const due = lapseOf(story.events);
  return {
    deadline,
    due,
    enter: (cameAt) => cases.decide(entered(act(cameAt), cameAt, due) as never, story.state),
  };
}

function inPanel(deadline: string, lapsed: Story, act: ActAsOf): Proved {
  const due = lapseOf(lapsed.events);
  return { deadline, due, enter: (cameAt) => lapsed.decision(entered(act(cameAt), cameAt, due) as never) };
}

const words = [{ lang: 'en', text: 'Denied.', kind: 'original' }] as const;
const story = given(cases).when(...registered);
const asked = givenPanel().when(...reviewing, {
  type: 'RequestInformation',
  jointly: false,
  withdrawals: [],
  ...member('cn-2', '2025-03-20T10:00:00Z'),
  askedOf: US,
  questions: text('Which?'),
});
const stays = givenPanel().when(
  ...disclosed,
  challenge(CN, 'us-1', '2025-02-14T10:00:00Z'),
  expirePanel('challenge-decision:US:1'),
  expirePanel('replacement:US:1'),
);

const PROVED: readonly Proved[] = [
  inCase('reply', story.when(expire('reply')), (cameAt) => ({
    type: 'FileReply',
    ...respondent(cameAt),
    reply: { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
  })),
  inCase(
    'summary:US:1',
    story.when(
      { type: 'RequestSummary', ...complainant('2025-02-10T10:00:00Z'), of: 'USA-1', reasons: [] },
      expire('summary:US:1'),
    ),
    (cameAt) => ({
      type: 'AnswerSummary',
      ...respondent(cameAt),
      summaryId: 'summary:US:1',
      answer: 'given',
      text: words,
    }),
  ),
  inCase(
    'reply:S1',
    story.when(amend('supplement', withClaims(first, claim('C2', 'II')), '2025-02-10T10:00:00Z'), expire('reply:S1')),
    (cameAt) => answer('S1', ['C2'], cameAt) as AnswerAmendment,
  ),
  inPanel('information-request:US:1', asked.when(expirePanel('information-request:US:1')), (cameAt) => ({
    type: 'AnswerRequest',
    ...desk(US, cameAt),
    requestId: 'request:1',
    text: text('These.'),
    exhibits: [],
  })),
  inPanel('replacement:US:1', stays, (cameAt) => ({
    type: 'ReplaceMember',
    ...desk(CN, cameAt),
    member: person('us-1'),
  })),
];

const exhibits = onRecord.when(exhibit('u1', { tier: 'PANEL' }));
const untranslated = exhibits.when({ type: 'ExpireDeadline', deadlineId: 'translation:US:USA-1:zh-Hans' });
const proposed = given(settlements).when(caseFiled, caseRegistered, proposeTalks(CN, '2025-03-03T09:00:00Z'));
const unanswered = proposed.when(expireAnswer('conciliation-answer:1'));

const ELSEWHERE: readonly Proved[] = [
  {
    deadline: 'translation:US:USA-1:zh-Hans',
    due: lapseOf(untranslated.events),
    enter: (cameAt) =>
      untranslated.decision(
        entered(translation('USA-1', { receivedAt: cameAt }), cameAt, lapseOf(untranslated.events)) as never,
      ),
  },
  {
    deadline: 'conciliation-answer:1',
    due: lapseOf(unanswered.events),
    enter: (cameAt) =>
      settlements.decide(
        entered(acceptOf(US, cameAt) as AcceptConciliation, cameAt, lapseOf(unanswered.events)) as never,
        unanswered.state,
      ),
  },
];

/**
 * An act of each kind that may be entered late, with the deadline that passed without it: of a case, of its panel, of
 * its exhibits and of its settlement.
 */
export const PROVED_LATER: readonly Proved[] = [...PROVED, ...ELSEWHERE];
