/** Does the same for each of many, and lets whatever waits for the processor go first: a large service holds no reader up. */
export async function inPieces<From, To>(list: From[], work: (one: From) => To): Promise<To[]> {
  const done: To[] = [];
  for (const one of list) {
    done.push(work(one));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}
