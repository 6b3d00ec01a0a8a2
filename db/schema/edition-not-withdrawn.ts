import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { withdrawals } from './public-record';

/** That an edition stands: it was never withdrawn, or not yet by an instant. */
export const stands = (editionId: SQLWrapper, before?: SQLWrapper | string): SQL<boolean> =>
  before === undefined
    ? sql<boolean>`not exists (select from ${withdrawals} where ${withdrawals.editionId} = ${editionId})`
    : sql<boolean>`not exists (select from ${withdrawals}
        where ${withdrawals.editionId} = ${editionId} and ${withdrawals.withdrawnAt} < ${before})`;
