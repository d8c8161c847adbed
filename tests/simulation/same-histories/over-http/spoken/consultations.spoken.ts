import { signed, type SpokenActs } from './spoken-act';

interface MinutesShown {
  readonly minutes: readonly { readonly id: string; readonly digest: string }[];
}

/** Calls, minutes, escalation and conclusion. */
export const consultationsSpoken: SpokenActs = {
  OfferCall: { by: 'desk', path: (_, { path }) => `${path}/calls`, body: ({ proposedFor }) => ({ proposedFor }) },
  AcceptCall: { by: 'desk', path: ({ callId }, { path }) => `${path}/calls/${callId}/acceptance` },
  MoveCall: {
    by: 'desk',
    path: ({ callId }, { path }) => `${path}/calls/${callId}/times`,
    body: ({ proposedFor }) => ({ proposedFor }),
  },
  AnswerCall: { by: 'desk', path: ({ callId }, { path }) => `${path}/calls/${callId}/answer` },
  EscalateConsultations: { by: 'desk', path: (_, { path }) => `${path}/consultations/escalations` },
  FileMinutes: {
    by: 'desk',
    path: (_, { path }) => `${path}/consultations/minutes`,
    body: ({ callId, text }) => ({ callId, text }),
  },
  SignMinutes: {
    by: 'desk',
    path: ({ minutesId }, { path }) => `${path}/consultations/minutes/${minutesId}/signatures`,
    body: ({ minutesId, digest }, { read }) =>
      signed(
        digest,
        async () => (await read<MinutesShown>('consultations'))?.minutes.find(({ id }) => id === minutesId)?.digest,
      ),
  },
  SignJointProposal: {
    by: 'cohead',
    path: (_, { path }) => `${path}/consultations/joint-proposal/signatures`,
    body: ({ text }) => ({ text }),
  },
  ConcludeConsultations: { by: 'desk', path: (_, { path }) => `${path}/consultations/conclusion` },
};
