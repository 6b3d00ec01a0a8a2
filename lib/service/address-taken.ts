import type { Problem } from '@/lib/form/form-state';

/** A service with the address that it has, and those that it had. */
export type Addressed = { id: number; name: string; slug: string; earlierSlugs: string[] | null };

/** Why a service (null for a new one) cannot have an address: another one has it, or had it once. Null when it can. */
export function addressProblem(slug: string, services: Addressed[], self: number | null): Problem | null {
  const others = services.filter(({ id }) => id !== self);
  const holder = others.find((service) => service.slug === slug);
  if (holder) return { field: 'slug', sentence: `${holder.name} has this address already: choose another.` };
  const earlier = others.find(({ earlierSlugs }) => earlierSlugs?.includes(slug));
  if (!earlier) return null;
  return {
    field: 'slug',
    sentence: `/scorecards/${slug} was the address of ${earlier.name} once, and leads there for ever: choose another.`,
  };
}

/** The addresses that a service had before, once it gets another one: each once, the first one first. */
export const earlierSlugs = ({ slug, earlierSlugs: earlier }: Addressed): string[] => [
  ...new Set([...(earlier ?? []), slug]),
];
