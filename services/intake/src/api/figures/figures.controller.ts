import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { hasRole, type Caller } from '@parley/access';
import { Public } from '@parley/auth';
import { CurrentCaller } from '@parley/http';
import { Figures } from '../../projections/figures';
import { FiguresShown } from './figures.response';

/** How long the steps of the procedure take, and how often they are answered. */
@ApiTags('Figures')
@Public()
@Controller('v1/figures')
export class FiguresController {
  constructor(@Inject(Figures) private readonly figures: Figures) {}

  @Get()
  @ApiOperation({
    summary: 'See how long each stage takes each side',
    description:
      'Median and longest time, and the share of clocks that an act ended in time. Anybody sees what ' +
      'rests on public facts; registry and co-heads see what is between the parties, and the stages ' +
      'before registration, as well.',
  })
  @ApiOkResponse({ type: FiguresShown })
  async all(@CurrentCaller() caller: Caller): Promise<FiguresShown> {
    const found = await this.figures.of({ all: hasRole(caller, 'registry') || hasRole(caller, 'cohead') });
    return {
      figures: found.map((figure) => ({
        ...figure,
        shareAnswered: Math.round((figure.answered / figure.runs) * 1_000) / 1_000,
      })),
    };
  }
}
