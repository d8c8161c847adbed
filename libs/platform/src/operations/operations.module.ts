import { type DynamicModule, Module } from '@nestjs/common';
import { OPERATED_SERVICES, type OperatedService } from './operated-service';
import { OperationsController } from './operations.controller';

/** The operator's routes over the services of a process. */
@Module({})
export class OperationsModule {
  static over(services: readonly OperatedService[]): DynamicModule {
    return { module: OperationsModule, controllers: [OperationsController], providers: [{ provide: OPERATED_SERVICES, useValue: services }] };
  }
}
