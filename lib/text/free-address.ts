import { isSlug } from '@/lib/text/page-address';

/** Whether a text may be the address of a service or the code of a measure; “new” and “order” are pages of the settings. */
export const isFreeAddress = (text: string): boolean => isSlug(text) && text !== 'new' && text !== 'order';
