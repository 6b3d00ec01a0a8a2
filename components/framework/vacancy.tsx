import Link from 'next/link';

type Props = {
  /** Where the post is filled, for whoever may; false for everybody else. */
  way: string | false;
  post: string;
};

/** Who fills an empty post: whoever reads this, by a link, or an administrator. */
export function Vacancy({ way, post }: Props) {
  return way ? <Link href={way}>Name {post}</Link> : <>An administrator names {post}.</>;
}
