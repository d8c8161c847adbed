import { describeUnlessAbsent, pythonTool, runs } from '@parley/testing';
import { Client } from '../support/client';
import { ParleyProcess } from '../support/parley-process';
