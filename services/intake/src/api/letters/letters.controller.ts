import { Body, Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { CaseDesk } from '../../application/case-desk';
import { LettersDesk } from '../../application/letters-desk';
import { tierOf } from '../../domain/letters/addressing';
import type { Letter } from '../../domain/letters/letter';
import { letterRefusals } from '../../domain/letters/letter-refusals';
import { admitToCase } from '../act-of';
import { CaseGate } from '../case-gate';
import { textsOf } from '../grievance-mapping';
import { addressedTo } from './addressed-to';
import { LetterRequest } from './letters.request';
import { LettersShown } from './letters.response';

/** Notices and comments of the parties, each read by those to whom it is addressed. */
@ApiTags('Letters')
@Controller('v1/cases/:caseId/letters')
export class LettersController {
  constructor(
    @Inject(LettersDesk) private readonly letters: LettersDesk,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'addressing' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read the letters of a case',
    description: 'Those that are addressed to the reader, and those of the reader’s own side.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: LettersShown })
  @Refuses(accessRefusals.notFound)
  async read(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LettersShown> {
    const { state, seesContact: betweenParties } = await this.gate.open(caseId, caller);
    const shown = (await this.letters.all(caseId, state.parties)).filter((letter) =>
      addressedTo(letter, caller, betweenParties),
    );
    await this.reading.note(
      caseId,
      shown.map(({ id, addressing }) => ({ subject: id, what: 'content', tier: tierOf(addressing) })),
      caller,
      request,
    );
    return show(shown);
  }

  @Act({
    post: '',
    as: ['desk'],
    rule: 'addressing',
    refuses: [letterRefusals.tooManyLetters, accessRefusals.notFound, accessRefusals.notYourRole],
  })
  @ApiOperation({
    summary: 'Write a letter',
    description:
      'A notice or a comment, addressed to everybody in the case, to the other party and the registry, ' +
      'or to the registry alone. It starts no clock and stops none.',
  })
  @ApiOkResponse({ type: LettersShown })
  async write(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { addressing, subject, text }: LetterRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LettersShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    const { parties } = (await this.gate.open(caseId, received.caller)).state;
    const outcome = await this.letters.act(
      { type: 'SendLetter', ...act, caseId, parties, addressing, subject, text: textsOf(text) },
      context,
    );
    return respond(outcome, ({ state }) => show(state.filter((letter) => addressedTo(letter, received.caller, true))));
  }
}

const show = (letters: readonly Letter[]): LettersShown => ({
  letters: letters.map(({ id, party, sentAt, addressing, subject, text, digest }) => ({
    id,
    party,
    sentAt,
    addressing,
    subject,
    text,
    digest,
  })),
});
