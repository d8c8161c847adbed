import '@parley/hosting/enough-node';
import { run } from './run';

void run(process.argv.slice(2), process.env);
