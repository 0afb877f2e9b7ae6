import { expect, test } from "vitest";
import { hottest } from "@/scripts/bench/profile/hottest.mjs";
import { fileOf, functionOf } from "@/scripts/bench/profile/places.mjs";

const frame = (functionName: string) => ({ functionName, url: "", lineNumber: 0, columnNumber: 0 });
const profile = {
  nodes: ["(idle)", "render", "parse", "start"].map((name, id) => ({ id, callFrame: frame(name) })),
  startTime: 100,
  samples: [3, 1, 0, 2, 1],
  timeDeltas: [10, 10, 30, 10, 30],
};

test("a place has the share of the work done in the span, the idle time left out", () => {
  const found = hottest(profile, { from: 115, to: 200 }, ({ functionName }) => functionName);

  expect(found).toEqual([
    { place: "render", share: 0.5 },
    { place: "parse", share: 0.5 },
  ]);
});

test("what happened before the span is left out as well, and no more than was asked is told", () => {
  const all = hottest(profile, { from: 0, to: 200 }, ({ functionName }) => functionName);
  expect(all.map(({ place }) => place)).toEqual(["render", "parse", "start"]);
  expect(hottest(profile, { from: 0, to: 200 }, () => "one", 1)).toEqual([{ place: "one", share: 1 }]);
});

test("a place without a map is named by its file, what has no file by what it is", () => {
  const at = (url: string, functionName = "") => ({ ...frame(functionName), url });

  expect(fileOf(at("file:///srv/portal/node_modules/pg/lib/client.js"))).toBe("node_modules/pg/lib/client.js");
  expect(functionOf(at("node:zlib", "write"))).toBe("node:zlib write");
  expect(functionOf(at("", "(garbage collector)"))).toBe("(garbage collector)");
  expect(fileOf(at("", "map"))).toBe("(built in)");
});
