import { Body, Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, hasRole, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  AuthoredText,
  CurrentCaller,
  EnumField,
  Logged,
  Reading,
  Received,
  Refuses,
  respond,
  Shown,
  TextField,
  TextsField,
  UuidParam,
  Answer,
  type ReceivedAct,
  wholeList,
  ListEndShown,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { Cases } from '../../repositories';
import { asksCase, admitToCase, CaseGate } from '../case-gate.http';
import { Letters } from './letters';
import { ADDRESSINGS, letterRefusals, tierOf, type Addressing, type Letter, sendLetter } from './letters.rules';

class LetterRequest {
  @EnumField({
    meaning:
      'To whom it is addressed: to everybody in the case; to the other party and the registry, but not ' +
      'the panel; to the registry alone, which means its officers of the writer’s own side.',
    example: 'other-party',
    values: ADDRESSINGS,
  })
  readonly addressing: Addressing;

  @TextField({ meaning: 'What it is about.', example: 'Change of contact', max: 300 })
  readonly subject: string;

  @TextsField({
    meaning: 'What it says.',
    example: [{ lang: 'en', text: 'Our contact has changed.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

@ApiSchema({ description: 'A letter of a case.' })
export class LetterShown {
  @Shown({ meaning: 'Id of the letter within the case.', example: 'letter:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Party that wrote it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly sentAt: string;

  @Shown({ meaning: 'To whom it is addressed.', values: ADDRESSINGS })
  readonly addressing: string;

  @Shown({ meaning: 'What it is about.', example: 'Change of contact', max: 300 })
  readonly subject: string;

  @Shown({ meaning: 'What it says.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'SHA-256 over the canonical JSON of `{caseId, letterId, subject, text}`.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'The letters of a case to its reader, the first one first.' })
class LettersShown extends ListEndShown {
  @Shown({ meaning: 'The letters.', type: () => LetterShown, list: true })
  readonly items: readonly LetterShown[];
}

/** The roles in which a side’s people read what it writes to the registry alone (I-76). */
const READERS_OF_OWN = ['desk', 'auditor', 'registry'] as const;

/**
 * Whether a letter is addressed to a reader of its case, or was written by the reader's side. Nobody else learns that
 * it exists (I-43).
 * @param betweenParties whether the caller reads what passes between the parties
 */
function addressedTo({ addressing, party }: Letter, caller: Caller, betweenParties: boolean): boolean {
  if (addressing === 'everybody') return true;
  if (addressing === 'other-party') return betweenParties;
  const ofTheSideThatWrote = caller.kind === 'person' && caller.party === party;
  return ofTheSideThatWrote && READERS_OF_OWN.some((role) => hasRole(caller, role));
}

/** Notices and comments of the parties. Each is read by those to whom it is addressed. */
@ApiTags('Letters')
@Controller('v1/cases/:caseId/letters')
export class LettersController {
  constructor(
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'addressing' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Read the letters of a case',
    description: 'Those that are addressed to the reader, and those of the reader’s own side.',
  })
  @ApiOkResponse({ type: LettersShown })
  @Refuses(accessRefusals.notFound)
  async readLetters(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<LettersShown>> {
    const { state, betweenParties } = await this.gate.open(caseId, caller);
    const shown = (await this.letters.all(caseId, state.parties)).filter((letter) =>
      addressedTo(letter, caller, betweenParties),
    );
    await this.reading.note(
      caseId,
      shown.map(({ id, addressing }) => ({ subject: id, what: 'content', tier: tierOf(addressing) })),
      caller,
      request,
    );
    // Who reads a letter reads its event, a side's own letter to the registry as well.
    const events = betweenParties ? await this.letters.recordedOf(caseId, state.parties, shown) : [];
    return new Answer(show(shown), { tells: events });
  }

  @Act({
    post: '',
    as: ['desk'],
    rule: 'addressing',
    decides: sendLetter,
    asks: asksCase(),
    refuses: [
      letterRefusals.notAParty,
      letterRefusals.tooManyLetters,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Write a letter',
    description:
      'A notice or a comment, addressed to everybody in the case, to the other party and the registry, ' +
      'or to the registry alone, whose officers of one’s own side read it. It starts no clock and stops none.',
  })
  @ApiOkResponse({ type: LettersShown })
  async writeLetter(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { addressing, subject, text }: LetterRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LettersShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const { parties } = (await this.gate.open(caseId, received.caller)).state;
    const outcome = await this.letters.act(
      { type: 'SendLetter', ...act, caseId, parties, addressing, subject, text },
      context,
    );
    return respond(outcome, ({ state }) => show(state.filter((letter) => addressedTo(letter, received.caller, true))));
  }
}

const show = (letters: readonly Letter[]): LettersShown =>
  wholeList(
    letters.map(({ id, party, sentAt, addressing, subject, text, digest }) => ({
      id,
      party,
      sentAt,
      addressing,
      subject,
      text,
      digest,
    })),
  );
