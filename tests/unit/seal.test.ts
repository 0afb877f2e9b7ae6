import { beforeAll, expect, test, vi } from "vitest";
import { keyedHash, seal, unseal } from "@/lib/database/seal";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://portal_app@127.0.0.1/portal");
  vi.stubEnv("PORTAL_DATA_KEY", Buffer.alloc(32, "portal").toString("base64url"));
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz");
  vi.stubEnv("NEXTAUTH_URL", "http://127.0.0.1:3000");
});

const idNumber = "513338199006159987";

test("I31: what is sealed for a row opens for that row and shows nothing", () => {
  const sealed = seal("trainees", "id_number", "row-1", idNumber);

  expect(sealed).not.toContain(idNumber);
  expect(unseal("trainees", "id_number", "row-1", sealed)).toBe(idNumber);
  expect(seal("trainees", "id_number", "row-1", idNumber)).not.toBe(sealed);
});

test("I31: a sealed text does not open for another table, column or row", () => {
  const sealed = seal("trainees", "id_number", "row-1", idNumber);

  expect(() => unseal("accounts", "id_number", "row-1", sealed)).toThrow();
  expect(() => unseal("trainees", "phone", "row-1", sealed)).toThrow();
  expect(() => unseal("trainees", "id_number", "row-2", sealed)).toThrow();
  expect(() => unseal("trainees", "id_numberrow", "-1", sealed)).toThrow();
});

test("I31: an altered or cut text does not open", () => {
  const sealed = seal("trainees", "id_number", "row-1", idNumber);
  const altered = sealed.slice(0, 20) + (sealed[20] === "A" ? "B" : "A") + sealed.slice(21);

  for (const wrong of [altered, sealed.slice(0, 40), sealed.slice(0, -4), sealed.slice(2), "", idNumber]) {
    expect(() => unseal("trainees", "id_number", "row-1", wrong)).toThrow();
  }
});

test("I18: the keyed hash is the same for the same number and purpose only", () => {
  expect(keyedHash("id_number", idNumber)).toMatch(/^[\w-]{43}$/);
  expect(keyedHash("id_number", idNumber)).toBe(keyedHash("id_number", idNumber));
  expect(keyedHash("phone", idNumber)).not.toBe(keyedHash("id_number", idNumber));
  expect(keyedHash("id_number", "513338198802039973")).not.toBe(keyedHash("id_number", idNumber));
});
