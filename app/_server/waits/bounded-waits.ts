/** For how long one question that was given up makes the next ones wait less; milliseconds. */
const memory = 3_000;
/** How often it is asked whether to go on waiting; milliseconds. */
const step = 100;

/** The record did not answer in time; a code makes it one of the ways in which it is out of reach. */
class Jammed extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Somebody was sent away without having waited, because of those who wait. */
class Crowded extends Jammed {}

let last = Number.NEGATIVE_INFINITY;
/** How many questions are under way, those that nobody waits for any more among them. */
let underWay = 0;
/** How many of them may be under way before no more are asked while the record is jammed. */
const most = 20;

const isJammed = () => performance.now() - last < memory;

/** Throws where too many wait in vain already: one more would only make the line longer. */
export function refuseCrowd(): void {
  if (underWay >= most && isJammed()) throw new Crowded('too many wait for the record');
}

/**
 * Notes that this process has just waited for the record in vain, by the error of it. Who was sent away at once says nothing of the
 * record: each would send the next one away, long after the record is back.
 */
export function noteInVain(error: unknown): void {
  if (!(error instanceof Crowded)) last = performance.now();
}

/**
 * What is asked for; where others have just waited in vain, no longer than so many milliseconds, and then the error that the record
 * is out of reach. `mayLeave` says whether it may be left alone at all, which a change that has begun may not.
 */
export function unlessJammed<T>(asking: Promise<T>, longest: number, mayLeave: () => boolean = () => true): Promise<T> {
  const began = performance.now();
  underWay += 1;
  const done = () => {
    underWay -= 1;
  };
  asking.then(done, done);
  let timer: ReturnType<typeof setInterval> | undefined;
  const given = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (performance.now() - began >= longest && isJammed() && mayLeave()) reject(new Jammed('the record is jammed'));
    }, step);
  });
  return Promise.race([asking, given]).finally(() => clearInterval(timer));
}
