import type { Wish } from '@/lib/bring-in/wish';
import { proposedAddress } from '@/lib/framework/address-proposal';
import { AddService, type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { may, permissions } from '@/lib/people/change-permissions';
import { staysUntilThen } from '@/lib/release/release-moment';
import { addressProblem } from '@/lib/service/address-taken';
import type { Drafted, ServiceNow } from './council-now';
import { asForm, choiceIn } from './file-form';
import {
  changeSentence,
  changes,
  changesBetween,
  creates,
  type Planned,
  quoted,
  refuses,
  refusesBy,
  same,
} from './planned';

const columns: Record<string, string> = {
  name: 'name',
  slug: 'address',
  place: 'place',
  notice: 'notice',
  release: 'publishes',
  hours: 'hours',
  'the name': 'name',
  'the address': 'address',
  'the notice': 'notice',
  'the place': 'place',
  'how it is published': 'publishes',
};

/** A service by its name or an address that it has or had; undefined where there is none. */
export function serviceNamed(services: ServiceNow[], typed: string): ServiceNow | undefined {
  const text = typed.trim();
  const isCalled = ({ name }: ServiceNow) => name.toLowerCase() === text.toLowerCase();
  return (
    services.find(({ slug }) => slug === text) ??
    services.find(isCalled) ??
    services.find(({ earlierSlugs }) => earlierSlugs?.includes(text)) ??
    services.find(({ slug }) => slug === proposedAddress(text))
  );
}

/** The word under which two rows of a file speak of the same service. */
export const serviceKey = ({ fields }: Wish): string | null =>
  fields.address?.trim() || proposedAddress(fields.name ?? '') || null;

/** What a row of services comes to. */
export function planService(drafted: Drafted, wish: Wish): Planned {
  const { fields } = wish;
  const named = { wish, what: `Service ${fields.name?.trim() || (fields.address ?? '')}` };
  const existing = fields.address?.trim()
    ? (serviceNamed(drafted.services, fields.address) ?? serviceNamed(drafted.services, fields.name ?? ''))
    : serviceNamed(drafted.services, fields.name ?? '');
  const before = existing ? existing.words : null;
  const typed = {
    name: fields.name ?? before?.name ?? '',
    slug: fields.address?.trim() || (before?.slug ?? ''),
    place: fields.place?.trim() || String(before?.place ?? drafted.services.length + 1),
    notice: fields.notice ?? before?.notice ?? '',
    release: fields.publishes?.trim()
      ? choiceIn(fields.publishes, ['release', 'rolling'], wordsOf)
      : (before?.release ?? 'release'),
    hours: fields.hours?.trim() || String(before?.quarantineHours ?? ''),
    // No sheet has contacts: what a service has, it keeps.
    contactName: before?.contact?.name ?? '',
    contactEmail: before?.contact?.email ?? '',
    contactPhone: before?.contact?.phone ?? '',
  };
  const form = asForm(AddService, { ...typed, intent: 'save', seen: '' });
  if ('problems' in form) return refusesBy(named, form.problems, columns);
  const count = drafted.services.length + (existing ? 0 : 1);
  const words = { ...form.input.words, place: Math.min(form.input.words.place, count) };
  if (typed.release !== 'release' && typed.release !== 'rolling')
    return refuses(
      named,
      `${quoted(typed.release)} is no way of publishing: write by release, or rolling.`,
      'publishes',
    );
  const taken = addressProblem(words.slug, drafted.services, existing?.id ?? null);
  if (taken) return refusesBy(named, [taken], columns);
  if (!existing || !before) {
    if (!may(drafted.party.who, 'add_service')) return refuses(named, permissions.add_service.otherwise);
    stand(drafted, { ...blank, words, name: words.name, slug: words.slug });
    return creates(named, `The service ${words.name} is added, at /scorecards/${words.slug}.`, {
      step: 'add_service',
      words,
    });
  }
  const list = changesBetween(wish, serviceFields(before), serviceFields(words), columns);
  if (list.length === 0) return same(named);
  if (!may(drafted.party.who, 'change_service')) return refuses(named, permissions.change_service.otherwise);
  if (existing.announced) return refuses(named, staysUntilThen.service(existing.announced));
  const task = { step: 'change_service', slug: before.slug, words } as const;
  drafted.services = drafted.services.filter((each) => each !== existing);
  stand(drafted, { ...existing, words, name: words.name, slug: words.slug });
  return changes(named, list, changeSentence(list), task);
}

const wordsOf = (release: string): string[] => (release === 'rolling' ? ['rolling'] : ['by release', 'on release']);

const blank = { id: 0, earlierSlugs: null, head: null, announced: null, firstEditionAsAt: null };

/** Puts a service in its place, after which each has the place in which it stands. */
function stand(drafted: Drafted, service: ServiceNow): void {
  const inOrder = drafted.services.toSpliced(service.words.place - 1, 0, service);
  drafted.services = inOrder.map((each, index): ServiceNow => {
    const words: ServiceWords = { ...each.words, place: index + 1 };
    return { ...each, words };
  });
}
