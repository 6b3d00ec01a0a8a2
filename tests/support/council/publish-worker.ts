import { eq } from 'drizzle-orm';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { connect } from '@/db/connection/client';
import { people } from '@/db/schema';

// node … publish-worker.ts <service> <day>: publishes the service's next edition at half past nine of that day, by Ada's hand.
const [service = '', asAt = ''] = process.argv.slice(2);
const { db, end } = connect({ max: 1 });
const [ada] = await db.select({ id: people.id }).from(people).where(eq(people.email, 'ada@candour.example'));
const by = { actorId: ada?.id ?? 0, publisher: 'performance officer' };
await publishAsIs(db, { ...by, service, asAt, at: `${asAt}T08:30:00Z` });
await end();
