import type { Attributes } from '@opentelemetry/api';

const LEFT_OUT = 'LEFT-OUT';

/**
 * What is recorded of a request's query: that there was one. In its values stand cursors, and the tokens of calendar feeds, with
 * which whoever reads the traces could read the feed.
 */
export const queryLeftOut = ({ url = '' }: { readonly url?: string | undefined }): Attributes => (url.includes('?') ? { 'url.query': LEFT_OUT } : {});
