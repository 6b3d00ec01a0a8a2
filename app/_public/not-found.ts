import { allServices } from './sentence';

/** A wrong address: what a reader is told instead of a page, with the way to go on. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(
    readonly sentence: string,
    readonly link = allServices,
  ) {
    super(sentence);
  }
}
