import '@parley/hosting/enough-node';
import '@parley/telemetry/preload';
import 'reflect-metadata';
import { hostService } from '@parley/hosting';
import { panelReviewService } from './panel-review.service';

void hostService(panelReviewService, process.argv.slice(2), process.env);
