/**
 * Asks the process in this container whether it is alive, for an engine without probes of its own. Exit code 0 means
 * yes.
 */
const http = require('node:http');

const options = { host: '127.0.0.1', port: Number(process.env.PARLEY_PORT || 3000), path: '/healthz', timeout: 2_000 };
const request = http.get(options, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
request.on('timeout', () => request.destroy());
request.on('error', () => process.exit(1));
