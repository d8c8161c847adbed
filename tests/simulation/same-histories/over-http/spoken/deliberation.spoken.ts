import { signed, type SpokenActs } from './spoken-act';

interface DeliberationShown {
  readonly draft: { readonly digest: string } | null;
}

/** Acts of members in deliberation, each in the member's own name. */
export const deliberationSpoken: SpokenActs = {
  DraftInterim: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/interim`,
    body: ({ text, exhibits }) => ({ text, exhibits }),
  },
  SignInterim: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/interim/signatures`,
    body: ({ digest }, { read }) =>
      signed(digest, async () => (await read<DeliberationShown>('panel/votes'))?.draft?.digest),
  },
  CastVote: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/votes`,
    body: ({ claimId, on, attributed }) => ({ claim: claimId, on, attributed }),
  },
  CastVoteOnObjection: {
    by: 'panel',
    path: ({ objectionId }, { path }) => `${path}/panel/objections/${objectionId}/votes`,
    body: ({ on }) => ({ on }),
  },
  AdoptReasons: {
    by: 'panel',
    path: (_, { path }) => `${path}/findings/reasons/adoptions`,
    body: ({ digest }) => ({ digest }),
  },
  GiveReasons: {
    by: 'panel',
    path: (_, { path }) => `${path}/findings/reasons`,
    body: ({ claimId, supports, text, exhibits }) => ({ claim: claimId, supports, text, exhibits }),
  },
  GiveStatement: {
    by: 'panel',
    path: (_, { path }) => `${path}/findings/statements`,
    body: ({ claimId, text, exhibits }) => ({ claim: claimId, text, exhibits }),
  },
  TranslateText: {
    by: 'panel',
    path: (_, { path }) => `${path}/findings/translations`,
    body: ({ claimId, part, lang, text }) => ({ claim: claimId, part, lang, text }),
  },
  GiveUrgencyView: {
    by: 'panel',
    path: (_, { path }) => `${path}/panel/urgency`,
    body: ({ verdict }) => ({ verdict }),
  },
  ChooseExpert: {
    by: 'panel',
    path: ({ expertId }, { path }) => `${path}/panel/experts/${expertId}/choices`,
    body: ({ questions }) => ({ questions }),
  },
  WriteNote: { by: 'panel', path: (_, { path }) => `${path}/panel/deliberation-notes`, body: ({ text }) => ({ text }) },
  AskClosing: { by: 'panel', path: (_, { path }) => `${path}/findings/close` },
};
