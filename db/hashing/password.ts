import { hash, verify } from '@node-rs/argon2';

/** OWASP's smallest setting for argon2id: 19 MiB, two passes, one lane; argon2id is the package's default. Some 10 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of no password at all, so that an unknown person is answered as late as a known one. */
const nobody = hash(crypto.randomUUID(), cost);

/** An argon2id hash in PHC form of a password as Unicode's NFKC writes it. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** Whether a password belongs to a hash; null takes as long and is never right. */
export async function passwordMatches(password: string, known: string | null): Promise<boolean> {
  const matches = await verify(known ?? (await nobody), password.normalize('NFKC'));
  return matches && known !== null;
}
