import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parseInstant, type Instant } from '@parley/kernel';
import { Public } from '@parley/auth';
import { DEMONSTRATION_CONTROL, type DemonstrationControl } from './demonstration-control';
import { ControlRequest, NextDueRequest } from './demonstration-control.request';

/**
 * It exists only where time is the demonstration's. Only the gateway calls it, and forwards no request to it. It moves
 * no time by itself and shows nothing of any case, so it does not ask callers who they are.
 */
@ApiExcludeController()
@Controller('internal/demonstration')
export class DemonstrationControlController {
  constructor(@Inject(DEMONSTRATION_CONTROL) private readonly control: DemonstrationControl) {}

  @Post('reached')
  @HttpCode(204)
  @Public()
  async reached(@Body() { now }: ControlRequest): Promise<void> {
    await this.control.reached(instantOf(now));
  }

  @Get('next-due')
  @Public()
  async nextDue(@Query() { after }: NextDueRequest): Promise<{ readonly nextDue: Instant | null }> {
    return { nextDue: (await this.control.nextDue(instantOf(after))) ?? null };
  }

  @Post('fire')
  @HttpCode(200)
  @Public()
  async fire(@Body() { now }: ControlRequest): Promise<{ readonly fired: number }> {
    return { fired: await this.control.fire(instantOf(now)) };
  }
}

/** Puts an instant in the one form in which instants can be compared. The field has been checked. */
function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new TypeError(`${text} is no instant`);
  return instant;
}
