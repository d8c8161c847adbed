import { ApiExtension } from '@nestjs/swagger';
import type { RefusalReason } from '@parley/kernel';

export const REFUSALS_EXTENSION = 'x-refusals' as const;

/**
 * Declares which business refusals a route can answer with, so that each stands with its code in the API's document.
 */
export const Refuses = (...reasons: readonly RefusalReason[]): MethodDecorator & ClassDecorator =>
  ApiExtension(REFUSALS_EXTENSION, reasons);
