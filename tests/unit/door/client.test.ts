import { expect, test } from "vitest";
import { clientOf, proxiesIn } from "@/lib/value/client-address";

const none = proxiesIn("");
const front = proxiesIn("10.0.0.2, 172.30.0.0/24, fd00::/8");

test("invariants 7: without a configured proxy the connection tells, whatever the head says", () => {
  expect(clientOf("192.0.2.7", "198.51.100.1", none)).toBe("192.0.2.7");
  expect(clientOf("::ffff:192.0.2.7", "198.51.100.1, 10.0.0.2", front)).toBe("192.0.2.7");
});

test("invariants 7: a configured proxy is believed, and of several hops the last one that is none", () => {
  expect(clientOf("10.0.0.2", "198.51.100.1", front)).toBe("198.51.100.1");
  expect(clientOf("::ffff:172.30.0.9", "203.0.113.9, 198.51.100.1, 10.0.0.2", front)).toBe("198.51.100.1");
  expect(clientOf("fd00::1", "2001:db8::7", front)).toBe("2001:db8::7");
});

test("invariants 7: what is no address is not kept, and nothing is longer than an address", () => {
  for (const story of ["扎西", "x".repeat(9_000), "198.51.100.1'; --", "", `${"1.2.3.4,".repeat(2_000)}nobody`])
    expect(clientOf("10.0.0.2", story, front)).toBe("10.0.0.2");
  expect(clientOf(undefined, undefined, front)).toBe("unknown");
});

test.each(["10.0.0.300", "portal.example.cn", "10.0.0.0/33", "10.0.0.0/x"])(
  "a proxy %s is told at the start",
  (text) => {
    expect(() => proxiesIn(text)).toThrow();
  },
);
