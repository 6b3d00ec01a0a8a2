import { connect } from '@/db/connection/client';
import { publishLives } from './lived-record';
import { someLives } from './some-lives';

// node … lives-worker.ts <seed>: writes ten random services into the record and publishes every edition of them.
const { db, end } = connect({ max: 1 });
await publishLives(db, someLives(Number(process.argv[2])));
await end();
