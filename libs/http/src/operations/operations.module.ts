import { type DynamicModule, Module } from '@nestjs/common';
import type { OperatedService } from '@parley/telemetry';
import { OPERATIONS, type Operations } from './operations';
import { OperationsController } from './operations.controller';
import { ownOperations } from './own-operations';

/** The operator's routes. */
@Module({})
export class OperationsModule {
  /** Over the services of this process. */
  static over(services: readonly OperatedService[]): DynamicModule {
    return OperationsModule.of(ownOperations(services));
  }

  static of(operations: Operations): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [OperationsController],
      providers: [{ provide: OPERATIONS, useValue: operations }],
    };
  }
}
