import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { IS_PUBLIC, type DeclaredRoute } from '@parley/auth';
import { LOGGED_READ, LoggedReadInterceptor, type LoggedRead } from './logged-read.interceptor';
import { PURPOSE_HEADER } from './reading';

export const LOGGED_READ_EXTENSION = 'x-logged-read';

/**
 * Says that what the route hands out is logged (I-40). Without a thing the handler notes with `Reading` what it hands
 * out, because that depends on the reader or on the thing; what it did not note is not answered.
 */
export const Logged = (read?: LoggedRead): MethodDecorator =>
  applyDecorators(
    SetMetadata(LOGGED_READ, read ?? 'by its handler'),
    UseInterceptors(LoggedReadInterceptor),
    ApiHeader(PURPOSE_HEADER),
    ApiExtension(LOGGED_READ_EXTENSION, true),
  );

/** Says that a route shows nothing of any case or side, so that no read of it is logged. */
export const HoldsNoMaterial = (): MethodDecorator => SetMetadata(LOGGED_READ, 'no material');

/** True for a route that hands out what is not public and does not say how that is logged. */
export const isUnlogged = ({ isGet, says }: DeclaredRoute): boolean =>
  isGet && says(IS_PUBLIC) === undefined && says(LOGGED_READ) === undefined;
