import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { derivedUuid, rulesAt, type CommandOutcome } from '@parley/event-store';
import {
  Act,
  EnumField,
  InstantField,
  NestedField,
  ProblemError,
  Received,
  respond,
  TextField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { parseInstant, type CaseId, type PartyCode, type PersonId } from '@parley/kernel';
import { entryRefusals, notOneAct } from '@parley/procedure';
import { EvidenceGate, type AdmittedAct } from '../casefile/casefile.http';
import type { EvidenceState } from '../casefile/casefile.rules';
import { Casefiles } from '../casefile/casefiles';
import { entryBars, refusals } from '../casefile/refusals.rules';
import { namedTranslation } from '../exhibits/exhibits.http';
import { FileExhibitHandler } from '../exhibits/file-exhibit';
import { ReadersSignatureRequest } from '../readers/readers.response';
import { TranslationRequest } from '../translations/translations.request';
import { originalIn, type NamedOriginal } from '../translations/translations.rules';
import { EvidenceEntryShown, showEntry } from './late-entries.response';
import { enterReadersSignature } from '../readers/sign-readers-decision.rules';
import { enterTranslation } from '../translations/file-translation.rules';

const NumberField = (meaning: string): PropertyDecorator => TextField({ meaning, example: 'USA-1', max: 100 });

class LateReadersSignatureRequest extends ReadersSignatureRequest {
  @NumberField('Number of the exhibit.')
  readonly exhibit: string;
}

const ORIGINALS = ['exhibit', 'document'] as const;

/** The party’s desk also uploads what was handed in. */
class LateTranslationRequest extends TranslationRequest {
  @NumberField('Number of the exhibit, or id of the document, that it renders.')
  readonly number: string;

  @EnumField({
    meaning: 'What it renders; an exhibit when left out.',
    example: 'exhibit',
    values: ORIGINALS,
    optional: true,
  })
  readonly of?: (typeof ORIGINALS)[number];
}

/** What came by another channel and the registry enters: whose it is, when it came, and one act. */
class EvidenceEntryRequest {
  @TextField({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @InstantField({ meaning: 'When it came: its true instant of receipt.', example: '2025-02-21T15:45:00+01:00' })
  readonly cameAt: string;

  @TextField({
    meaning: 'Pseudonym of who acted, as the act names them.',
    example: 'us-desk',
    max: 100,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  })
  readonly from: PersonId;

  @TextField({ meaning: 'Code of the side whose act it is.', example: 'US', max: 2, pattern: /^[A-Z]{2}$/ })
  readonly party: string;

  @NestedField(() => LateReadersSignatureRequest, {
    meaning: 'A co-head’s signature of a change of readers that the other had signed.',
    example: {},
    optional: true,
  })
  readonly readersSignature?: LateReadersSignatureRequest;

  @NestedField(() => LateTranslationRequest, { meaning: 'A translation by a party.', example: {}, optional: true })
  readonly translation?: LateTranslationRequest;
}

/** One entry that is about to be made, and what it is about. */
interface Entering {
  readonly about: NamedOriginal;
  readonly enter: () => Promise<CommandOutcome<EvidenceState>>;
}

/** Acts about evidence that came by another channel, entered by the registry with their true instant of receipt. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/evidence/fallback-entries')
export class EvidenceEntriesController {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    decides: [notOneAct, enterReadersSignature, enterTranslation],
    refuses: [
      refusals.decisionTimePassed,
      ...Object.values(entryBars),
      entryRefusals.notOneAct,
      refusals.notACoHead,
      refusals.unknownExhibit,
      refusals.unknownDocument,
      refusals.notYourExhibit,
      refusals.notYourDocument,
      refusals.exhibitWithdrawn,
      refusals.readersSame,
      refusals.anotherDecision,
      refusals.decisionDigestDiffers,
      refusals.signsForBothSides,
      refusals.sideHasSigned,
      refusals.translationUploadUsed,
      refusals.translationIntoOwnLanguage,
      refusals.tooManyTranslations,
      refusals.translationIdentical,
      refusals.uploadUnknown,
      refusals.digestDiffers,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter a translation, or a co-head’s signature of a change of readers, that came by another channel',
    description:
      'With its true instant of receipt; the record says so. What had come in time sets its default ' +
      'aside by an event that points to the entry (I-19): the translation was not missing, and is not ' +
      'late; the change of readers that both co-heads signed is carried out from the entry on.',
  })
  @ApiOkResponse({ type: EvidenceEntryShown })
  async enter(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: EvidenceEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<EvidenceEntryShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const { readersSignature, translation } = body;
    const entries = [
      ...(readersSignature ? [this.signature(caseId, readersSignature, body, admitted)] : []),
      ...(translation ? [this.translation(caseId, translation, body, admitted)] : []),
    ];
    const [entering] = entries;
    if (!entering || entries.length > 1) throw ProblemError.refused(notOneAct());
    return respond(await entering.enter(), ({ state }) => {
      const original = state.status === 'unknown' ? undefined : originalIn(state, entering.about);
      if (!original) throw new TypeError(`${entering.about.number} is gone after an entry about it`);
      return showEntry(original);
    });
  }

  private signature(
    caseId: CaseId,
    { exhibit: number, to, reason, digest, jws }: LateReadersSignatureRequest,
    body: EvidenceEntryRequest,
    { act, context }: AdmittedAct,
  ): Entering {
    const entry = entryIn(body, { act, context });
    const ruleSetVersion = rulesAt(this.casefiles.ruleSetVersion, act.receivedAt);
    const signed = {
      type: 'SignReadersDecision',
      ...actorIn(body, entry),
      caseId,
      number,
      to,
      reason,
      digest,
      ...(jws && { jws }),
      ruleSetVersion,
    } as const;
    return {
      about: { number },
      enter: () => this.casefiles.act(caseId, { type: 'EnterReadersSignature', ...entry, act: signed }, context),
    };
  }

  private translation(
    caseId: CaseId,
    sent: LateTranslationRequest,
    body: EvidenceEntryRequest,
    { act, context }: AdmittedAct,
  ): Entering {
    const entry = entryIn(body, { act, context });
    const { number, of = 'exhibit' } = sent;
    return {
      about: { number, of },
      enter: () =>
        this.filings.enterTranslation(
          caseId,
          { ...actorIn(body, entry), number, of, ...namedTranslation(sent) },
          entry,
          context,
        ),
    };
  }
}

const entryIn = (
  { channel, cameAt }: EvidenceEntryRequest,
  { act, context }: Pick<AdmittedAct, 'act' | 'context'>,
) => ({
  ...act,
  entryId: derivedUuid('fallback-entry', context.commandId),
  channel,
  cameAt: parseInstant(cameAt) ?? act.receivedAt,
});

const actorIn = ({ from, party }: EvidenceEntryRequest, { cameAt }: ReturnType<typeof entryIn>) => ({
  by: from,
  party: party as PartyCode,
  receivedAt: cameAt,
});
