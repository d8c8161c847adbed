import { type DynamicModule, Module } from '@nestjs/common';
import { DemonstrationTime } from '@parley/processes';
import { DemonstrationClockController } from './demonstration-clock.controller';

/** The demonstration clock's route, over the time that this process moves. */
@Module({})
export class DemonstrationClockModule {
  static with(time: DemonstrationTime): DynamicModule {
    return {
      module: DemonstrationClockModule,
      controllers: [DemonstrationClockController],
      providers: [{ provide: DemonstrationTime, useValue: time }],
    };
  }
}
