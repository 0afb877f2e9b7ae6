import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "@/lib/refusal/refusal";

/** argon2id with 19 MiB and two passes, as OWASP asks at least; costs about 30 ms of one processor. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Against a hash nobody knows the password of where there is none: an unknown user costs the same time as a wrong password. */
export const passwordFits = (passwordHash: string | null, password: string): Promise<boolean> =>
  verify(passwordHash ?? nobodys, password).then((fits) => fits && passwordHash !== null);

const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$5TO2WMxO7Yx2W6ee8TKBKg$yNzqFkQvpya7b3/ozqRK7oDqXHP2MYmqFAqs3dA2wCM";

const atOnce = 2;
const longestQueue = 200;
let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at once, or a few hundred sign-ins would take the machine away from everybody who is signed in. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= longestQueue) throw new Refusal("BUSY");
  if (running >= atOnce) await new Promise<void>((ready) => waiting.push(ready));
  else running += 1;

  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
