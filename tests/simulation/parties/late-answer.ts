import type { PartyCode } from '@parley/kernel';
import type { LateCaseAct } from '../../../services/intake/src/case/late-entries/late-entries.rules';
import { SUMMARY_ANSWERS } from '../../../services/intake/src/case/summaries/summaries.rules';
import type { LatePanelAct } from '../../../services/panel-review/src/late-entries/late-entries.rules';
import {
  languagesInto,
  originalsOf,
  translationDeadline,
  type FileTranslation,
} from '../../../services/evidence/src/translations/translations.rules';
import type { LateComplianceAct } from '../../../services/referral/src/compliance/agreement-commands.rules';
import { VERDICTS } from '../../../services/referral/src/compliance/agreement-events.rules';
import { verificationDeadline } from '../../../services/referral/src/compliance/agreement.rules';
import type { AcceptConciliation } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type View } from './act-kind';
import { otherCountry } from './countries';
import { bytes } from './evidence.acts';
import type { Limit } from './late.acts';
import { english } from './texts';

export type LateCommand = LateCaseAct | LatePanelAct | FileTranslation | AcceptConciliation | LateComplianceAct;

interface LateOffer {
  readonly desk: 'intake' | 'panel' | 'evidence' | 'compliance' | 'register';
  readonly command: LateCommand;
}

type Answers = (limit: Limit, view: View, random: SeededRandom) => LateOffer | undefined;

/** Mostly the one that was asked, now and then the other. */
const asDesk = (party: PartyCode | undefined, view: View, random: SeededRandom) =>
  official('desk', { ...view, party: party !== undefined && random.percent(93) ? party : view.party });

/** What a limit asked for that an offer of today would not give, by the clock of the limit. */
const ANSWERS: Readonly<Record<string, Answers>> = {
  summary(limit, view, random) {
    const request = view.filed.summaries.find(({ id }) => id === limit.id);
    const asked = request && otherCountry(view.countries, request.askedBy);
    const command = {
      type: 'AnswerSummary',
      ...asDesk(asked, view, random),
      answer: random.pick(SUMMARY_ANSWERS),
      ...{ summaryId: random.percent(96) ? limit.id : 'summary:XX:99', text: english('It says no.') },
    } as const;
    return { desk: 'intake', command };
  },
  reply(limit, view, random) {
    if (limit.id === 'reply') return undefined;
    const { amendments, parties } = view.filed;
    const amendment = random.percent(96) ? amendments.find(({ id }) => limit.id === `reply:${id}`) : undefined;
    const claims = random.percent(94) ? (amendment?.claims ?? []) : ['C99'];
    const asked = amendment?.kind === 'joinder' ? parties.complainant : parties.respondent;
    const command = {
      type: 'AnswerAmendment',
      ...asDesk(asked, view, random),
      amendmentId: amendment?.id ?? 'S99',
      counterStatements: claims.map((claim) => ({ claim, statement: english('Denied.') })),
    } as const;
    return { desk: 'intake', command };
  },
  'information-request'(limit, view, random) {
    if (view.panel.status !== 'opened') return undefined;
    const asked = view.panel.requests.find(({ id }) => limit.id.endsWith(id.slice('request'.length)));
    const command = {
      type: 'AnswerRequest',
      ...asDesk(asked?.askedOf, view, random),
      requestId: asked?.id ?? 'request:99',
      text: english('Ten per cent.'),
      exhibits: random.percent(4) ? ['XXX-99'] : view.panel.exhibits.slice(0, 1).map(({ number }) => number),
    } as const;
    return { desk: 'panel', command };
  },
  'expert-comments'(limit, view, random) {
    const materialId = limit.id.replace('expert-comments', 'report');
    const comment = english('We doubt it.');
    return {
      desk: 'panel',
      command: { type: 'CommentOnMaterial', ...asDesk(undefined, view, random), materialId, comment },
    };
  },
  /** Whoever stayed on a seat though challenged; the other side replaces them. */
  challenge(limit, view, random) {
    if (view.panel.status !== 'opened' || !limit.id.startsWith('replacement')) return undefined;
    const occupancy = view.panel.lapsed[limit.id]?.occupancy;
    if (occupancy?.stage !== 'open-to-replacement') return undefined;
    const party = otherCountry(view.countries, view.party);
    const { personId: member } = occupancy.member;
    return { desk: 'panel', command: { type: 'ReplaceMember', ...asDesk(party, view, random), member } };
  },
  translation(limit, view, random) {
    if (view.evidence.status === 'unknown') return undefined;
    const [original, language] =
      originalsOf(view.evidence).flatMap((each) =>
        languagesInto(each).flatMap((into) =>
          translationDeadline(each, into) === limit.id ? [[each, into] as const] : [],
        ),
      )[0] ?? [];
    if (!original || !language) return undefined;
    const used = original.translations[0]?.uploadId;
    const uploadId = used !== undefined && random.percent(15) ? used : `translation-${view.serial}`;
    const acting = { ...view, party: original.party };
    const command = {
      type: 'FileTranslation',
      ...asDesk(original.party, view, random),
      language,
      divergences: [],
      ...('into' in original ? ({ of: 'document', number: original.number } as const) : { number: original.number }),
      bytes: bytes(acting, uploadId, `rendering ${uploadId}`, random),
    } as const;
    return { desk: 'evidence', command };
  },
  verification(limit, view, random) {
    for (const desk of ['compliance', 'register'] as const) {
      const agreement = view[desk];
      const found =
        agreement.status === 'in-force' &&
        agreement.obligations.find(({ terms: { id } }) => verificationDeadline(id) === limit.id);
      if (!found) continue;
      const command = {
        type: 'VerifyObligation',
        ...asDesk(otherCountry(view.countries, found.terms.owner), view, random),
        obligation: random.percent(96) ? found.terms.id : 'O99',
        says: found.reported?.says ?? 'done',
        verdict: random.pick(VERDICTS),
        note: english('Seen.'),
      } as const;
      return { desk, command };
    }
    return undefined;
  },
};

/** Acts of which the case as it is now says too little: the limit says what was asked, and of whom. */
export const lateAnswer = {
  answers: (clock: string): boolean => Object.hasOwn(ANSWERS, clock),
  offer: (limit: Limit, view: View, random: SeededRandom): LateOffer | undefined =>
    ANSWERS[limit.clock === 'reply-among-many' ? 'reply' : limit.clock]?.(limit, view, random),
};
