import { signed, type SpokenActs } from './spoken-act';

interface SettlementShown {
  readonly texts: readonly { readonly n: number; readonly digest: string }[];
}

/** Conciliation, and the tabling and signing of texts. */
export const settlementSpoken: SpokenActs = {
  ProposeConciliation: { by: 'desk', path: (_, { path }) => `${path}/settlement/conciliations` },
  AcceptConciliation: {
    by: 'desk',
    path: ({ n }, { path }) => `${path}/settlement/conciliations/${String(n)}/acceptances`,
  },
  BreakOffConciliation: {
    by: 'desk',
    path: ({ n }, { path }) => `${path}/settlement/conciliations/${String(n)}/endings`,
  },
  PickConciliator: {
    by: 'desk',
    path: (_, { path }) => `${path}/settlement/conciliators`,
    body: ({ person }, { user }) => ({ person: user(person) }),
  },
  AcceptAsConciliator: {
    by: 'conciliator',
    path: (_, { path }) => `${path}/settlement/conciliators/acceptances`,
    body: ({ of }) => ({ of }),
  },
  SignConciliatorsProposal: {
    by: 'conciliator',
    path: (_, { path }) => `${path}/settlement/conciliators/proposals`,
    body: ({ text }) => ({ text }),
  },
  WithdrawAsConciliator: {
    by: 'conciliator',
    path: (_, { path }) => `${path}/settlement/conciliators/withdrawals`,
  },
  TableText: { by: 'desk', path: (_, { path }) => `${path}/settlement/texts`, body: ({ text }) => text },
  SignText: {
    by: 'desk',
    path: ({ n }, { path }) => `${path}/settlement/texts/${String(n)}/signatures`,
    body: ({ n, digest }, { read }) =>
      signed(
        digest,
        async () => (await read<SettlementShown>('settlement'))?.texts.find((text) => text.n === n)?.digest,
      ),
  },
};
