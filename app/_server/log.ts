import pino from 'pino';

/** What is logged of a fault: where and why, without the values that a query carried. */
function fault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  const fields = {
    message: message.replace(/\nparams:[\s\S]*/, ''),
    code,
    stack: stack?.match(/^[ \t]+at .*/gm)?.join('\n'),
  };
  return cause === undefined ? fields : { ...fields, cause: fault(cause) };
}

/** One line of JSON for each thing worth knowing, on standard output; secrets are never part of it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  serializers: { error: fault },
  redact: ['password', '*.password', 'token', '*.token'],
});
