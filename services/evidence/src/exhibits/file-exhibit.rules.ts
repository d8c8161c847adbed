import { accept, canonicalJson, refuse, type Decision, type PartyCode } from '@parley/kernel';
import { answerClockId, type Clocks, type ClocksOf, type RunningDeadline, type StandingPaper } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import { publicVersionOf } from '../public-version/public-version.rules';
import { publicVersionRefusals } from '../public-version/redaction.rules';
import { languagesDue, translationDeadline } from '../translations/translations.rules';
import {
  bytesReferredTo,
  correctionFault,
  exhibitsRefusals,
  isRefused,
  notOpenForEvidence,
} from './correction-fault.rules';
import { lateExhibit } from './evidence-time.rules';
import {
  countOf,
  nextNumber,
  type Exhibit,
  type FileExhibit,
  type HandOverCustody,
  type NoteDamage,
} from './exhibit-commands.rules';
import type { CustodyHandedOver, ExhibitAccepted, ExhibitFoundCorrupt, PublicVersionFiled } from './exhibits.rules';

/**
 * An exhibit passes from one hand to another: the next "from" is the last "to" (I-34). It may do so after the screening
 * has ended, since exhibits go back to where they came from. What its own party enters takes the place of what a
 * registry entered and still waits (I-67).
 * @param paper how it stands where a registry entered it
 */
export function handOverCustody(command: HandOverCustody, state: KnownCase, paper?: StandingPaper) {
  const { party, asRegistry, receivedAt, number } = command;
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (!asRegistry && party !== exhibit.party) return refuse(commonRefusals.notYourExhibit);
  const { by, entry } = command;
  const last = exhibit.custody.at(-1);
  if (entry.at > receivedAt) return refuse(exhibitsRefusals.custodyInFuture, '/at');
  if (last && entry.from !== last.to) return refuse(exhibitsRefusals.custodyChainBroken, '/from');
  if (last && entry.at < last.at) return refuse(exhibitsRefusals.custodyOutOfOrder, '/at');
  const closes = state.lateEntries
    .filter(({ claimed, end }) => !asRegistry && end === null && 'entry' in claimed && claimed.number === number)
    .map(({ entryId }) => answerClockId(entryId))
    .filter((clock) => receivedAt < (state.running[clock]?.dueAt ?? ''));
  return accept<CustodyHandedOver>({
    type: 'CustodyHandedOver',
    occurredAt: receivedAt,
    rule: 'I-34',
    tier: exhibit.tier,
    data: { number, entry, by, ...(paper ? { paper } : {}), ...(closes.length > 0 ? { opens: [], closes } : {}) },
  });
}

/** Records a mismatch (I-33) once for each damage found: another read of the same damage adds nothing. */
export function noteDamage({ number, copy, found, at }: NoteDamage, state: KnownCase): Decision<ExhibitFoundCorrupt> {
  const original = state.documents.get(number) ?? state.exhibits.get(number);
  if (!original) return refuse(commonRefusals.unknownExhibit);
  if (original.damage[copy]?.found === found) return accept();
  return accept({
    type: 'ExhibitFoundCorrupt',
    occurredAt: at,
    rule: 'I-33',
    tier: original.tier,
    data: { number, copy, found },
  });
}

/** A limit on everything: all evidence of a case is one stream, and each act reads it. */
const MOST_EXHIBITS = 2_000;

/** A party puts a piece of evidence on the record. The same upload, filed again in the same words, keeps its number. */
export function fileExhibit(command: FileExhibit, state: KnownCase, clocksOf: ClocksOf) {
  const { party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const earlier = exhibitOfUpload(state, party, command.bytes.uploadId);
  if (earlier) return isSame(earlier, command) ? accept() : refuse(exhibitsRefusals.uploadUsed, '/uploadId');
  const ended = notOpenForEvidence(state, receivedAt);
  if (ended) return ended;
  const { by, bytes, title, tier, claims, custody, writtenIn, corrects, answers } = command;
  const late = lateExhibit({ party, receivedAt, answers, claims }, state, clocksOf);
  if (late) return late;
  if (countOf(state.exhibits.values(), party) >= MOST_EXHIBITS) return refuse(exhibitsRefusals.tooManyExhibits);

  const file = bytesReferredTo(bytes, party, '');
  if (isRefused(file)) return file;
  const fault = claimFault(command, state) ?? correctionFault(command, state);
  if (fault) return fault;
  if (custody.at > receivedAt) return refuse(exhibitsRefusals.custodyInFuture, '/custody/at');

  const number = nextNumber(state.exhibits.values(), party, command.prefix);
  const accepted: ExhibitAccepted = {
    type: 'ExhibitAccepted',
    occurredAt: receivedAt,
    rule: 'I-33',
    tier,
    data: {
      ...{ number, party, uploadId: bytes.uploadId, file, title, tier, claims, custody, by, writtenIn },
      ...(corrects === null ? {} : { corrects }),
      ...(answers === null ? {} : { answers }),
      opens: translationsDue(
        { party, number },
        command,
        clocksOf(state.registration?.ruleSetVersion ?? command.ruleSetVersion),
      ),
      closes: [],
    },
  };
  if (!command.publicVersion) return accept<ExhibitAccepted | PublicVersionFiled>(accepted);
  if (tier === 'PUBLIC') return refuse(publicVersionRefusals.publicAlready, '/publicVersion');
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

/** The exhibit that a party made of an upload, so that asking twice gives the same number. */
export const exhibitOfUpload = ({ exhibits }: KnownCase, party: PartyCode, uploadId: string): Exhibit | undefined =>
  [...exhibits.values()].find((exhibit) => exhibit.party === party && exhibit.uploadId === uploadId);

/** A translation is due from the receipt of the original, into each language that it is not written in. */
const translationsDue = (
  filed: Pick<Exhibit, 'party' | 'number'>,
  { writtenIn, receivedAt }: FileExhibit,
  clocks: Clocks,
): readonly RunningDeadline[] =>
  languagesDue(writtenIn).map((language) =>
    clocks.start(
      'translation',
      { event: 'ExhibitAccepted', at: receivedAt },
      translationDeadline(filed, language),
      filed.party,
    ),
  );

function claimFault({ claims }: FileExhibit, state: KnownCase) {
  const stranger = claims.findIndex((claim) => state.claims !== null && !state.claims.includes(claim));
  return stranger < 0 ? undefined : refuse(exhibitsRefusals.unknownClaim, `/claims/${String(stranger)}`);
}

const isSame = (
  exhibit: Exhibit,
  { bytes, title, tier, claims, custody, corrects, answers, publicVersion }: FileExhibit,
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
    exhibit.answers,
  ]) ===
    canonicalJson([bytes.digest, bytes.fileName, bytes.mediaType, title, tier, claims, custody, corrects, answers]) &&
  (publicVersion === null || publicVersion.bytes.uploadId === exhibit.publicVersion?.uploadId);
