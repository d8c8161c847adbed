import { categoryOf, contextOf } from './stream-name';

/**
 * Whether a stream passes a filter of categories (`intake.case`) and contexts (`intake`). Without a filter all pass.
 */
export function passesCategories(stream: string, categories: readonly string[] | undefined): boolean {
  return categories === undefined || categories.includes(categoryOf(stream)) || categories.includes(contextOf(stream));
}
