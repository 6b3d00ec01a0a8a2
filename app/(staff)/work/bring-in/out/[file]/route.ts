import { bringOutFile } from '@/app/_staff/bring-out-file';

/** The measures that a person owns or heads, with all that is decided of them and their readings. */
export async function GET(request: Request, { params }: RouteContext<'/work/bring-in/out/[file]'>) {
  const { file } = await params;
  return bringOutFile(request, { whose: 'own', what: 'out', file });
}
