import { z } from 'zod';
import { type Contact, contactFields, contactWords, typedContact } from '@/lib/form/contact-fields';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { type Release, releases } from '@/lib/reading/workflow';
import { isFreeAddress } from '@/lib/text/free-address';
import { isSlug } from '@/lib/text/page-address';
import { proposedAddress } from './address-proposal';
import type { KeptFields } from './meanwhile';

/** What a performance officer keeps of a service; `place` counts from 1 in the order of the first page. */
export type ServiceWords = {
  name: string;
  /** The word of its addresses: 'buses' in /scorecards/buses. */
  slug: string;
  notice: string | null;
  place: number;
  release: Release;
  /** Hours between an approval and its publication, where the service is rolling; else null. */
  quarantineHours: number | null;
  /** Who answers questions about its figures; null where the council's contact does. */
  contact: Contact | null;
};

const fields = {
  slug: z.string().max(100),
  name: textField(limits.serviceName, 'Give the service its name.'),
  notice: textField(limits.serviceNotice),
  place: z.string().regex(/^[1-9]\d{0,3}$/, 'Choose where it stands.'),
  release: z.string().optional(),
  hours: z.string().max(20, 'Give whole hours, such as 24.'),
  ...contactFields,
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
};

type Typed = Parameters<typeof typedContact>[0] & {
  name: string;
  slug: string;
  notice: string;
  place: string;
  release?: string | undefined;
  hours: string;
};

const isRelease = (typed: string | undefined): typed is Release => releases.some((release) => release === typed);

function wordsOf(typed: Typed) {
  const { name, slug, notice, place, release, hours } = typed;
  const isRolling = release === 'rolling';
  const { contact, problems: contactProblems } = typedContact(typed);
  const problems = [
    ...(isFreeAddress(slug) ? [] : [{ field: 'slug', sentence: wrongAddress }]),
    ...missing('release', release ?? '', 'Choose how its editions are published.'),
    ...(isRolling && !(/^\d{1,4}$/.test(hours.trim()) && Number(hours) <= mostHours)
      ? [{ field: 'hours', sentence: `Give whole hours from 0 to ${mostHours}, such as 24.` }]
      : []),
    ...contactProblems,
  ];
  const words: ServiceWords = {
    name,
    slug,
    notice: notice || null,
    place: Number(place),
    release: isRelease(release) ? release : 'release',
    quarantineHours: isRolling ? Number(hours) : null,
    contact,
  };
  return { problems, words };
}

const wrongAddress = 'Write the address in lower-case words with hyphens, such as housing-and-repairs.';

/** As many hours as the record takes: a year. */
const mostHours = 8760;

/** The form that adds a service. An address that is left empty is made of the name. */
export const AddService = z.strictObject(fields).transform(
  together((fieldsTyped) => {
    const slug = fieldsTyped.slug.trim() || proposedAddress(fieldsTyped.name);
    const typed = { ...fieldsTyped, slug };
    const { problems, words } = wordsOf(typed);
    return unless(problems, { words, typed });
  }),
);

/** The form that changes a service, with what it was opened with. */
export const ChangeService = z
  .strictObject({ ...fields, service: z.string().refine(isSlug), was: z.string().max(5_000) })
  .transform(
    together((fieldsTyped) => {
      const typed = { ...fieldsTyped, slug: fieldsTyped.slug.trim() };
      const { problems, words } = wordsOf(typed);
      return unless(problems, { slug: typed.service, words, was: typed.was, typed });
    }),
  );

/** What a sentence calls each way in which a service publishes. */
export const releaseWords = ({
  release,
  quarantineHours,
}: Pick<ServiceWords, 'release' | 'quarantineHours'>): string =>
  release === 'rolling'
    ? `on their own, ${quarantineHours} ${quarantineHours === 1 ? 'hour' : 'hours'} after an approval`
    : 'when the performance officer releases an edition';

/** The fields of a service by what a sentence calls them. */
export const serviceFields = ({ name, slug, notice, place, contact, ...mode }: ServiceWords): KeptFields => ({
  'the name': name,
  'the address': slug,
  'the notice': notice ?? '',
  'the place': String(place),
  'how it is published': releaseWords(mode),
  'the contact': contactWords(contact),
});
