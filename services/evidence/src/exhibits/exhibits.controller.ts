import { Body, Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId, Party, PartyCode } from '@parley/kernel';
import { Public } from '@parley/auth';
import {
  Act,
  Answer,
  AsOfRequest,
  asOfOf,
  atRevision,
  CurrentCaller,
  CURSORS,
  CursorCodec,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type ReceivedAct,
  AsOfListRequest,
  type PageShown,
  shownAs,
  pageOfWhole,
  ShownList,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { FileExhibitHandler, visible, visibleExhibits } from './file-exhibit';
import type { EvidenceState, KnownCase } from '../casefile/casefile.rules';
import { hiddenLayer, passageIn } from '../public-version/redaction.rules';
import { refusals } from '../casefile/refusals.rules';
import { exhibitOfUpload, fileExhibit } from './file-exhibit.rules';
import { asksEvidence, NEW_BYTES } from '../casefile/asked-evidence.http';
import { EvidenceGate, handed, notFound, PARTIES, type OpenEvidence } from '../casefile/casefile.http';
import { ExhibitRequest } from './exhibits.request';
import { ExhibitShown } from './exhibits.response';
import { exhibitToFile } from './exhibits.http';
import { showExhibit, type Surroundings } from './exhibit.response';

@ApiTags('Evidence')
@Controller('v1/cases/:caseId/exhibits')
export class ExhibitsController {
  constructor(
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'I-33',
    decides: fileExhibit,
    asks: asksEvidence('FileExhibit', { bytes: NEW_BYTES }),
    refuses: [
      refusals.notAParty,
      refusals.screeningEnded,
      refusals.longStopPassed,
      refusals.unknownAnswered,
      refusals.evidenceClosed,
      refusals.answersClosed,
      refusals.notAnswerable,
      refusals.noLeave,
      refusals.leaveOver,
      refusals.tooManyExhibits,
      refusals.uploadUsed,
      refusals.uploadUnknown,
      refusals.digestDiffers,
      refusals.contentNotItsType,
      refusals.unknownClaim,
      refusals.unknownCorrected,
      refusals.correctedAlready,
      refusals.correctionNarrower,
      refusals.custodyInFuture,
      refusals.publicAlready,
      refusals.publicVersionIdentical,
      refusals.publicVersionUncheckable,
      refusals.publicVersionTooLarge,
      refusals.publicVersionNotSearched,
      refusals.publicVersionsWaiting,
      refusals.nothingNamed,
      refusals.passageTooShort,
      ...Object.values(passageIn),
      ...Object.values(hiddenLayer),
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'File an exhibit',
    description:
      'Refers to a finished upload. Numbered by party without a gap; the same upload filed again in the ' +
      'same words has the number that it got. After the last day for evidence only answers to what the other side ' +
      'filed or withdrew last are taken, while their own time runs.',
  })
  @ApiCreatedResponse({ type: ExhibitShown })
  async fileExhibit(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: ExhibitRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const outcome = await this.filings.file(caseId, exhibitToFile(body, act, this.prefixOf(act.party)), context);
    const filed = (state: unknown) => {
      const exhibit = act.party === null ? undefined : exhibitOfUpload(state as KnownCase, act.party, body.uploadId);
      if (!exhibit) throw new TypeError(`upload ${body.uploadId} is no exhibit after it was filed`);
      return exhibit;
    };
    return respond(
      outcome,
      ({ state }) =>
        showExhibit(
          { extent: 'whole', exhibit: filed(state) },
          { sees: () => true, betweenParties: true, ofCase: true, running: runningIn(state) },
        ),
      {
        location: ({ state }) => `/v1/cases/${caseId}/exhibits/${filed(state).number}`,
      },
    );
  }

  @Get()
  @Public()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'List the exhibits of a case',
    description:
      'Those that you may see; what is sealed for you is neither shown nor counted. Of a registered case ' +
      'anybody sees what is public.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ShownList(() => ExhibitShown, 'A page of exhibits, in the order of acceptance.')
  @Refuses(accessRefusals.notFound)
  async listExhibits(
    @UuidParam('caseId') caseId: CaseId,
    @Query() page: AsOfListRequest,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<PageShown<ExhibitShown>>> {
    const evidence = await this.gate.open(caseId, caller, asOfOf(page));
    const all = visibleExhibits(evidence.state, evidence.tiers, evidence.present);
    const found = await pageOfWhole(
      { scope: `exhibits:${caseId}`, cursors: this.cursors },
      page,
      all,
      ({ exhibit }) => exhibit.number,
    );
    const whole = found.items.filter(({ extent }) => extent === 'whole').map(({ exhibit }) => handed(exhibit, 'line'));
    await this.reading.note(caseId, whole, caller, request);
    return answerFor(
      evidence,
      shownAs(found, (each) => showExhibit(each, surroundingsOf(evidence))),
    );
  }

  @Get(':number')
  @Public()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Read the particulars of an exhibit' })
  @ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: ExhibitShown })
  @Refuses(accessRefusals.notFound)
  async readExhibit(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Query() query: AsOfRequest,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ExhibitShown>> {
    const seen = await this.gate.openExhibit(caseId, number, caller, asOfOf(query));
    if (seen.extent === 'whole')
      await this.reading.note(caseId, [handed(seen.exhibit, 'particulars')], caller, request);
    return answerFor(seen, showExhibit(seen, surroundingsOf(seen)));
  }

  private prefixOf(code: PartyCode | null): string {
    const party = this.parties.find((each) => each.code === code);
    if (!party) throw notFound();
    return party.exhibitPrefix;
  }
}

const surroundingsOf = ({ state, tiers }: OpenEvidence): Surroundings => ({
  sees: (number) => visible(state.exhibits.get(number), tiers) !== undefined,
  betweenParties: tiers.has('PARTIES'),
  ofCase: tiers.has('PANEL'),
  running: state.running,
});

const runningIn = (state: EvidenceState): Surroundings['running'] => (state.status === 'unknown' ? {} : state.running);

/** The revision counts sealed exhibits too, so only those who read what the parties read are told it (I-43). */
const answerFor = <Body>({ tiers, revision, facts }: OpenEvidence, body: Body): Answer<Body> =>
  tiers.has('PARTIES') ? atRevision(body, revision, facts) : new Answer(body, {});
