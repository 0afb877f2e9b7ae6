import { randomBytes } from "node:crypto";

let lastMoment = 0;
let counter = 0;

/** A new UUIDv7: ids sort in the order they were made in this process, also when the clock goes back. */
export function newId(): string {
  takeTurn(Date.now());

  const random = randomBytes(8);
  const moment = lastMoment.toString(16).padStart(12, "0");
  const turn = counter.toString(16).padStart(3, "0");
  const variant = (0x80 | ((random[0] as number) & 0x3f)).toString(16);
  const tail = variant + random.toString("hex", 1);
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${turn}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** 4,096 ids share a millisecond; the next one borrows from the millisecond to come. */
function takeTurn(now: number): void {
  if (now <= lastMoment && counter < 0xfff) {
    counter += 1;
    return;
  }
  lastMoment = Math.max(now, lastMoment + 1);
  counter = 0;
}
