import { Body, Controller, Inject } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import {
  Act,
  ListField,
  Received,
  refuseRepeated,
  respond,
  Shown,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId, Party } from '@parley/kernel';
import { asksEvidence } from '../casefile/asked-evidence.http';
import { EvidenceGate, PARTIES } from '../casefile/casefile.http';
import { exhibitToFile, prefixOf, showFiled } from './exhibits.http';
import { ExhibitRequest } from './exhibits.request';
import { ExhibitShown } from './exhibits.response';
import { FileExhibitHandler } from './file-exhibit';
import { fileExhibits } from './file-exhibits.rules';
import { OF_FILING } from './filing-exhibits.http';

/** All of them are events of one append, and each public version is searched before it. */
const MOST_TOGETHER = 20;

class ExhibitsRequest {
  @ListField(() => ExhibitRequest, {
    meaning: 'The exhibits, in the order in which they are to be numbered.',
    example: [
      {
        uploadId: '3f1c9a52-6a1e-4a3b-9c4d-0123456789ab',
        digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        fileName: 'tariff-notice.pdf',
        mediaType: 'application/pdf',
        title: [{ lang: 'en', text: 'Tariff notice', kind: 'original' }],
        tier: 'PANEL',
        claims: ['C1'],
        custody: {
          ...{ from: 'Bureau of Industry', to: 'Desk of the United States', at: '2025-02-05T09:00:00+01:00' },
          purpose: 'Filing',
        },
      },
    ],
    min: 1,
    max: MOST_TOGETHER,
  })
  readonly exhibits: readonly ExhibitRequest[];
}

@ApiSchema({ description: 'Exhibits that were filed in one act.' })
class ExhibitsFiledShown {
  @Shown({ meaning: 'The exhibits with their numbers, in the same order.', type: () => ExhibitShown, list: true })
  readonly exhibits: readonly ExhibitShown[];
}

@ApiTags('Evidence')
@Controller('v1/cases/:caseId/exhibits/several')
export class ExhibitsTogetherController {
  constructor(
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'I-33',
    decides: fileExhibits,
    asks: asksEvidence('FileExhibits'),
    refuses: OF_FILING,
  })
  @ApiOperation({
    summary: 'File several exhibits at once',
    description:
      'Each as by itself, at one instant. Where one cannot be filed none is, and every such exhibit is named. The ' +
      'other side has one notice of them all, which names each with the digest of its bytes; their public versions ' +
      'have one, too.',
  })
  @ApiCreatedResponse({ type: ExhibitsFiledShown })
  async fileExhibits(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { exhibits }: ExhibitsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitsFiledShown>> {
    refuseRepeated(
      exhibits.map(({ uploadId }) => uploadId),
      (at) => `/exhibits/${String(at)}/uploadId`,
    );
    const { act, context } = await this.gate.admit(caseId, received);
    const prefix = prefixOf(this.parties, act.party);
    const toFile = exhibits.map((exhibit) => exhibitToFile(exhibit, act, prefix));
    const outcome = await this.filings.fileSeveral(caseId, act, toFile, context);
    return respond(
      outcome,
      ({ state }) => ({ exhibits: exhibits.map(({ uploadId }) => showFiled(state, act.party, uploadId)) }),
      { location: () => `/v1/cases/${caseId}/exhibits` },
    );
  }
}
