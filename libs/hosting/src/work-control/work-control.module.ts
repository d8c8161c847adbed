import { type DynamicModule, Module } from '@nestjs/common';
import { WORK_CONTROL, type WorkControl } from './work-control';
import { WorkControlController } from './work-control.controller';

/** Tells the gateway how far the work of a service is. */
@Module({})
export class WorkControlModule {
  static with(control: WorkControl): DynamicModule {
    return {
      module: WorkControlModule,
      controllers: [WorkControlController],
      providers: [{ provide: WORK_CONTROL, useValue: control }],
    };
  }
}
