import { expect, test } from "vitest";
import { fits, lackOf, type Need } from "@/lib/classroom/rules";

const kitchen = { kind: "COOKING", equipment: ["PROJECTOR", "STOVE"] };
const cooking: Need = { kinds: ["COOKING"], equipment: ["STOVE"] };
const hotel: Need = { kinds: ["GUEST_ROOM", "DINING"], equipment: [] };

test.each([
  ["what it has is not missing", [cooking], [], []],
  ["nothing needed is nothing missing", [], [], []],
  ["a course that names no kind takes any", [{ kinds: [], equipment: ["STOVE"] }], [], []],
  ["one of several kinds would do, so all are named", [hotel], ["GUEST_ROOM", "DINING"], []],
  ["one of the kinds does", [{ kinds: ["DINING", "COOKING"], equipment: [] }], [], []],
  ["each piece is needed", [{ kinds: ["COOKING"], equipment: ["STOVE", "OVEN", "SCALE"] }], [], ["OVEN", "SCALE"]],
  ["in a joint lesson each course finds its own", [cooking, hotel], ["GUEST_ROOM", "DINING"], []],
  ["what two courses miss is said once", [hotel, hotel], ["GUEST_ROOM", "DINING"], []],
] satisfies [string, Need[], string[], string[]][])("%s", (_, needs, kinds, equipment) => {
  expect(lackOf(kitchen, needs)).toEqual({ kinds, equipment });
  expect(fits(kitchen, needs)).toBe(kinds.length + equipment.length === 0);
});
