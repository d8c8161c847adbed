import { accept, canonicalJson, refuse, type Decision, type PartyCode, type Refused } from '@parley/kernel';
import type { Clocks, ClocksOf, RunningDeadline } from '@parley/procedure';
import type { Exhibit } from '../exhibit';
import type { FileExhibit } from '../exhibit-commands';
import type { ExhibitAccepted, PublicVersionFiled } from '../exhibit-events';
import { countOf, nextNumber } from '../exhibit-number';
import type { KnownCase } from '../evidence-state';
import { publicVersionOf } from '../public-version/file-public-version.decide';
import { refusals } from '../refusals';
import { languagesDue } from '../translation/languages-due';
import { translationDeadline } from '../translation/translation-deadline';
import { correctionFault } from './correction-fault';
import { notOpenForEvidence } from './open-for-evidence';
import { bytesReferredTo, isRefused } from './referred-bytes';

/** A limit on everything: the whole of a case's evidence is one stream, read at each act. */
const MOST_EXHIBITS = 2_000;

/**
 * A party puts a piece of evidence on the record. The same upload filed again in the same words has the number that it
 * got.
 */
export function fileExhibit(
  command: FileExhibit,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<ExhibitAccepted | PublicVersionFiled> {
  const { by, party, receivedAt, bytes, title, tier, claims, custody, writtenIn, corrects } = command;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const earlier = exhibitOfUpload(state, party, bytes.uploadId);
  if (earlier) return isSame(earlier, command) ? accept() : refuse(refusals.uploadUsed, '/uploadId');
  const closed = notOpenForEvidence(state, receivedAt);
  if (closed) return closed;
  if (countOf(state.exhibits.values(), party) >= MOST_EXHIBITS) return refuse(refusals.tooManyExhibits);

  const file = bytesReferredTo(bytes, party, '');
  if (isRefused(file)) return file;
  const fault = claimFault(command, state) ?? correctionFault(command, state);
  if (fault) return fault;
  if (custody.at > receivedAt) return refuse(refusals.custodyInFuture, '/custody/at');

  const number = nextNumber(state.exhibits.values(), party, command.prefix);
  const accepted: ExhibitAccepted = {
    type: 'ExhibitAccepted',
    occurredAt: receivedAt,
    rule: 'I-33',
    tier,
    data: {
      ...{ number, party, uploadId: bytes.uploadId, file, title, tier, claims, custody, by, writtenIn },
      ...(corrects === null ? {} : { corrects }),
      opens: translationsDue(
        { party, number },
        command,
        clocksOf(state.registration?.ruleSetVersion ?? command.ruleSetVersion),
      ),
      closes: [],
    },
  };
  if (!command.publicVersion) return accept(accepted);
  if (tier === 'PUBLIC') return refuse(refusals.publicAlready, '/publicVersion');
  const published = publicVersionOf(
    { ...command.publicVersion, number, by, receivedAt },
    { party, file },
    '/publicVersion',
  );
  return published.kind === 'refused'
    ? published
    : accept<ExhibitAccepted | PublicVersionFiled>(accepted, ...published.events);
}

export const isParty = ({ parties }: KnownCase, party: string | null): party is PartyCode =>
  party === parties.complainant || party === parties.respondent;

/** The exhibit that a party made of an upload. Asking twice gives the same number. */
export const exhibitOfUpload = ({ exhibits }: KnownCase, party: PartyCode, uploadId: string): Exhibit | undefined =>
  [...exhibits.values()].find((exhibit) => exhibit.party === party && exhibit.uploadId === uploadId);

/** A translation is due from the receipt of the original, into each language that it is not written in. */
const translationsDue = (
  filed: Pick<Exhibit, 'party' | 'number'>,
  { writtenIn, receivedAt }: FileExhibit,
  clocks: Clocks,
): readonly RunningDeadline[] =>
  languagesDue(writtenIn).map((language) =>
    clocks.start('translation', { event: 'ExhibitAccepted', at: receivedAt }, translationDeadline(filed, language)),
  );

function claimFault({ claims }: FileExhibit, state: KnownCase): Refused | undefined {
  const stranger = claims.findIndex((claim) => state.claims !== null && !state.claims.includes(claim));
  return stranger < 0 ? undefined : refuse(refusals.unknownClaim, `/claims/${String(stranger)}`);
}

const isSame = (
  exhibit: Exhibit,
  { bytes, title, tier, claims, custody, corrects, publicVersion }: FileExhibit,
): boolean =>
  canonicalJson([
    exhibit.file.digest,
    exhibit.file.fileName,
    exhibit.file.mediaType,
    exhibit.title,
    exhibit.tier,
    exhibit.claims,
    exhibit.custody[0],
    exhibit.corrects,
  ]) === canonicalJson([bytes.digest, bytes.fileName, bytes.mediaType, title, tier, claims, custody, corrects]) &&
  (publicVersion === null || publicVersion.bytes.uploadId === exhibit.publicVersion?.uploadId);
