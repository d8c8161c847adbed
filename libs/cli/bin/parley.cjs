#!/usr/bin/env node
require('../../../.workspace/node-guard.cjs');
require('../dist/main.js');
