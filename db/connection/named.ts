import type postgres from 'postgres';

/** As many statements as a pool names: whatever it is asked, each of its connections holds no more. */
const mostNamed = 1_000;
/** As many texts as are remembered of statements that came once. */
const mostSeen = 5_000;
/** A statement of more parameters than this is a list of rows, and each length of a list has a text of its own. */
const mostParameters = 60;
/** So has a list in brackets that is longer than any list of words of ours. */
const longList = /\$\d+(, \$\d+){8}\)/;

/** Whether a statement is one that comes again: then each connection prepares it once, and its next runs are parsed no more. */
type IsNamed = (text: string, parameters: number) => boolean;

/** What the connections of one pool know of what came before. */
function remembering(): IsNamed {
  const named = new Set<string>();
  const seen = new Set<string>();
  return (text, parameters) => {
    if (named.has(text)) return true;
    if (parameters === 0 || parameters > mostParameters || named.size >= mostNamed || longList.test(text)) return false;
    if (seen.delete(text)) {
      named.add(text);
      return true;
    }
    if (seen.size >= mostSeen) seen.clear();
    seen.add(text);
    return false;
  };
}

/**
 * The driver as Drizzle uses it, which has every statement parsed and planned again: with this one, those that come again are
 * prepared under a name. `prepare=false` in the address of the database turns it off, as for a pooler that hands each
 * transaction another connection.
 */
export function naming<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
  isNamed: IsNamed = remembering(),
): Client {
  const unsafe = (text: string, parameters: unknown[] = [], options: postgres.UnsafeQueryOptions = {}) =>
    client.unsafe(text, parameters as never[], {
      ...options,
      prepare: options.prepare || isNamed(text, parameters.length),
    });
  const within = (work: (inner: postgres.TransactionSql) => unknown) => (inner: postgres.TransactionSql) =>
    work(naming(inner, isNamed));
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe') return unsafe;
      if (name === 'begin' && 'begin' in target)
        return (work: Parameters<typeof within>[0]) => target.begin(within(work));
      if (name === 'savepoint' && 'savepoint' in target)
        return (work: Parameters<typeof within>[0]) => target.savepoint(within(work));
      return Reflect.get(target, name);
    },
  });
}
