import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes: about 50 ms on a small server. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** For an unknown name (`null`) the same work is done, so that time tells nothing. */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
}

export function argon2Passwords(): Passwords {
  const nobody = hash('nobody has this password', OPTIONS);
  return {
    hash: (password) => hash(password, OPTIONS),
    matches: async (passwordHash, password) => {
      const right = await verify(passwordHash ?? (await nobody), password);
      return passwordHash !== null && right;
    },
  };
}
