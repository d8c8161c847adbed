import type { DomainEvent } from '@parley/kernel';
import type { FallbackEntryMade, SetAside } from '@parley/procedure';
import type { MovesClocks } from '../referral-events';

/** An act that had come in time was entered once its default was on record, which is set aside by it; later steps stand (I-19). */
export type DefaultSetAside = DomainEvent<'DefaultSetAside', MovesClocks & SetAside>;

export type FallbackEvent = FallbackEntryMade | DefaultSetAside;
