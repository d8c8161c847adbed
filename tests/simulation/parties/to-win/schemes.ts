import { plusMillis, type Instant, type PersonId } from '@parley/kernel';
import { official, type View } from '../act-kind';
import { otherCountry } from '../countries';
import { fileTheSame } from '../file-case';
import { english } from '../texts';
import { act, known, leaves, seatedOf, type Blow, type Scheme, type SchemeName } from './scheme';

const rival = ({ countries, party }: View) => otherCountry(countries, party);

/** Those on the other side's roster and panel, whom this side would rather not see there. */
const peopleOf = (view: View): readonly PersonId[] => [
  ...new Set([
    ...seatedOf(view, rival(view)),
    ...view
      .rosterOf(rival(view))
      .members.slice(0, 2)
      .map(({ personId }) => personId),
  ]),
];

const isFrom = ({ panel }: View, ...stages: readonly string[]): boolean =>
  panel.status === 'opened' && stages.includes(panel.stage.name);
const AFTER_INTERIM = ['interim-comments', 'deciding', 'certifying'];

const withdraws: Blow = act('intake', 'WithdrawGrievance', (view) => ({
  type: 'WithdrawGrievance',
  ...official('desk', view),
}));

/** Claims of a whole case one by one, the first of them first. */
const withdrawsClaims = ({ filed }: View): Blow =>
  act('intake', 'WithdrawClaims', (view) => ({
    type: 'WithdrawClaims',
    ...official('desk', view),
    claims: filed.grievance.claims.slice(0, 1).map(({ id }) => id),
  }));

const takesBack = (view: View): readonly Blow[] =>
  view.rosterOf(view.party).members.flatMap(({ personId, takenBackAt }) =>
    takenBackAt === null
      ? [
          act('roster', `TakeAcceptanceBack ${personId}`, ({ party, now }) => ({
            type: 'TakeAcceptanceBack',
            ...{ by: personId, party, receivedAt: now, roster: party },
          })),
        ]
      : [],
  );

/** From the interim text on its own people leave, its names go and, where it complains, it withdraws. */
const end: Scheme = {
  name: 'end the screening without findings',
  blows: (view) =>
    isFrom(view, ...AFTER_INTERIM)
      ? [
          ...seatedOf(view, view.party).map((member) => leaves(member)),
          ...takesBack(view),
          withdraws,
          withdrawsClaims(view),
          known('Propose'),
          known('GiveExitNotice'),
        ]
      : [],
};

const burn: Scheme = {
  name: 'burn the other side’s people',
  blows: (view) => [
    ...peopleOf(view).flatMap((member): readonly Blow[] => [
      act('roster', `ListMember ${member}`, (seen) => ({
        type: 'ListMember',
        ...official('desk', seen),
        roster: seen.party,
        member: { personId: member, expertise: ['tariffs'], languages: ['en'] },
      })),
      act('panel', `NominateMember ${member}`, (seen) => ({
        type: 'NominateMember',
        ...official('desk', seen),
        ...{ member, coChair: true },
      })),
      act('panel', `ProposeExperts ${member}`, (seen) => ({
        type: 'ProposeExperts',
        ...official('desk', seen),
        experts: [{ name: english('An economist'), expertise: ['prices'], personId: member }],
      })),
      act('delegations', `RecordDelegation ${member}`, (seen) => ({
        type: 'RecordDelegation',
        ...official('desk', seen),
        ...{ register: seen.party, delegationId: `${seen.serial}-burnt`, personId: member, scope: 'desk' },
        authority: 'A letter of credence',
      })),
      ...challenges(member),
    ]),
    known('ReplaceMember'),
    known('SignChallengeDecision'),
  ],
};

/** A challenge of a member in time, and one for what is said to have come to light just now. */
const challenges = (member: PersonId, at: Instant | null = null): readonly Blow[] =>
  [false, true].map((late) =>
    act(
      'panel',
      `ChallengeMember ${member}${late ? ' late' : ''}`,
      (view) => ({
        type: 'ChallengeMember',
        ...official('desk', view),
        ...{ member, grounds: english('Former counsel.'), ...(late ? { cameToLight: view.now } : {}) },
      }),
      at,
    ),
  );

/** The side enters what never came, confirms it itself, refuses whatever the other side enters, and takes acts back. */
const enterLate: Scheme = {
  name: 'enter late what never came',
  blows: () => [known('ClaimLateEntry'), known('AnswerLateEntry'), known('RepudiateAct'), known('NoteOutage')],
};

/** Which own act answers which clock, with the last instant of it. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  ...{ cure: ['CureDeficiency'], reply: ['FileReply', 'ProposeExtension'], nomination: ['NominateMember'] },
  'successor-nomination': ['NominateMember'],
  ...{ disclosure: ['MakeDisclosure'], 'successor-disclosure': ['MakeDisclosure'] },
  ...{ review: ['AmendGrievance', 'ProposeExtension', 'ServeReport'], evidence: ['FileExhibit', 'RequestInformation'] },
  ...{ 'interim-comments': ['RequestInterimMeeting', 'CommentInterim'], findings: ['CastVote', 'ProposeExtension'] },
  ...{ certification: ['CertifyFindings'], suspension: ['GiveResumptionNotice'], summary: ['AnswerSummary'] },
};
const AT_CHALLENGES = ['challenge', 'successor-challenge'];

/** Each act a thousandth of a second before its clock ends; a challenge, and a member who leaves, as late as can be. */
const delay: Scheme = {
  name: 'delay to the last instant',
  blows(view) {
    const running = [
      ...Object.values(view.filed.running),
      ...(view.panel.status === 'opened' ? Object.values(view.panel.running) : []),
    ];
    return running.flatMap(({ clock, dueAt }): readonly Blow[] => {
      const last = plusMillis(dueAt, -1);
      if (last < view.now) return [];
      const rivals = AT_CHALLENGES.includes(clock) ? seatedOf(view, rival(view)) : [];
      const own = clock === 'findings' ? seatedOf(view, view.party).slice(0, 1) : [];
      return [
        ...rivals.flatMap((member) => challenges(member, last)),
        ...own.map((member) => leaves(member, last)),
        ...(clock.includes('challenge') ? [known('ReplaceMember', last)] : []),
        ...(ANSWERS[clock] ?? []).map((name) => known(name, last)),
      ];
    });
  },
};

/** What is let be filed again is a case like any other; a run stays small. */
const MOST_CASES = 4;

/** The complainant reads the interim text, withdraws what it loses, and files the same again. */
const fileItAgain: Scheme = {
  name: 'withdraw after the interim text and file again',
  blows: (view) =>
    view.side !== 'complainant' || view.filed.review.interimAt === null
      ? []
      : [
          withdrawsClaims(view),
          withdraws,
          ...(view.others.length < MOST_CASES ? [{ name: 'FileGrievance', at: null, offer: fileTheSame }] : []),
        ],
};

export const SCHEMES: Readonly<Record<SchemeName, Scheme>> = Object.fromEntries(
  [end, burn, enterLate, delay, fileItAgain].map((scheme) => [scheme.name, scheme]),
) as Record<SchemeName, Scheme>;
