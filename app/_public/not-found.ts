import { allServices } from './sentence';

/** A wrong address: the sentence that a reader gets instead of a page, with a link to go on. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(
    readonly sentence: string,
    readonly link = allServices,
  ) {
    super(sentence);
  }
}
