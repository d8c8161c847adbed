/** Refuses a Node that is too old for the services and their tests, as the programs themselves do. */
require('../libs/hosting/src/enough-node.cjs');
