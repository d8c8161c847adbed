import type { PersonId } from '@parley/kernel';
import { officeOf } from './consent.spoken';
import { signed, type SpokenActs, type There } from './spoken-act';

interface PanelShown {
  readonly challenges: readonly {
    readonly id: string;
    readonly digests: Readonly<Record<'upheld' | 'not-upheld', string>>;
  }[];
  readonly extensions: readonly { readonly id: string; readonly digest: string }[];
}

interface Marked {
  readonly id: string;
  readonly digest: string;
}

const heard = (person: PersonId | undefined, user: There['user']): { readonly personId?: string } =>
  person === undefined ? {} : { personId: user(person) };

/** Acts that fill the panel, and acts before it. */
export const panelSpoken: SpokenActs = {
  NominateMember: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/nominations`,
    body: ({ member, coChair }, { user }) => ({ member: user(member), coChair }),
  },
  CommitNonce: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/draws/commitments`,
    body: ({ seat, draw, commitment }) => ({ seat, draw, commitment }),
  },
  LayNonceOpen: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/draws/nonces`,
    body: ({ seat, draw, nonce }) => ({ seat, draw, nonce }),
  },
  MakeDisclosure: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/disclosures`,
    body: ({ statement }) => ({ statement }),
    withoutRevision: true,
  },
  ChallengeMember: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/challenges`,
    body: ({ member, grounds, cameToLight }, { user }) => ({
      ...{ member: user(member), grounds },
      ...(cameToLight === undefined ? {} : { cameToLight }),
    }),
  },
  SignChallengeDecision: {
    by: 'cohead',
    path: ({ challengeId }, { path }) => `${path}/panel/challenges/${challengeId}/decisions`,
    body: async ({ challengeId, verdict, digest }, { read }) => ({
      verdict,
      ...(await signed(
        digest,
        async () =>
          (await read<PanelShown>('panel'))?.challenges.find(({ id }) => id === challengeId)?.digests[verdict],
      )),
    }),
  },
  ReplaceMember: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/replacements`,
    body: ({ member }, { user }) => ({ member: user(member) }),
  },
  RecuseMember: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/recusals`,
    body: ({ reason }) => ({ reason }),
    withoutRevision: true,
  },
  RequestInformation: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/information-requests`,
    body: ({ askedOf, questions, jointly, withdrawals }) => ({ party: askedOf, questions, jointly, withdrawals }),
    withoutRevision: true,
  },
  AnswerRequest: {
    by: 'desk',
    path: ({ requestId }, { path }) => `${path}/panel/information-requests/${requestId}/answers`,
    body: ({ text, exhibits }) => ({ answer: text, exhibits }),
  },
  AdmitThirdParty: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/third-parties`,
    body: ({ name, personId }, { user }) => ({ name, ...heard(personId, user) }),
    withoutRevision: true,
  },
  FileThirdPartyNote: {
    by: 'third-party',
    path: ({ thirdPartyId }, { path }) => `${path}/panel/assignments/${thirdPartyId}/notes`,
    body: ({ text, replaces }) => ({ note: text, ...(replaces === undefined ? {} : { replaces }) }),
    sayable: ({ replaces }) => replaces === undefined || replaces.includes(':'),
    withoutRevision: true,
  },
  CommentOnMaterial: {
    by: 'desk',
    path: ({ materialId }, { path }) => `${path}/panel/materials/${materialId}/comments`,
    body: ({ comment }) => ({ comment }),
  },
  ProposeExperts: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/expert-lists`,
    body: ({ experts }, { user }) => ({
      experts: experts.map(({ personId, ...expert }) => ({ ...expert, ...heard(personId, user) })),
    }),
  },
  DiscloseAsExpert: {
    by: 'expert',
    path: ({ expertId }, { path }) => `${path}/panel/assignments/${expertId}/disclosure`,
    body: ({ statement }) => ({ statement }),
    withoutRevision: true,
  },
  ServeReport: {
    by: 'expert',
    path: ({ expertId }, { path }) => `${path}/panel/assignments/${expertId}/report`,
    body: ({ text }) => ({ report: text }),
    withoutRevision: true,
  },
  NotifyDelay: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/delays`,
    body: ({ stage, expectedOn, reason }) => ({ stage, expectedOn, reason }),
    withoutRevision: true,
  },
  SetTerms: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/terms`,
    body: ({ languages, submissions, meetsAt }) => ({
      languages,
      submissions,
      ...(meetsAt === null ? {} : { meetsAt }),
    }),
    withoutRevision: true,
  },
  RequestInterimMeeting: { by: 'desk', path: (_, { path }) => `${path}/panel/interim/meeting-requests` },
  SetInterimMeeting: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/interim/meetings`,
    body: ({ meetsAt }) => ({ meetsAt }),
    withoutRevision: true,
  },
  ProposeExtension: {
    by: officeOf,
    path: (_, { path }) => `${path}/panel/extensions`,
    body: ({ deadline, length, reason }) => ({ deadline, by: length, reason }),
  },
  SignExtension: {
    by: officeOf,
    path: ({ extensionId }, { path }) => `${path}/panel/extensions/${extensionId}/signatures`,
    body: ({ extensionId, digest }, { read }) =>
      signed(
        digest,
        async () => (await read<PanelShown>('panel'))?.extensions.find(({ id }) => id === extensionId)?.digest,
      ),
  },
  CommentInterim: {
    by: 'desk',
    path: (_, { path }) => `${path}/panel/interim/comments`,
    body: ({ comment }) => ({ comment }),
  },
  FinishCommenting: { by: 'desk', path: (_, { path }) => `${path}/panel/interim/done` },
  CertifyFindings: {
    by: 'cohead',
    path: (_, { path }) => `${path}/findings/certifications`,
    body: ({ digest }, { read }) =>
      signed(digest, async () => (await read<{ readonly digest: string }>('panel/findings'))?.digest),
  },
  MarkPassages: {
    by: 'desk',
    path: (_, { path }) => `${path}/findings/marks`,
    body: ({ passages, givesAway, reason }) => ({ passages, givesAway, reason }),
  },
  GiveMarkLeave: {
    by: 'panel',
    path: ({ markId }, { path }) => `${path}/findings/marks/${markId}/leave`,
    body: ({ markId, digest }, { read }) =>
      signed(
        digest,
        async () =>
          (await read<{ readonly marks: readonly Marked[] }>('panel/findings'))?.marks.find(({ id }) => id === markId)
            ?.digest,
      ),
    withoutRevision: true,
  },
};
