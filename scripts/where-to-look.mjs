/** The pages to start with. */
const pages = [
  ['/', 'the services of the council'],
  ['/scorecards/childrens-social-care', 'the scorecard of the founding report'],
];

/** The demo's people to sign in as: [name, what they do, e-mail address]. None before there is anything to sign in to. */
const people = [];

/** Prints where to look, and who to sign in as when there is a demo council. */
export function printWhereToLook(port, { demo }) {
  const address = `http://localhost:${port}`;
  const width = Math.max(...pages.map(([path]) => path.length));
  console.log(`\nCandour is ready at ${address}/\n`);
  for (const [path, what] of demo ? pages : pages.slice(0, 1))
    console.log(`  ${address}${path.padEnd(width)}  ${what}`);
  if (demo && people.length > 0) {
    console.log('\nSign in as\n');
    for (const [name, what, email] of people) console.log(`  ${email}  ${name}, ${what}`);
  }
  console.log('\nCtrl-C stops it.\n');
}
