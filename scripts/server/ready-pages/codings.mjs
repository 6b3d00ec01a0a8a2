import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';

/** Up to so many bytes are compressed by gzip at once, in a millisecond or three; longer ones beside the requests. */
const mostAtOnce = 200_000;
/** Of a page and of what is longer: 10 is a tenth smaller than 9 in the same time. docs/performance.md has the figures. */
const quality = { page: 10, long: 5 };

/** The compressed forms of a body, each made once. */
const forms = new WeakMap();

/**
 * What a reader takes of gzip and br, by the header of their request; null where they weigh one coding against another or name one
 * that is not made here alone, which is the framework's to read.
 * @returns {{ gzip: boolean, br: boolean } | null}
 */
export function codingsIn(accepted = '') {
  const known = headers.get(accepted);
  if (known !== undefined) return known;
  const read = codingsRead(accepted);
  // Readers send a handful of such headers; one who makes them up gets no memory of ours.
  if (headers.size < 100) headers.set(accepted, read);
  return read;
}
const headers = new Map();

function codingsRead(accepted) {
  if (accepted.includes(';')) return null;
  const names = accepted.split(',').map((name) => name.trim().toLowerCase());
  const codings = { gzip: names.includes('gzip'), br: names.includes('br') };
  return codings.gzip || names.every((name) => plain.has(name)) ? codings : null;
}
/** Whoever names these alone is sent plain bytes by the framework. */
const plain = new Set(['', 'identity', 'br']);

/**
 * A body in the smallest coding that a reader takes and that is here: a long form is made beside the requests, and until then the
 * next best one goes out.
 * @param {Buffer} body
 * @param {{ gzip: boolean, br: boolean }} codings
 * @returns {{ coding: 'br' | 'gzip' | null, bytes: Buffer }}
 */
export function codedBody(body, { gzip: takesGzip, br }) {
  if (!takesGzip && !br) return { coding: null, bytes: body };
  const made = forms.get(body) ?? {};
  forms.set(body, made);
  if (br) {
    if (made.br) return { coding: 'br', bytes: made.br };
    begin(made, 'br', (done) => brotliCompress(body, brotliSettings(body), done));
  }
  if (!takesGzip) return { coding: null, bytes: body };
  if (made.gzip) return { coding: 'gzip', bytes: made.gzip };
  if (body.length > mostAtOnce) {
    begin(made, 'gzip', (done) => gzip(body, done));
    return { coding: null, bytes: body };
  }
  made.gzip = gzipSync(body);
  return { coding: 'gzip', bytes: made.gzip };
}

const brotliSettings = (body) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: body.length > mostAtOnce ? quality.long : quality.page,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  },
});

let isMaking = false;

/**
 * Makes a form on a thread of its own: one at a time, so that passwords, which are hashed on such threads too, do not stand behind
 * pages. A fault leaves the form out.
 */
function begin(made, name, compress) {
  if (isMaking || made.tried?.has(name)) return;
  isMaking = true;
  made.tried = new Set([...(made.tried ?? []), name]);
  compress((fault, bytes) => {
    isMaking = false;
    if (!fault) made[name] = bytes;
  });
}
