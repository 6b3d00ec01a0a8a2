let ready = 0;

/** Counts an answer that lay ready. */
export function countReady() {
  ready += 1;
}

/** How many answers lay ready since the start, for scripts/server/metrics.mjs. */
export const readyAnswers = () => ready;
