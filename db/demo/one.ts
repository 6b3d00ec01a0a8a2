/** The first of the rows that were written; that there is none is a fault. */
export function one<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error('a row was not written');
  return row;
}
