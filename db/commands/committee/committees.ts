import { eq } from 'drizzle-orm';
import type { Acting, Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { meetingGround, servicesToHear } from '@/db/facts/committee-facts';
import { committeeServices, committees } from '@/db/schema';
import { whyHeard } from '@/lib/committee/committee-effect';
import { type CommitteeWords, committeeFields } from '@/lib/committee/committee-entry';
import { Mistyped } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused } from '@/lib/form/refused';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import { isSlug } from '@/lib/text/page-address';
import { type Committee, changeCommittee, recordOfCommittee } from './committee-change';

type Naming = { slug: string; name: string; services: string[] };

/** Names a committee and the services that report to it; one that is there already gets this name and these services. */
export function nameCommittee(db: Database, party: Party, naming: Naming): Promise<string> {
  const { slug } = naming;
  return changeCommittee(db, party, { slug, step: 'name_committee' }, async (tx, committee) => {
    const words = { name: naming.name.trim(), services: naming.services };
    const heard = committee
      ? await keepCommittee(tx, party, committee, words)
      : await writeCommittee(tx, party, slug, words);
    return `${words.name}. Services: ${heard.join(', ') || 'none'}.`;
  });
}

/** Adds a committee at a free address; answers the address. */
export function addCommittee(
  db: Database,
  acting: Acting,
  { slug, words }: { slug: string; words: CommitteeWords },
): Promise<string> {
  return changeCommittee(db, acting, { slug, step: 'name_committee' }, async (tx, committee) => {
    if (committee) throw taken(committee.name);
    await writeCommittee(tx, acting, slug, words);
    return slug;
  });
}

type Change = { slug: string; words: CommitteeWords; was: KeptFields };

/** Changes the name of a committee and the services that it hears, if both are as the page showed them. */
export function editCommittee(db: Database, acting: Acting, { slug, words, was }: Change): Promise<string> {
  return changeCommittee(db, acting, { slug, step: 'name_committee' }, async (tx, committee) => {
    if (!committee) throw new Refused(`There is no committee “${slug}”.`);
    const { heard } = await meetingGround(tx, committee);
    const names = heard.map((service) => service.name);
    const meanwhile = changedMeanwhile(was, committeeFields(committee.name, names));
    if (meanwhile)
      throw new Outdated(
        `Somebody changed this committee while you had the page open: ${meanwhile}. Look at it again.`,
      );
    const wanted = await servicesOf(tx, words.services);
    const after = wanted.map((service) => service.name);
    if (words.name === committee.name && after.join() === names.join())
      throw new Refused('That is how this committee stands already: nothing was changed.');
    await keepCommittee(tx, acting, committee, words);
    return slug;
  });
}

const taken = (name: string) =>
  new Mistyped([{ field: 'slug', sentence: `${name} has this address already: choose another.` }]);

/** Writes a committee that is new, with the services that it hears; answers their names. */
async function writeCommittee(tx: Transaction, party: Party, slug: string, { name, services: heard }: CommitteeWords) {
  if (!isSlug(slug)) throw new Refused(`“${slug.slice(0, 80)}” cannot be an address: write lower-case-words.`);
  refuseNameless(name);
  const here = await servicesOf(tx, heard);
  // Somebody else may be adding one at the same address: their committee stays as they wrote it.
  const [committee] = await tx.insert(committees).values({ slug, name }).onConflictDoNothing().returning();
  if (!committee) throw taken('Another committee');
  await hear(tx, committee.id, here);
  const details = { name, slug, services: here.map((service) => service.slug) };
  await recordOfCommittee(tx, party, committee.id, 'committee_named', details);
  return here.map((service) => service.name);
}

/** Gives a committee another name and other services, unless one that goes is announced for a meeting; answers the services' names. */
async function keepCommittee(tx: Transaction, party: Party, committee: Committee, words: CommitteeWords) {
  const { id, slug, name } = committee;
  refuseNameless(words.name);
  const here = await servicesOf(tx, words.services);
  const { heard, meetings } = await meetingGround(tx, committee);
  for (const service of heard.filter((one) => !here.some((kept) => kept.slug === one.slug))) {
    const why = whyHeard(service, meetings);
    if (why) throw new Refused(why);
  }
  const before = committeeFields(
    name,
    heard.map((service) => service.name),
  );
  const after = committeeFields(
    words.name,
    here.map((service) => service.name),
  );
  await tx.update(committees).set({ name: words.name }).where(eq(committees.id, id));
  await tx.delete(committeeServices).where(eq(committeeServices.committeeId, id));
  await hear(tx, id, here);
  const details = { name: words.name, slug, changes: fieldChanges(before, after) };
  await recordOfCommittee(tx, party, id, 'committee_changed', details);
  return here.map((service) => service.name);
}

function refuseNameless(name: string): void {
  if (!name || name.length > limits.committeeName.most)
    throw new Refused(`Give the committee’s name, in at most ${limits.committeeName.most} characters.`);
}

async function hear(tx: Transaction, committeeId: number, heard: { id: number }[]): Promise<void> {
  if (heard.length > 0)
    await tx.insert(committeeServices).values(heard.map(({ id }) => ({ committeeId, serviceId: id })));
}

/** Services by their addresses, in the council's order. */
async function servicesOf(tx: Transaction, slugs: string[]) {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return [];
  const here = (await servicesToHear(tx)).filter(({ slug }) => wanted.includes(slug));
  const missing = wanted.find((slug) => !here.some((service) => service.slug === slug));
  if (missing) throw new Refused(`There is no service “${missing}”.`);
  return here;
}
