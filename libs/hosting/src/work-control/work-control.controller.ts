import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { WORK_CONTROL, type WorkControl } from './work-control';

/**
 * Only the gateway calls it, and forwards no request to it. It shows nothing of any case, so it does not ask callers
 * who they are. Each question is answered when the answer is yes.
 */
@ApiExcludeController()
@Controller('internal/work')
export class WorkControlController {
  constructor(@Inject(WORK_CONTROL) private readonly control: WorkControl) {}

  @Get('head')
  @Public()
  async head(): Promise<{ readonly head: string }> {
    return { head: await this.control.head() };
  }

  @Get('told')
  @Public()
  async told(): Promise<{ readonly told: true }> {
    await this.control.told();
    return { told: true };
  }

  @Get('marked')
  @Public()
  async marked(): Promise<{ readonly marked: true }> {
    await this.control.marked();
    return { marked: true };
  }

  @Get('settled')
  @Public()
  async settled(): Promise<{ readonly settled: true }> {
    await this.control.settled();
    return { settled: true };
  }
}
