const key = Symbol.for('candour.wished-status');
type Wishes = { [key]?: { getStore(): { status: number | null } | undefined } };

/**
 * Has the page that answers this form come with a status, where the framework knows only 200: read by scripts/server/form-answer.mjs,
 * and by nothing in development. A form that a script sent is answered to the script, and keeps its own.
 */
export function wishStatus(status: number): void {
  const wish = (globalThis as Wishes)[key]?.getStore();
  if (wish) wish.status = status;
}
