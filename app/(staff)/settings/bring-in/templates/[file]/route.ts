import { bringOutFile } from '@/app/_staff/bring-out-file';

/** Empty files to be filled in, and the readings that are due this month. */
export async function GET(request: Request, { params }: RouteContext<'/settings/bring-in/templates/[file]'>) {
  const { file } = await params;
  return bringOutFile(request, { whose: 'council', what: 'templates', file });
}
