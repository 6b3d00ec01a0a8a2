import { type AnyColumn, type GetColumnData, sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';
import type { z } from 'zod';

/** JSON of a shape that is asked whenever it is read: what has another one is an error, and goes no further. */
export const checkedJson = <T>(shape: z.ZodType<T>) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => {
      shape.parse(value);
      // As it was written, with what a later version may have added: hashes are of that.
      return value as T;
    },
  })();

/** A column of such JSON as it stands, whatever its shape: for whoever looks for what was tampered with. */
export const asItStands = <C extends AnyColumn>(column: C) => sql<GetColumnData<C>>`${column}`;
