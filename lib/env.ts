import { z } from "zod";
import { proxiesIn } from "@/lib/value/client-address";

export type Env = ReturnType<typeof readEnv>;

let known: Env | undefined;

/** What the surroundings tell us, read once; the only reader of the environment in app and lib. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** Invariants 5.9: a missing or doubtful value stops the start; the message names the variable, never the value. */
export function readEnv(variables: Record<string, string | undefined>) {
  const read = shape.safeParse(variables);
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("\n"));
  }
  const production = read.data.NODE_ENV === "production";
  if (production) refusePlaceholders(read.data);

  return {
    production,
    databaseUrl: read.data.DATABASE_URL,
    dataKey: read.data.PORTAL_DATA_KEY,
    signInSecret: read.data.NEXTAUTH_SECRET,
    address: read.data.NEXTAUTH_URL,
    instance: read.data.PORTAL_INSTANCE,
    durability: read.data.PORTAL_DURABILITY,
    version: read.data.PORTAL_VERSION,
    proxies: read.data.PORTAL_PROXIES,
  };
}

const needed = (example: string) => z.string({ error: `is missing: set it to ${example}` });

const secret = needed("a random text of 32 characters or more");

const shape = z.object({
  NODE_ENV: z
    .enum(["development", "test", "production"], "must be production, development or test")
    .default("development"),
  DATABASE_URL: needed("postgresql://user:password@host:5432/database").regex(
    /^postgres(ql)?:\/\/./,
    "must begin with postgresql://",
  ),
  PORTAL_DATA_KEY: needed("32 random bytes in base64url")
    .regex(/^[\w-]{43}=?$/, "must be 32 random bytes in base64url, 43 characters")
    .transform((text) => Buffer.from(text, "base64url")),
  NEXTAUTH_SECRET: secret.min(32, "must be 32 characters or more"),
  NEXTAUTH_URL: needed("the address people type, such as https://portal.example.cn").regex(
    /^https?:\/\/[^\s/]+(\/\S*)?$/,
    "must be an address that begins with http:// or https://",
  ),
  PORTAL_INSTANCE: z.string().default(""),
  PORTAL_DURABILITY: z
    .enum(["required", "test"], "must be required, or test for a throw-away database")
    .default("required"),
  PORTAL_VERSION: z.string().default(""),
  PORTAL_PROXIES: z
    .string()
    .default("")
    .refine(arePlaces, "must be addresses or networks, such as 10.0.0.2 or 172.30.0.0/24")
    .transform(proxiesIn),
});

function arePlaces(text: string): boolean {
  try {
    return Boolean(proxiesIn(text));
  } catch {
    return false;
  }
}

/** A key that everybody can guess protects nothing, however long it is. */
function refusePlaceholders({ NEXTAUTH_SECRET, PORTAL_DATA_KEY }: z.output<typeof shape>): void {
  const guessable = /change.?me|placeholder|secret|password|development|example|insecure|default/i;
  if (guessable.test(NEXTAUTH_SECRET) || new Set(NEXTAUTH_SECRET).size < 10) {
    throw new Error("NEXTAUTH_SECRET is a placeholder: set it to a random text of 32 characters or more");
  }
  if (guessable.test(PORTAL_DATA_KEY.toString("base64url")) || new Set(PORTAL_DATA_KEY).size < 10) {
    throw new Error("PORTAL_DATA_KEY is a placeholder: set it to 32 random bytes in base64url");
  }
}
