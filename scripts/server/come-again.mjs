/** When to come again where nothing better is known, in seconds. */
const soon = '5';

/**
 * Has an answer that says "not just now" (503) say when to come again, where what made it does not.
 * @param {import('node:http').ServerResponse} response
 */
export function sayWhenToComeAgain(response) {
  const { writeHead } = response;
  response.writeHead = (status, ...more) => {
    if (status === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', soon);
    return writeHead.call(response, status, ...more);
  };
}
