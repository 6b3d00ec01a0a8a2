import { migrate } from '../db/migrate';

await migrate();
