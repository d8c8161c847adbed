import { moveBlobs } from './move-blobs';

void moveBlobs(process.argv);
