import { freePort, insistOnPort } from '@parley/embedded-postgres';
import { StartError } from './start-error';

/**
 * Makes sure, before anything is started, that a port can be listened on.
 * @param port 0 for any free one
 * @param setting that names it
 * @returns the port
 * @throws StartError when it is taken or may not be used
 */
export async function reservePort(host: string, port: number, setting = 'PARLEY_PORT'): Promise<number> {
  try {
    if (port === 0) return await freePort(host);
    await insistOnPort(port, host);
    return port;
  } catch (error) {
    throw new StartError(sentence(host, port, (error as NodeJS.ErrnoException).code, setting));
  }
}

function sentence(host: string, port: number, code: string | undefined, setting: string): string {
  if (code === 'EADDRINUSE') return `Port ${String(port)} on ${host} is taken; name another one with ${setting}.`;
  if (code === 'EACCES')
    return `Port ${String(port)} may not be used without more rights; name another one with ${setting}.`;
  return `It cannot listen on ${host}:${String(port)} (${code ?? 'unknown'}); see PARLEY_HOST and ${setting}.`;
}
