import '@parley/hosting/enough-node';
import '@parley/telemetry/preload';
import 'reflect-metadata';
import { hostService } from '@parley/hosting';
import { auditService } from './audit.service';

void hostService(auditService, process.argv.slice(2), process.env);
