import { Inject, Injectable } from '@nestjs/common';
import type { CommandOutcome } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { ReceivedAct } from '@parley/http';
import { EvidenceDesk } from '../application/evidence-desk';
import { FileExhibitHandler } from '../application/file-exhibit.handler';
import type { EvidenceState } from '../domain/evidence-state';
import type { NamedOriginal } from '../domain/translation/original';
import { EvidenceGate } from './evidence-gate';
import { namedTranslation, textOf } from './incoming-exhibit';
import { ordinalOf } from './ordinal';
import type { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translation.request';

type Outcome = Promise<CommandOutcome<EvidenceState>>;

/** The acts on the translations of whatever is translated in a case. Nobody decides which rendering is right. */
@Injectable()
export class TranslationActs {
  constructor(
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  async file(caseId: CaseId, original: NamedOriginal, body: TranslationRequest, received: ReceivedAct): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    return this.filings.translate(caseId, { ...act, ...original, ...namedTranslation(body) }, context);
  }

  /** @param n number of the translation, as in the path */
  async challenge(
    caseId: CaseId,
    original: NamedOriginal,
    n: string,
    body: TranslationChallengeRequest,
    received: ReceivedAct,
  ): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    const passages = body.passages.map(({ place, proposed }) => ({ place, proposed }));
    return this.desk.act(
      caseId,
      { type: 'ChallengeTranslation', ...act, ...original, n: ordinalOf(n), passages },
      context,
    );
  }

  /** @param place numbers of the translation and of its challenge, as in the path */
  async answer(
    caseId: CaseId,
    original: NamedOriginal,
    place: { readonly n: string; readonly challenge: string },
    body: TranslationAnswerRequest,
    received: ReceivedAct,
  ): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    const [n, challenge, answer] = [ordinalOf(place.n), ordinalOf(place.challenge), body.answer.map(textOf)];
    return this.desk.act(
      caseId,
      { type: 'AnswerTranslationChallenge', ...act, ...original, n, challenge, answer },
      context,
    );
  }
}
