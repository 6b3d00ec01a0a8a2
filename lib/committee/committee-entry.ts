import { z } from 'zod';
import { together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { proposedAddress } from '@/lib/framework/address-proposal';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { isFreeAddress } from '@/lib/text/free-address';
import { isSlug } from '@/lib/text/page-address';

/** What a performance officer keeps of a committee beside its meetings; the services by their addresses. */
export type CommitteeWords = { name: string; services: string[] };

const fields = {
  name: textField(limits.committeeName, 'Give the committee its name.'),
  services: z.array(z.string().refine(isSlug)).max(200).default([]),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
};

/** The form that adds a committee. An address that is left empty is made of the name. */
export const AddCommittee = z.strictObject({ ...fields, slug: z.string().max(100) }).transform(
  together((typed) => {
    const slug = typed.slug.trim() || proposedAddress(typed.name);
    const sentence = 'Write the address in lower-case words with hyphens, such as roads-and-travel.';
    const { name, services, intent, seen } = typed;
    return unless(isFreeAddress(slug) ? [] : [{ field: 'slug', sentence }], {
      slug,
      words: { name, services },
      form: { intent, seen },
      typed: { name, slug, services: services.join('\n') },
    });
  }),
);

/** The form that changes a committee, with what it was opened with. */
export const ChangeCommittee = z
  .strictObject({ ...fields, committee: z.string().refine(isSlug), was: z.string().max(20_000) })
  .transform(({ committee, name, services, was, intent, seen }) => ({
    slug: committee,
    words: { name, services },
    was,
    form: { intent, seen },
    typed: { committee, was, name, services: services.join('\n') },
  }));

/** The fields of a committee by what a sentence calls them; the services by their names, in the council's order. */
export const committeeFields = (name: string, services: string[]): KeptFields => ({
  'the name': name,
  'the services': services.join(', '),
});
