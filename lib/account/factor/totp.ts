import { Secret, TOTP } from "otpauth";

/** RFC 6238 as the common apps do it: 6 digits, 30 seconds, and one step of a clock that goes wrong either way. */
const form = { algorithm: "SHA1", digits: 6, period: 30 } as const;
const driftSteps = 1;

/** 160 random bits in base32, as the person types it where no camera is. */
export const newFactorSecret = (): string => new Secret({ size: 20 }).base32;

/** The same length out of bytes that are random enough already. */
export const secretOf = (bytes: Uint8Array): string =>
  new Secret({ buffer: Uint8Array.from(bytes).slice(0, 20).buffer }).base32;

/** The step a code was made for, or undefined when it was made with another secret or at another time; no step is taken twice. */
export function stepOfCode(secret: string, code: string, now: number): bigint | undefined {
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) });
  const drift = totp.validate({ token: code, timestamp: now, window: driftSteps });
  return drift === null ? undefined : BigInt(Math.floor(now / 1_000 / form.period) + drift);
}

/** What an app reads off the screen. */
export const factorAddress = (secret: string, issuer: string, label: string): string =>
  new TOTP({ ...form, secret: Secret.fromBase32(secret), issuer, label }).toString();
