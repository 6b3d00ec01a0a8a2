import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { moment } from '@/app/_server/clock';
import { log } from '@/app/_server/log';
import { fieldsOf, typedIn } from '@/app/_staff/form-fields';
import { mostKept } from '@/app/_staff/kept-typing';
import { fromOwnPage } from '@/app/_staff/origin';
import { signedIn, todayHere } from '@/app/_staff/session';
import { keepUnsaved } from '@/db/commands/reading/unsaved-typing';
import { database } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { Refused } from '@/lib/form/refused';
import { writtenFields } from '@/lib/reading/reading-fields';

/** More than a form can hold that is kept, with what its parts are wrapped in. */
const mostSent = 2 * mostKept;

/**
 * Keeps what is typed in the form of a reading beside it, while it is typed: sent by the page's script, under the session,
 * and from our own pages only. The answer says only whether the typing was kept.
 */
export async function POST(request: Request, { params }: RouteContext<'/readings/[code]/[period]/typing'>) {
  if (!fromOwnPage(request.headers)) {
    log.warn(
      { audit: 'form_refused', address: new URL(request.url).pathname },
      'typing did not come from our own page',
    );
    return answer(403);
  }
  try {
    const who = await signedIn();
    if (!who) return answer(401);
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= mostSent)) return answer(413);
    const sent = fieldsOf(await request.formData().catch(() => null));
    if (!sent) return answer(400);
    const typed = typedIn(sent);
    const version = typed.version ? Number(typed.version) : null;
    const fields = Object.fromEntries(
      writtenFields.flatMap((name) => (typed[name] === undefined ? [] : [[name, typed[name]]])),
    );
    if (version !== null && !Number.isInteger(version)) return answer(400);
    if (Buffer.byteLength(JSON.stringify(fields)) > mostKept) return answer(413);
    const { code, period: periodStart } = await params;
    const acting = { who: who.id, at: moment(), today: await todayHere() };
    await keepUnsaved(database(), acting, { code, periodStart, version, fields });
    return answer(204);
  } catch (error) {
    if (error instanceof Refused) return answer(409);
    if (unreachable(error)) return answer(503);
    throw error;
  }
}

const answer = (status: number) => new Response(null, { status, headers: { 'Cache-Control': forOneReader } });
