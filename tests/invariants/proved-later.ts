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
  registry,
  reply,
  respondent,
} from '../../services/intake/src/case/case-story.fixture';
import { propose, sign, suspension } from '../../services/intake/src/case/consent/consent-story.fixture';
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
import type { Exhibit } from '../../services/evidence/src/exhibits/exhibit-commands.rules';
import type { KnownCase } from '../../services/evidence/src/casefile/casefile.rules';
import {
  asChina,
  exhibit,
  registered as onRecord,
  signing,
  translation,
} from '../../services/evidence/src/casefile/evidence-story.fixture';
import {
  decider as settlements,
  expire as expireText,
  filed as caseFiled,
  findings as issued,
  registered as caseRegistered,
  sign as signText,
  table,
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

function inCase(deadline: string, lapsed: unknown, command: (cameAt: Instant) => object): Proved {
  const story = lapsed as Case;
  const due = lapseOf(story.events);
  const entry = (cameAt: Instant) => ({
    ...registry(plusMillis(due, 60_000)),
    entryId: 'e1',
    channel: 'A note',
    cameAt,
  });
  return {
    deadline,
    due,
    enter: (cameAt) => cases.decide({ ...entry(cameAt), ...command(cameAt) } as never, story.state),
  };
}

function inPanel(deadline: string, lapsed: Story, act: (cameAt: Instant) => object): Proved {
  const due = lapseOf(lapsed.events);
  const entry = {
    type: 'EnterFallbackAct',
    by: person('registry-1'),
    party: US,
    receivedAt: plusMillis(due, 60_000),
    entryId: 'e1',
    channel: 'A note',
  };
  return {
    deadline,
    due,
    enter: (cameAt) => lapsed.decision({ ...entry, cameAt, act: act(cameAt) } as never),
  };
}

const words = [{ lang: 'en', text: 'Denied.', kind: 'original' }] as const;
const story = given(cases).when(...registered);
const pause = suspension(null);
const asked = givenPanel().when(...reviewing, {
  type: 'RequestInformation',
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
  inCase('reply', story.when(expire('reply')), () => ({
    type: 'EnterFallbackReply',
    reply: { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
  })),
  inCase(
    'summary:US:1',
    story.when(
      { type: 'RequestSummary', ...complainant('2025-02-10T10:00:00Z'), of: 'USA-1', reasons: [] },
      expire('summary:US:1'),
    ),
    (cameAt) => ({
      type: 'EnterFallbackSummary',
      act: { type: 'AnswerSummary', ...respondent(cameAt), summaryId: 'summary:US:1', answer: 'given', text: words },
    }),
  ),
  inCase(
    'reply:S1',
    story.when(amend('supplement', withClaims(first, claim('C2', 'II')), '2025-02-10T10:00:00Z'), expire('reply:S1')),
    (cameAt) => ({
      type: 'EnterFallbackAmendmentReply',
      act: answer('S1', ['C2'], cameAt) as AnswerAmendment,
    }),
  ),
  inCase(
    'proposal:1',
    story.when(
      reply('2025-02-10T09:00:00Z'),
      propose(pause, '2025-02-10T10:00:00Z'),
      expire('officials'),
      expire('proposal:1'),
    ),
    (cameAt) => ({ type: 'EnterFallbackSignature', act: sign(pause, cameAt) }),
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
const [here] = [...(exhibits.state as KnownCase).exhibits.values()] as [Exhibit];
const onExhibits = (deadline: string, lapsed: typeof exhibits, command: (cameAt: Instant) => object): Proved => {
  const due = lapseOf(lapsed.events);
  const entry = {
    by: person('registry-1'),
    party: US,
    receivedAt: plusMillis(due, 60_000),
    entryId: 'e1',
    channel: 'A note',
  };
  return {
    deadline,
    due,
    enter: (cameAt) => lapsed.decision({ ...entry, cameAt, ...command(cameAt) } as never),
  };
};
const inWindow = given(settlements).when(
  caseFiled,
  caseRegistered,
  issued,
  table(CN, '2025-06-25T09:00:00Z'),
  signText(CN, '2025-06-26T09:00:00Z'),
  expireText('settlement-window'),
);

const ELSEWHERE: readonly Proved[] = [
  onExhibits(
    'readers-decision:USA-1',
    exhibits.when(signing(here, 'PARTIES'), { type: 'ExpireDeadline', deadlineId: 'readers-decision:USA-1' }),
    (cameAt) => ({
      type: 'EnterReadersSignature',
      act: signing(here, 'PARTIES', { ...asChina, receivedAt: cameAt }),
    }),
  ),
  onExhibits(
    'translation:US:USA-1:zh-Hans',
    exhibits.when({ type: 'ExpireDeadline', deadlineId: 'translation:US:USA-1:zh-Hans' }),
    (cameAt) => ({
      type: 'EnterTranslation',
      act: translation('USA-1', { receivedAt: cameAt }),
    }),
  ),
  {
    deadline: 'settlement-window',
    due: lapseOf(inWindow.events),
    enter(cameAt) {
      const entry = {
        by: person('registry-1'),
        party: US,
        receivedAt: plusMillis(lapseOf(inWindow.events), 60_000),
        entryId: 'e1',
        channel: 'A note',
        cameAt,
      };
      return settlements.decide(
        { type: 'EnterTextSignature', ...entry, act: signText(US, cameAt) } as never,
        inWindow.state,
      );
    },
  },
];

/**
 * An act of each kind that may be entered late, with the deadline that passed without it: of a case, of its panel, of
 * its exhibits and of its settlement.
 */
export const PROVED_LATER: readonly Proved[] = [...PROVED, ...ELSEWHERE];
