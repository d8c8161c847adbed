import { type DynamicModule, Module } from '@nestjs/common';
import type { OperatedService } from '@parley/telemetry';
import { SecurityEventsController } from '../security/security-events.controller';
import type { SecurityLog } from '../security/security-log';
import { OPERATIONS, type Operations } from './operations';
import { OperationsController } from './operations.controller';
import { ownOperations } from './own-operations';

/** The operator's routes. */
@Module({})
export class OperationsModule {
  /** Over the services of this process, and its log of security events. */
  static over(services: readonly OperatedService[], security: SecurityLog): DynamicModule {
    return OperationsModule.of(ownOperations(services, security));
  }

  static of(operations: Operations): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [OperationsController, SecurityEventsController],
      providers: [{ provide: OPERATIONS, useValue: operations }],
    };
  }
}
