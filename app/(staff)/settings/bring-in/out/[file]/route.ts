import { bringOutFile } from '@/app/_staff/bring-out-file';

/** The framework and the readings of the council, or of a service, as a workbook or a sheet of it. */
export async function GET(request: Request, { params }: RouteContext<'/settings/bring-in/out/[file]'>) {
  const { file } = await params;
  return bringOutFile(request, { whose: 'council', what: 'out', file });
}
