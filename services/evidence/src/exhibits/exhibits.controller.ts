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
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, Instant, Party } from '@parley/kernel';
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
  provedTo,
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
import { fileExhibit } from './file-exhibit.rules';
import { asksEvidence, NEW_BYTES } from '../casefile/asked-evidence.http';
import { Casefiles } from '../casefile/casefiles';
import { EvidenceGate, handed, PARTIES, type OpenEvidence } from '../casefile/casefile.http';
import { ExhibitRequest } from './exhibits.request';
import { ExhibitShown } from './exhibits.response';
import { exhibitToFile, prefixOf, showFiled } from './exhibits.http';
import { OF_FILING } from './filing-exhibits.http';
import { showExhibit, type Surroundings } from './exhibit.response';

/** Events that write the custody record of an exhibit. */
const OF_CUSTODY: readonly string[] = ['ExhibitAccepted', 'CustodyHandedOver'];

@ApiTags('Evidence')
@Controller('v1/cases/:caseId/exhibits')
export class ExhibitsController {
  constructor(
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'I-33',
    decides: fileExhibit,
    asks: asksEvidence('FileExhibit', { bytes: NEW_BYTES }),
    refuses: OF_FILING,
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
    const exhibit = exhibitToFile(body, act, prefixOf(this.parties, act.party));
    const outcome = await this.filings.file(caseId, exhibit, context);
    return respond(outcome, ({ state }) => showFiled(state, act.party, body.uploadId), {
      location: ({ state }) => `/v1/cases/${caseId}/exhibits/${showFiled(state, act.party, body.uploadId).number}`,
    });
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
    const tells = seen.extent === 'whole' ? await this.custodyOf(caseId, number, seen, asOfOf(query)) : [];
    const { body, about } = answerFor(seen, showExhibit(seen, surroundingsOf(seen)));
    return new Answer(body, { ...about, tells });
  }

  /** The events of which the custody record of an exhibit is made, as far as its reader is given their proofs. */
  private async custodyOf(
    caseId: CaseId,
    number: string,
    { tiers }: OpenEvidence,
    asOf: Instant | undefined,
  ): Promise<readonly RecordedEvent[]> {
    const events = (await this.casefiles.recorded(caseId)).filter(
      (event) =>
        OF_CUSTODY.includes(event.type) &&
        (asOf === undefined || event.recordedAt <= asOf) &&
        (domainEventOf(event).data as { readonly number?: string }).number === number,
    );
    return provedTo(events, (tier) => tiers.has(tier));
  }
}

const surroundingsOf = ({ state, tiers }: OpenEvidence): Surroundings => ({
  sees: (number) => visible(state.exhibits.get(number), tiers) !== undefined,
  betweenParties: tiers.has('PARTIES'),
  ofCase: tiers.has('PANEL'),
  running: state.running,
});

/** The revision counts sealed exhibits too, so only those who read what the parties read are told it (I-43). */
const answerFor = <Body>({ tiers, revision, facts }: OpenEvidence, body: Body): Answer<Body> =>
  tiers.has('PARTIES') ? atRevision(body, revision, facts) : new Answer(body, {});
