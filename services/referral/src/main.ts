import '@parley/hosting/enough-node';
import '@parley/telemetry/preload';
import 'reflect-metadata';
import { hostService } from '@parley/hosting';
import { referralService } from './referral.service';

void hostService(referralService, process.argv.slice(2), process.env);
