import '@parley/hosting/enough-node';
import '@parley/telemetry/preload';
import 'reflect-metadata';
import { hostService } from '@parley/hosting';
import { intakeService } from './intake.service';

void hostService(intakeService, process.argv.slice(2), process.env);
