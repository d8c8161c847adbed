import type { Deadline } from '@parley/contracts';
import type { Bilingual, Instant } from '@parley/kernel';
import type { PreservationEvent } from '../bag/bag';
import type { CaseFile } from '../case-file';
import type { IncludedFile } from '../dossier-context';
import type { Dossier, RecordedAssembly } from '../dossier.rules';
import type { DossierInputs, ExhibitInput } from '../pack-dossier';
import { say } from '../pages/page';

/** A deadline of the screening, and its outcome. */
export interface KeptDeadline {
  readonly clock: string;
  readonly stage: string;
  readonly dueAt: string;
  readonly outcome: 'met' | 'missed' | 'ran-to-its-end' | 'not-yet-due';
  /** Rule, trigger, calendar and arithmetic, in the deadline's own explanation (I-16). */
  readonly explanation: Bilingual;
}

type Outcome = KeptDeadline['outcome'];

const metOr = (met: boolean, missed: boolean): Outcome => (met ? 'met' : missed ? 'missed' : 'not-yet-due');

/** For a time that nobody has to keep, so nobody is late when it ends. */
const ranOut = (ended: boolean): Outcome => (ended ? 'ran-to-its-end' : 'not-yet-due');

/**
 * The deadlines of the screening in the order in which they began. Each was met or missed, ran to its end, or is not
 * yet due.
 */
export function deadlinesKept(file: CaseFile): readonly KeptDeadline[] {
  const {
    registered,
    reply,
    replyLapsed,
    replyRepudiated,
    consultationsClosed,
    ended,
    panelOpened,
    draws,
    convened,
    reviewOpened,
    interim,
    decided,
    findings,
  } = file;
  const kept = (deadline: Deadline | undefined, outcome: Outcome): readonly KeptDeadline[] =>
    deadline === undefined
      ? []
      : [
          {
            clock: deadline.clock,
            stage: deadline.stage,
            dueAt: deadline.dueAt,
            outcome,
            explanation: explanationOf(deadline),
          },
        ];
  const isLapsed = ended?.outcome === 'lapsed' && ended.reason === 'long-stop';
  return [
    ...kept(registered.longStop, metOr((ended ?? findings) !== undefined && !isLapsed, isLapsed)),
    ...kept(
      registered.reply,
      metOr(reply !== undefined && !replyRepudiated, (replyRepudiated ?? replyLapsed) !== undefined),
    ),
    ...kept((reply ?? replyLapsed)?.consultations, ranOut(consultationsClosed !== undefined)),
    ...kept(panelOpened?.nomination, metOr(convened !== undefined && draws.length === 0, draws.length > 0)),
    ...kept(reviewOpened?.review, metOr(interim?.issued === true, interim?.issued === false)),
    ...kept(interim?.next, ranOut(decided !== undefined)),
    ...kept(decided?.certification, metOr(findings?.missing.length === 0, (findings?.missing.length ?? 0) > 0)),
  ];
}

const explanationOf = ({ arithmetic, rule }: Deadline): Bilingual =>
  arithmetic ? say(arithmetic.en, arithmetic.zhHans) : say(rule, rule);

const SECRETARIAT = 'secretariat';

/** What happened to the content of a bag, from the receipt of an exhibit to the packing. */
export function preservationEvents(
  inputs: DossierInputs,
  dossier: Exclude<Dossier, { status: 'signing' }>,
  assembly: RecordedAssembly,
): readonly PreservationEvent[] {
  const signed = dossier.signatures.filter(({ digest }) => digest === assembly.digest);
  return [
    ...inputs.exhibits.flatMap((exhibit) => exhibitEvents(exhibit, assembly.at)),
    ...(inputs.documents ?? []).flatMap(({ files }) => files.map((file) => fixityCheck(file, assembly.at))),
    ...signed.map(({ coHead, party, digest, receivedAt }): PreservationEvent => ({
      type: 'digital signature generation',
      at: receivedAt,
      detail: `The co-head appointed by ${party} signed the digest ${digest}.`,
      outcome: 'signed',
      agent: coHead,
      objects: ['manifest-sha256.txt'],
    })),
    {
      type: 'information package creation',
      at: dossier.end.at,
      detail: `The bag was closed by ${dossier.end.by === 'default' ? 'the end of its time' : 'both signatures'}.`,
      outcome: 'success',
      agent: SECRETARIAT,
      objects: ['manifest-sha256.txt', 'manifest-sha512.txt'],
    },
  ];
}

function exhibitEvents(
  { number, party, acceptedAt, files, custody }: ExhibitInput,
  checkedAt: Instant,
): readonly PreservationEvent[] {
  const objects = files.map(({ path }) => path);
  return [
    {
      type: 'ingestion',
      at: acceptedAt,
      detail: `Exhibit ${number} was received from ${party}.`,
      outcome: 'accepted',
      agent: party,
      objects,
    },
    ...custody.map(({ at, from, to, purpose }): PreservationEvent => ({
      type: 'transfer',
      at: at as Instant,
      detail: `From ${from} to ${to}: ${purpose}`,
      outcome: 'handed over',
      agent: from,
      objects,
    })),
    ...files.map((file) => fixityCheck(file, checkedAt)),
  ];
}

const fixityCheck = ({ path, digest }: IncludedFile, at: Instant): PreservationEvent => ({
  type: 'fixity check',
  at,
  detail: `SHA-256 ${digest} computed from the bytes and compared with the one recorded when they were received.`,
  outcome: 'pass',
  agent: SECRETARIAT,
  objects: [path],
});
