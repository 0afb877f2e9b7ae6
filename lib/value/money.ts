import { halfWidth } from "@/lib/value/text";

/** Money is whole fen from input to output (R60); it is never a floating-point number. */
export type Fen = bigint;

/** Invariants 5.3: 1,030.10 yuan are written `1030.10`; anything else is undefined. */
export function parseYuan(typed: string): Fen | undefined {
  return parse(typed, /^\d{1,13}(\.\d{1,2})?$/, 2);
}

/** Invariants 5.3: six decimals of ten thousand yuan are exactly fen. */
export function parseWan(typed: string): Fen | undefined {
  return parse(typed, /^\d{1,9}(\.\d{1,6})?$/, 6);
}

/** The same of hundred million yuan, with ten decimals. */
export function parseYi(typed: string): Fen | undefined {
  return parse(typed, /^\d{1,5}(\.\d{1,10})?$/, 10);
}

/** What was typed or pasted, in half width and without the commas of thousands; a comma anywhere else stays, and is no amount. */
export function withoutCommas(typed: string): string {
  const text = halfWidth(typed).trim();
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
}

function parse(typed: string, form: RegExp, decimals: number): Fen | undefined {
  const text = withoutCommas(typed);
  if (!form.test(text)) return undefined;

  const [whole, fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

export const units = ["WAN", "YUAN", "YI"] as const;
export type Unit = (typeof units)[number];

const readers = { WAN: parseWan, YUAN: parseYuan, YI: parseYi };

/** R60: what was typed in 元 (two decimals), 万元 (six) or 亿元 (ten), in fen; undefined for anything else, and for nothing. */
export function fenOf({ amount, unit }: { amount: string; unit: Unit }): Fen | undefined {
  const fen = readers[unit](amount);
  return fen === 0n ? undefined : fen;
}

/** The largest sum that is entered at once: 1,000 亿元; more is a slip of the unit. */
export const largest: Fen = 10_000_000_000_000n;

/** What would be typed for a sum in 万元, exact and without commas: 1,634,100 元 are `163.41`. */
export function typedWan(fen: Fen): string {
  const fraction = String(fen % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return fraction ? `${fen / 1_000_000n}.${fraction}` : String(fen / 1_000_000n);
}

/** In 万元 for a sheet: exact, as a plain decimal with two places at least, which only its cell shows rounded. */
export function decimalWan(fen: Fen): string {
  if (fen < 0n) return `-${decimalWan(-fen)}`;
  const fraction = String(fen % 1_000_000n).padStart(6, "0");
  return `${fen / 1_000_000n}.${fraction.replace(/0{1,4}$/, "")}`;
}

/** R60: in yuan with two decimals, exact. */
export const formatYuan = (fen: Fen): string => decimal(fen, 2);

/** R60: in ten thousand yuan with two decimals, rounded half-up only here, at display. */
export const formatWan = (fen: Fen): string => decimal(divideHalfUp(fen, 10_000n), 2);

/** In ten thousand yuan to the last fen, for whoever signs: two decimals at least, and as many more as there are. */
export function exactWan(fen: Fen): string {
  if (fen < 0n) return `-${exactWan(-fen)}`;
  const [whole = "", fraction] = decimalWan(fen).split(".");
  return `${grouped(whole)}.${fraction}`;
}

/** R60: in hundred million yuan with two decimals, rounded half-up only here, at display. */
export const formatYi = (fen: Fen): string => decimal(divideHalfUp(fen, 100_000_000n), 2);

/** In English as it is spoken of: CNY 5.14 billion, CNY 36 million, CNY 12,345.67; rounded half-up, and only beside the exact sum. */
export function spokenCny(fen: Fen): string {
  if (fen < 0n) return `-${spokenCny(-fen)}`;
  const [size, word] = fen >= 100_000_000_000n ? [1_000_000_000n, "billion"] : [1_000_000n, "million"];
  if (fen < 100_000_000n) return `CNY ${formatYuan(fen)}`;
  return `CNY ${decimal(divideHalfUp(fen, size), 2).replace(/\.?0+$/, "")} ${word}`;
}

/** R79: a part in percent with one decimal, half-up; of nothing, or of less than nothing, there is no part. */
export function percent1(numerator: bigint | number, denominator: bigint | number): string | undefined {
  if (BigInt(denominator) <= 0n) return undefined;
  return decimal(divideHalfUp(BigInt(numerator) * 1_000n, BigInt(denominator)), 1);
}

/** R85: an amount in capitals, as vouchers need it. */
export function inCapitals(fen: Fen): string {
  if (fen < 0n) return `负${inCapitals(-fen)}`;

  const [yuan, jiao, cents] = [fen / 100n, (fen / 10n) % 10n, fen % 10n];
  if (jiao === 0n && cents === 0n) return `${capitals(yuan)}元整`;

  const whole = yuan > 0n ? `${capitals(yuan)}元` : "";
  const tenths = jiao > 0n ? `${capitals(jiao)}角` : whole && "零";
  return whole + tenths + (cents > 0n ? `${capitals(cents)}分` : "");
}

const signs = [
  [100_000_000n, "亿"],
  [10_000n, "万"],
  [1_000n, "仟"],
  [100n, "佰"],
  [10n, "拾"],
] as const;

/** The largest unit is said first, the rest after it; a gap between the two is said once, as zero. */
function capitals(number: bigint): string {
  const unit = signs.find(([size]) => number >= size);
  if (!unit) return "零壹贰叁肆伍陆柒捌玖".charAt(Number(number));

  const [size, sign] = unit;
  const rest = number % size;
  const gap = rest * 10n < size ? "零" : "";
  return capitals(number / size) + sign + (rest > 0n ? gap + capitals(rest) : "");
}

/** Half-up by size, so that a reversal always shows the opposite of its original. */
function divideHalfUp(number: bigint, by: bigint): bigint {
  return number < 0n ? -divideHalfUp(-number, by) : (number * 2n + by) / (by * 2n);
}

/** Places the point and the commas in a whole number of hundredths or tenths. */
function decimal(number: bigint, decimals: number): string {
  if (number < 0n) return `-${decimal(-number, decimals)}`;

  const digits = String(number).padStart(decimals + 1, "0");
  return `${grouped(digits.slice(0, -decimals))}.${digits.slice(-decimals)}`;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");
