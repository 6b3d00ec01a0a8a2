/** Rows together by the number of what they belong to, in the order in which they come. */
export function byNumber<Row>(rows: Row[], numberOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(numberOf(row));
    if (group) group.push(row);
    else groups.set(numberOf(row), [row]);
  }
  return groups;
}
