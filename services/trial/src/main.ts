import '@parley/hosting/enough-node';
import 'reflect-metadata';
import { run } from './run';

void run(process.argv.slice(2), process.env);
