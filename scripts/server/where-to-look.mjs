/** The pages to start with. */
const pages = [
  ['/', 'the services of the council'],
  ['/scorecards/childrens-social-care', 'the scorecard of the founding report'],
  ['/sign-in', 'the way in for those who write, approve and publish: one press for each of'],
];

/** The demo's people to sign in as: name, and what they do; the same as in lib/people/demo-people.ts. */
export const people = [
  ['Olive Turner', 'data owner, children’s'],
  ['Hana Malik', 'head of service, children’s'],
  ['Dev Shah', 'deputy of Hana until 14 September'],
  ['Ada Byrne', 'performance officer'],
  ['Cal Reid', 'councillor'],
  ['Otis Grant', 'data owner, highways'],
  ['Hester Lowe', 'head of service, highways'],
];

/** Prints where to look, and who to sign in as when there is a demo council. */
export function printWhereToLook(port, { demo }) {
  const address = `http://localhost:${port}`;
  const width = Math.max(...pages.map(([path]) => path.length));
  console.log(`\nCandour is ready at ${address}/\n`);
  for (const [path, what] of demo ? pages : pages.slice(0, 1))
    console.log(`  ${address}${path.padEnd(width)}  ${what}`);
  if (demo) for (const [name, what] of people) console.log(`  ${' '.repeat(address.length + width)}  ${name}, ${what}`);
  console.log('\nCtrl-C stops it.\n');
}
