type Altered = { way: string; statement: string; named: string };

/** The ways in which one event of a chain is altered: each column, removed, repeated, put in, exchanged, moved, cut off. */
export const alterations: [way: string, make: (row: number, last: number) => Omit<Altered, 'way'>][] = [
  ...Object.entries({
    at: "at + interval '1 second'",
    actor_id: '(select max(id) from people)',
    kind: "'signed_out'",
    subject: "'reading'",
    subject_id: 'subject_id + 1',
    details: `details || '{"row": -1}'`,
    previous: "repeat('0', 64)",
    hash: "repeat('0', 64)",
    service_id: '(select max(id) from services)',
  }).map(([column, value]): (typeof alterations)[number] => [
    `${column} altered`,
    (row) => ({ statement: `update events set ${column} = ${value} where id = ${row}`, named: String(row) }),
  ]),
  ['removed', (row) => ({ statement: `delete from events where id = ${row}`, named: String(row + 1) })],
  [
    'the last ones removed',
    (row) => ({ statement: `delete from events where id > ${row}`, named: `after ${row - 1} of chain buses` }),
  ],
  [
    'one put in at the end that follows the last, with a hash of its own',
    (_, last) => ({
      statement: `insert into events overriding system value select (jsonb_populate_record(null::events,
        to_jsonb(e) || jsonb_build_object('id', ${last + 1}, 'previous', hash, 'hash', repeat('ab', 32)))).*
        from events e where id = ${last}`,
      named: String(last + 1),
    }),
  ],
  [
    'exchanged with the next',
    (row) => ({
      statement: `update events set id = -1 where id = ${row}; update events set id = ${row} where id = ${row + 1};
        update events set id = ${row + 1} where id = -1`,
      named: String(row),
    }),
  ],
  [
    'moved to the end',
    (row, last) => ({ statement: `update events set id = ${last + 1} where id = ${row}`, named: String(row + 1) }),
  ],
];

/** The nth alteration of a row, all ways in turn: the statement, and what verify has to name. */
export function alteredEvent(n: number, row: number, last: number): Altered {
  const [way, make] = alterations[n % alterations.length] as (typeof alterations)[number];
  // What is put in the place of the next one needs a next one.
  return { way, ...make(Math.min(row, last - 1), last) };
}
