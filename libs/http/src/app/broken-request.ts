import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemCatalogue } from '../problems/problem-catalogue';
import { PROBLEM_CONTENT } from '../problems/problem';
import { ProblemError } from '../problems/problem.error';
import { problemOf } from '../problems/problem-of';

/**
 * Answers a request that is not even HTTP, has headers that are too large, or did not arrive in time, and closes the
 * connection.
 */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(new ProblemError(kindOf(error.code)), { path: '', language: 'en' });
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\ncontent-type: ${PROBLEM_CONTENT}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const kindOf = (code: string | undefined) => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problemCatalogue.requestTimeout;
  return code === 'HPE_HEADER_OVERFLOW' ? problemCatalogue.headersTooLarge : problemCatalogue.malformedRequest;
};
