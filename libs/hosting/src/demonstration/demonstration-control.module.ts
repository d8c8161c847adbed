import { type DynamicModule, Module } from '@nestjs/common';
import { DEMONSTRATION_CONTROL, type DemonstrationControl } from './demonstration-control';
import { DemonstrationControlController } from './demonstration-control.controller';

/** The gateway's hold on a service's time. */
@Module({})
export class DemonstrationControlModule {
  static with(control: DemonstrationControl): DynamicModule {
    return {
      module: DemonstrationControlModule,
      controllers: [DemonstrationControlController],
      providers: [{ provide: DEMONSTRATION_CONTROL, useValue: control }],
    };
  }
}
