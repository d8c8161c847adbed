import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** What a module provides under a token; `undefined` where none does: Nest, asked for that, would log an error. */
export const provided = (app: INestApplication, token: symbol): unknown =>
  [...app.get(ModulesContainer).values()].some(({ providers }) => providers.has(token))
    ? app.get<unknown>(token, { strict: false })
    : undefined;
