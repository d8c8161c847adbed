import '@parley/hosting/enough-node';
import '@parley/telemetry/preload';
import 'reflect-metadata';
import { hostService } from '@parley/hosting';
import { evidenceService } from './evidence.service';

void hostService(evidenceService, process.argv.slice(2), process.env);
