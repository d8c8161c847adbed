import type { DossierRequest } from '../../../../../services/referral/src/dossier/request-faults.rules';
import { signed, type SpokenActs } from './spoken-act';

interface DossierShown {
  readonly assembly: { readonly digest: string } | null;
}

/** A request without the fields that are `null`. */
const requestOf = ({ panelRequest, channel, ...request }: DossierRequest): object => ({
  ...request,
  ...(panelRequest ? { panelRequest: withoutNulls(panelRequest) } : {}),
  ...(channel ? { channel: withoutNulls(channel) } : {}),
});

const withoutNulls = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** The exit notice, the dossier, and what becomes of it. */
export const referralSpoken: SpokenActs = {
  GiveExitNotice: { by: 'desk', path: (_, { path }) => `${path}/referral/exit-notices` },
  RequestDossier: {
    by: 'desk',
    path: (_, { path }) => `${path}/referral/dossiers`,
    body: ({ request }) => requestOf(request),
  },
  SignDossier: {
    by: 'cohead',
    path: ({ n }, { path }) => `${path}/referral/dossiers/${String(n)}/signatures`,
    body: ({ n, digest }, { read }) =>
      signed(digest, async () => (await read<DossierShown>(`referral/dossiers/${String(n)}`))?.assembly?.digest),
  },
  RecordTransmission: {
    by: 'desk',
    path: ({ n }, { path }) => `${path}/referral/dossiers/${String(n)}/transmissions`,
    body: ({ handedOverAt, receipt }) => ({ handedOverAt, ...(receipt === null ? {} : { receipt }) }),
  },
  NoteForumEvent: {
    by: 'desk',
    path: (_, { path }) => `${path}/referral/forum-events`,
    body: ({ event: { circulatedOn, ...event } }) => ({ ...event, ...(circulatedOn === null ? {} : { circulatedOn }) }),
  },
};
