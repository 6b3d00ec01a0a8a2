import { canonical } from '@/lib/record/canonical';
import type { EditionHead, FrozenRow } from './edition';

/** The canonical JSON of an edition, whose SHA-256 it carries; the service's address is furniture and stays out. */
export function editionText({ service, ...head }: Omit<EditionHead, 'sha256'>, rows: FrozenRow[]): string {
  const { name, notice } = service;
  return canonical({ ...head, publishedAt: new Date(head.publishedAt).toISOString(), service: { name, notice }, rows });
}
