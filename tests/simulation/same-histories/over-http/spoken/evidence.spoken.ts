import { sha256 } from '@parley/event-store';
import type { FileExhibit } from '../../../../../services/evidence/src/exhibits/exhibit-commands.rules';
import { signed, type SpokenActs, type There } from './spoken-act';

/** An upload that nobody made. */
const NO_UPLOAD = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
/** The simulation's number for an exhibit that does not exist. */
const NO_EXHIBIT = 'XXX-99';
const loanOf = ({ number, assignment }: { readonly number: string; readonly assignment: string }): string =>
  `exhibits/${number}/loans/${assignment}`;
const contentOf = ({ bytes }: FileExhibit): string => `content of ${bytes.uploadId}`;

/** Uploads the text that stands for the bytes in the simulation. */
async function exhibit(act: FileExhibit, { upload }: There): Promise<object> {
  const { bytes, title, tier, claims, custody, writtenIn, corrects, answers } = act;
  const { digest, fileName, mediaType } = bytes;
  const uploadId = bytes.upload ? await upload(bytes.uploadId, contentOf(act)) : NO_UPLOAD;
  return {
    uploadId,
    digest,
    fileName,
    mediaType,
    title,
    tier,
    claims,
    custody,
    writtenIn,
    ...(corrects === null ? {} : { corrects }),
    ...(answers === null ? {} : { answers }),
  };
}

/** Exhibits, and who reads them. */
export const evidenceSpoken: SpokenActs = {
  FileExhibit: {
    by: 'desk',
    path: (_, { path }) => `${path}/exhibits`,
    body: exhibit,
    // Public versions are really searched there, while the simulation only says that it searched them.
    sayable: (act) =>
      act.publicVersion === null &&
      (act.bytes.upload === null ||
        (act.bytes.upload.party === act.party && act.bytes.upload.digest === sha256(contentOf(act)))),
  },
  HandOverCustody: {
    by: 'desk',
    path: ({ number }, { path }) => `${path}/exhibits/${number}/custody`,
    body: ({ entry }) => entry,
  },
  WithdrawExhibit: {
    by: 'desk',
    path: ({ number }, { path }) => `${path}/exhibits/${number}/withdrawal`,
    body: ({ reason }) => ({ reason }),
  },
  AddReaders: {
    by: 'desk',
    path: ({ number }, { path }) => `${path}/exhibits/${number}/readers`,
    body: ({ to }) => ({ tier: to }),
  },
  AskForLoan: {
    by: ({ as }) => as,
    path: ({ number }, { path }) => `${path}/exhibits/${number}/loans`,
    body: ({ assignment, purpose }) => ({ assignment, purpose }),
    withoutRevision: ({ as }) => as === 'panel',
    // For an exhibit that does not exist, or not for the member, the route answers so before any rule decides.
    sayable: ({ number }) => number !== NO_EXHIBIT,
  },
  ConsentToLoan: { by: 'desk', path: (act, { path }) => `${path}/${loanOf(act)}/consent` },
  SignLoan: {
    by: 'cohead',
    path: (act, { path }) => `${path}/${loanOf(act)}/signatures`,
    body: (act, { read }) =>
      signed(act.digest, async () => (await read<{ readonly digest: string }>(`${loanOf(act)}/draft`))?.digest),
  },
  EndLoan: {
    by: ({ as }) => as,
    path: (act, { path }) => `${path}/${loanOf(act)}/end`,
    withoutRevision: ({ as }) => as === 'panel',
    sayable: ({ number }) => number !== NO_EXHIBIT,
  },
  SignReadersDecision: {
    by: 'cohead',
    path: ({ number }, { path }) => `${path}/exhibits/${number}/readers/signatures`,
    body: async ({ number, to, reason, digest }, { read }) => ({
      to,
      reason,
      ...(await signed(
        digest,
        async () =>
          (await read<{ readonly digest: string }>(`exhibits/${number}/readers/draft?to=${to}&reason=${reason}`))
            ?.digest,
      )),
    }),
  },
};
