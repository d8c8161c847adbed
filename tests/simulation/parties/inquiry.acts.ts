import { sha256 } from '@parley/event-store';
import { plusMillis, type Bilingual, type IsoDate, type PersonId } from '@parley/kernel';
import { plusDays, type ClaimLateEntry } from '@parley/procedure';
import { papersFor, type Paper } from '../../../services/panel-review/src/experts/papers.rules';
import type { OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { memberOf, official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { otherCountry, PASSER_BY } from './countries';
import { exhibitsOf } from './evidence.acts';
import { english } from './texts';

type InPanel = View & { readonly panel: OpenedPanel };

const REASON: Bilingual = { en: 'Both wish it.', 'zh-Hans': '双方同意。' };
const DAY = 24 * 3_600_000;

const inPanel =
  (
    command: (view: InPanel, random: SeededRandom) => Extract<Offer, { desk: 'panel' }>['command'] | undefined,
  ): ActKind['offer'] =>
  (view, random) => {
    if (view.panel.status !== 'opened') return undefined;
    const asked = command({ ...view, panel: view.panel }, random);
    return asked && { desk: 'panel', caseId: view.caseId, command: asked };
  };

const anyOf = <T>(all: readonly T[], random: SeededRandom): T | undefined =>
  all.length > 0 && random.percent(95) ? random.pick(all) : undefined;

export const coChair = ({ panel }: InPanel, random: SeededRandom): PersonId => {
  const chairs = panel.convening?.coChairs ?? [];
  return chairs.length > 0 && random.percent(88) ? random.pick(chairs) : ('nobody' as PersonId);
};

const exhibits = ({ panel }: InPanel, random: SeededRandom): readonly string[] =>
  random.percent(8) ? ['XXX-99'] : panel.exhibits.slice(0, 1).map(({ number }) => number);

/** The person who is heard. Sometimes nobody is named, and sometimes somebody who has another capacity in the case. */
function heardPerson(view: InPanel, random: SeededRandom, who: string): { readonly personId?: PersonId } {
  if (random.percent(15)) return {};
  return { personId: random.percent(90) ? (who as PersonId) : (view.panel.everSeated[0] ?? official('desk', view).by) };
}
const inPerson = (person: PersonId | undefined, random: SeededRandom): PersonId =>
  person && random.percent(92) ? person : PASSER_BY;

/** An officer of the registry enters what came by post; seldom it has not come yet. */
const paper = (view: InPanel, random: SeededRandom, act: Paper): ClaimLateEntry<Paper> => ({
  type: 'ClaimLateEntry',
  ...{ by: act.by, party: act.party, receivedAt: act.receivedAt },
  ...{ office: 'registry', paper: true, entryId: view.serial, channel: 'Post', outages: [] },
  cameAt: plusMillis(view.now, (random.percent(96) ? -1 : 1) * DAY),
  original: sha256(view.serial),
  act,
});

/** Half of the notes in person take the place of what was entered before. */
function replacing({ panel }: InPanel, author: string | undefined, random: SeededRandom) {
  const [waiting] = author === undefined ? [] : papersFor(author, panel).filter(({ end }) => end === null);
  const standing = panel.materials.findLast(({ about, paper: entered }) => about === author && entered);
  const replaces = waiting?.entryId ?? standing?.id;
  return replaces !== undefined && random.percent(50) ? { replaces } : {};
}

const today = ({ now }: View): IsoDate => now.slice(0, 10) as IsoDate;

/**
 * Acts of the panel and the parties about the record in the review: questions, third parties, experts, delays,
 * meetings, more time.
 */
export const inquiryActs: readonly ActKind[] = [
  {
    name: 'RequestInformation',
    byMember: true,
    answers: ['review'],
    offer: inPanel((view, random) => {
      const [proposal] = random.percent(85) ? view.panel.jointProposals : [];
      const askedOf = random.percent(95) ? random.pick(view.countries) : 'XX';
      const own = exhibitsOf(view).filter(({ party }) => party === askedOf);
      const withdrawals = own.length > 0 && random.percent(20) ? [random.pick(own).number] : [];
      return {
        type: 'RequestInformation',
        ...memberOf(coChair(view, random), view),
        askedOf: proposal?.askedOf ?? askedOf,
        questions: proposal?.questions ?? english('Which rate applied?'),
        withdrawals: proposal?.withdrawals ?? withdrawals,
        jointly: proposal !== undefined || random.percent(50),
      };
    }),
  },
  {
    name: 'AnswerRequest',
    answers: ['information-request', 'information-request'],
    offer: inPanel((view, random) => {
      const waiting = view.panel.requests.filter(
        ({ outcome, askedOf }) => outcome === 'awaited' && askedOf === view.party,
      );
      const request = anyOf(waiting.length > 0 && random.percent(88) ? waiting : view.panel.requests, random);
      return {
        type: 'AnswerRequest',
        ...official('desk', view),
        requestId: request?.id ?? 'request:99',
        text: english('Ten per cent.'),
        exhibits: exhibits(view, random),
      };
    }),
  },
  {
    name: 'AdmitThirdParty',
    byMember: true,
    answers: ['review'],
    offer: inPanel((view, random) => ({
      type: 'AdmitThirdParty',
      ...memberOf(coChair(view, random), view),
      name: english('An association'),
      ...heardPerson(view, random, 'association'),
    })),
  },
  {
    name: 'FileThirdPartyNote',
    answers: ['review'],
    offer: inPanel((view, random) =>
      paper(view, random, {
        type: 'FileThirdPartyNote',
        ...official('registry', view),
        thirdPartyId: anyOf(view.panel.thirdParties, random)?.id ?? 'third-party:99',
        text: english('We buy these goods.'),
      }),
    ),
  },
  {
    name: 'FileNoteInPerson',
    answers: ['review'],
    offer: inPanel((view, random) => {
      const thirdParty = anyOf(view.panel.thirdParties, random);
      const by = inPerson(thirdParty?.personId, random);
      return {
        type: 'FileThirdPartyNote',
        as: 'third-party',
        by,
        party: null,
        receivedAt: view.now,
        thirdPartyId: thirdParty?.id ?? 'third-party:99',
        text: english('We buy these goods.'),
        ...replacing(view, thirdParty?.id, random),
      };
    }),
  },
  {
    name: 'CommentOnMaterial',
    answers: ['expert-comments', 'expert-comments', 'review'],
    offer: inPanel((view, random) => ({
      type: 'CommentOnMaterial',
      ...official('desk', view),
      materialId: anyOf(view.panel.materials, random)?.id ?? 'note:99',
      comment: english('We doubt it.'),
    })),
  },
  {
    name: 'ProposeExperts',
    answers: ['review'],
    offer: inPanel((view, random) => ({
      type: 'ProposeExperts',
      ...official('desk', view),
      experts: [{ name: english('An economist'), expertise: ['prices'], ...heardPerson(view, random, 'economist') }],
    })),
  },
  {
    name: 'ServeReport',
    answers: ['review'],
    offer: inPanel((view, random) =>
      paper(view, random, {
        type: 'ServeReport',
        ...official('registry', view),
        expertId: anyOf(view.panel.takenExperts, random)?.expertId ?? 'expert:XX:1',
        text: english('Prices rose.'),
        exhibits: exhibits(view, random),
      }),
    ),
  },
  {
    name: 'DiscloseAsExpert',
    answers: ['review'],
    offer: inPanel((view, random) => {
      const expert = anyOf(view.panel.takenExperts, random);
      return {
        type: 'DiscloseAsExpert',
        by: inPerson(expert?.personId, random),
        party: null,
        receivedAt: view.now,
        expertId: expert?.expertId ?? 'expert:XX:1',
        statement: english('I advised neither side.'),
      };
    }),
  },
  {
    name: 'ReportInPerson',
    answers: ['review'],
    offer: inPanel((view, random) => {
      const expert = anyOf(view.panel.takenExperts, random);
      const by = inPerson(expert?.personId, random);
      return {
        type: 'ServeReport',
        as: 'expert',
        by,
        party: null,
        receivedAt: view.now,
        expertId: expert?.expertId ?? 'expert:XX:1',
        text: english('Prices rose.'),
        exhibits: [],
      };
    }),
  },
  {
    name: 'NotifyDelay',
    byMember: true,
    answers: ['review', 'findings'],
    offer: inPanel((view, random) => {
      const stage = view.panel.stage.name === 'deciding' ? 'findings' : 'review';
      const due = view.panel.running[stage]?.dueDate ?? today(view);
      const expectedOn = plusDays(due, random.pick([-2, 10, 30]));
      return {
        type: 'NotifyDelay',
        ...memberOf(coChair(view, random), view),
        stage,
        expectedOn,
        reason: english('The record is long.'),
      };
    }),
  },
  {
    name: 'SetTerms',
    byMember: true,
    answers: ['terms'],
    offer: inPanel((view, random) => {
      const last = view.panel.running['evidence']?.dueAt ?? view.now;
      const meetsAt = random.pick([null, plusMillis(last, -2 * DAY), plusMillis(last, 60 * DAY)]);
      const complainant = random.pick([last, plusMillis(last, DAY)]);
      return {
        type: 'SetTerms',
        ...memberOf(coChair(view, random), view),
        languages: ['en', 'zh-Hans'],
        submissions: { complainant, respondent: last },
        meetsAt,
      };
    }),
  },
  {
    name: 'RequestInterimMeeting',
    answers: ['interim-comments'],
    offer: inPanel((view) => ({ type: 'RequestInterimMeeting', ...official('desk', view) })),
  },
  {
    name: 'SetInterimMeeting',
    byMember: true,
    answers: ['interim-comments'],
    offer: inPanel((view, random) => ({
      type: 'SetInterimMeeting',
      ...memberOf(coChair(view, random), view),
      meetsAt: plusMillis(view.now, random.between(-1, 6) * DAY),
    })),
  },
  {
    name: 'ProposeExtension',
    answers: ['review', 'interim-comments', 'nomination', 'findings'],
    offer: inPanel((view, random) => {
      const running = Object.keys(view.panel.running);
      const deadline = running.length > 0 && random.percent(92) ? random.pick(running) : 'no-deadline';
      const signatories = random.percent(80) ? 'parties' : 'coheads';
      return {
        type: 'ProposeExtension',
        ...official(signatories === 'parties' ? 'desk' : 'cohead', view),
        signatories,
        deadline,
        length: random.pick([3, 5, 10, 200]),
        reason: REASON,
      };
    }),
  },
  {
    name: 'SignExtension',
    answers: ['review', 'interim-comments', 'nomination', 'findings'],
    offer: inPanel((view, random) => {
      const open = view.panel.extensions.filter(
        ({ signedAt, proposedBy }) => signedAt === null && proposedBy !== view.party,
      );
      const proposal = anyOf(open.length > 0 && random.percent(88) ? open : view.panel.extensions, random);
      if (!proposal && !random.percent(8)) return undefined;
      const signatories = proposal && random.percent(94) ? proposal.signatories : 'coheads';
      const signer = official(signatories === 'parties' ? 'desk' : 'cohead', view);
      const by = proposal && random.percent(4) ? proposal.proposer : signer.by;
      const party = random.percent(4) ? otherCountry(view.countries, view.party) : view.party;
      const digest = proposal && random.percent(94) ? proposal.digest : sha256('something else');
      return {
        type: 'SignExtension',
        ...signer,
        by,
        party,
        signatories,
        extensionId: proposal?.id ?? 'extension:99',
        digest,
      };
    }),
  },
];
