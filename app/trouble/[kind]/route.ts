import { database } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { ownAddress } from '@/lib/address';
import { notFound, tell } from '../../sentence';
import { type Trouble, told, troubles } from '../kinds';

export const dynamic = 'force-dynamic';

/** Why a page behind the sign-in is not there, with the link to go on from; nothing here depends on who asks. */
export async function GET(request: Request, { params }: RouteContext<'/trouble/[kind]'>): Promise<Response> {
  const { kind } = await params;
  const council = await theCouncil(database()).catch(() => null);
  if (!isTrouble(kind)) return notFound('There is no page at this address.', council);
  const { link, ...words } = told[kind];
  const back = { href: ownAddress(new URL(request.url).searchParams.get('at')), text: 'Try again' };
  return tell({ ...words, link: link ?? back, council });
}

/** A form that was sent without JavaScript is led here with its method. */
export const POST = GET;

const isTrouble = (kind: string): kind is Trouble => (troubles as readonly string[]).includes(kind);
