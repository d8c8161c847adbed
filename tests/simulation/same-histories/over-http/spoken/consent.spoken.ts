import type { Matter, Signatories } from '../../../../../services/intake/src/case/consent/proposal.rules';
import { certified } from './filings';
import { signed, type Office, type SpokenActs } from './spoken-act';

interface ProposalsShown {
  readonly proposals: readonly { readonly id: string; readonly digest: string }[];
}

export const officeOf = ({ signatories }: { readonly signatories: Signatories }): Office =>
  signatories === 'parties' ? 'desk' : 'cohead';

/** Each matter has a path of its own. */
const PATHS: Readonly<Record<Matter['kind'], string>> = {
  extension: 'extensions',
  suspension: 'suspensions',
  resumption: 'resumptions',
  track: 'complex-track',
  rules: 'rules',
  supplement: 'supplements',
  replacement: 'replacements',
  correction: 'corrections',
  joinder: 'joinders',
  consolidation: 'consolidations',
  deconsolidation: 'consolidations/undoing',
  reopening: 'reopenings',
};
/** What co-heads may propose over HTTP. */
const BY_CO_HEADS: readonly Matter['kind'][] = ['extension', 'track'];

function bodyOf(matter: Matter): object {
  if (matter.kind === 'supplement' || matter.kind === 'replacement' || matter.kind === 'joinder')
    return { grievance: matter.grievance, certification: certified(matter.certification) };
  const { kind, reason } = matter;
  switch (kind) {
    case 'extension':
      return { deadline: matter.deadline, by: matter.by, reason };
    case 'suspension':
      return { ...(matter.until === null ? {} : { until: matter.until }), reason };
    case 'correction':
      return {
        ...{ measure: matter.measure, field: matter.field, was: matter.was, becomes: matter.becomes, reason },
        ...(matter.certification ? { certification: certified(matter.certification) } : {}),
      };
    case 'rules':
      return { version: matter.version, reason };
    default:
      return { reason };
  }
}

/** Acts that take effect with the signature of the other side, or of the other co-head. */
export const consentSpoken: SpokenActs = {
  Propose: {
    by: officeOf,
    path: ({ matter }, { path }) => `${path}/${PATHS[matter.kind]}`,
    body: ({ matter }) => bodyOf(matter),
    sayable: ({ by, matter, signatories }) =>
      (signatories === 'parties' || BY_CO_HEADS.includes(matter.kind)) &&
      matter.kind !== 'consolidation' &&
      (!('certification' in matter) || matter.certification.by === by),
  },
  SignProposal: {
    by: officeOf,
    path: ({ proposalId }, { path }) => `${path}/proposals/${proposalId}/signatures`,
    body: ({ proposalId, digest }, { read }) =>
      signed(
        digest,
        async () => (await read<ProposalsShown>('proposals'))?.proposals.find(({ id }) => id === proposalId)?.digest,
      ),
  },
  DeclineProposal: { by: officeOf, path: ({ proposalId }, { path }) => `${path}/proposals/${proposalId}/refusal` },
  WithdrawProposal: { by: officeOf, path: ({ proposalId }, { path }) => `${path}/proposals/${proposalId}/withdrawal` },
};
