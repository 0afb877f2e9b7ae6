import { expect, test } from "vitest";
import { roles } from "@/lib/auth/permissions";
import {
  firstYearOf,
  isLater,
  percentOf,
  readSetting,
  signatureBy,
  signaturesOf,
  signsFigures,
  waitsFor,
} from "@/lib/setting/rules";
import { day } from "@/lib/value/calendar";
import { locales, messagesIn } from "@/lib/wording/messages";
import type { Role } from "@/prisma/generated/enums";

test.each([
  ["0.6", "BASIS_POINTS", 60],
  ["0.5%", "BASIS_POINTS", 50],
  ["０．６", "BASIS_POINTS", 60],
  ["6", "BASIS_POINTS", 600],
  ["0.005", "BASIS_POINTS", undefined],
  ["97", "PERCENT", 97],
  ["97 %", "PERCENT", 97],
  ["0.6", "PERCENT", undefined],
  ["", "PEOPLE", undefined],
])("R61: %s typed as %s is %s", (typed, unit, value) => {
  expect(readSetting(typed, unit)).toBe(value);
});

test("R61: a rate applies to the first year that begins with it", () => {
  expect([firstYearOf(day("2019-01-01")), firstYearOf(day("2018-10-01"))]).toEqual([2019, 2019]);
});

test("R24, R111: training asks for base and county, money for the leader of the aid office, a year's capacity for the county", () => {
  const signers = (domain: keyof typeof signaturesOf) =>
    Object.fromEntries(roles.map((role) => [role, signatureBy(role, domain)]).filter(([, line]) => line));

  expect(signers("TRAINING")).toEqual({ BASE_DIRECTOR: "directorId", COUNTY_REVIEWER: "reviewerId" });
  expect(signers("MONEY")).toEqual({ AID_LEADER: "leaderId" });
  expect(signers("CAPACITY")).toEqual({ COUNTY_REVIEWER: "reviewerId" });
});

test("R24: each line that a figure asks for has a role that signs on it, or it would never be in force", () => {
  for (const [domain, lines] of Object.entries(signaturesOf))
    expect(roles.flatMap((role) => signatureBy(role, domain as keyof typeof signaturesOf) ?? []).sort()).toEqual(
      [...lines].sort(),
    );
});

test("R61: a rate is read in percent as it was typed", () => {
  expect([percentOf(50), percentOf(60), percentOf(105)]).toEqual(["0.5", "0.6", "1.05"]);
  expect(readSetting(percentOf(105), "BASIS_POINTS")).toBe(105);
});

test("R111: a change waits for the offices that sign such figures, until they have, and never for its proposer", () => {
  const rate = { domain: "MONEY", createdById: "a", director: null, reviewer: null, leader: null } as const;
  const seats = { ...rate, domain: "TRAINING", director: "罗绒" } as const;

  expect(waitsFor({ id: "b", role: "AID_LEADER" }, rate)).toBe(true);
  expect(waitsFor({ id: "a", role: "AID_LEADER" }, rate)).toBe(false);
  expect(waitsFor({ id: "b", role: "AID_LEADER" }, { ...rate, leader: "达瓦" })).toBe(false);
  expect(waitsFor({ id: "b", role: "AID_LEADER" }, seats)).toBe(false);
  expect(waitsFor({ id: "b", role: "BASE_DIRECTOR" }, seats)).toBe(false);
  expect(waitsFor({ id: "b", role: "COUNTY_REVIEWER" }, seats)).toBe(true);
});

test("R111: three roles sign figures of some domain, and no other", () => {
  expect(["BASE_DIRECTOR", "COUNTY_REVIEWER", "AID_LEADER"].every((role) => signsFigures(role as Role))).toBe(true);
  expect(
    ["BASE_STAFF", "AID_OFFICER", "SYS_ADMIN", "SEC_ADMIN", "AUDITOR"].some((role) => signsFigures(role as Role)),
  ).toBe(false);
});

test("what a figure rests on is said to be later than the day of the portal, in every language alike", () => {
  const later = (on: string) =>
    locales().map((one) =>
      Object.entries(messagesIn(one).setting.grounds).flatMap(([key, ground]) =>
        isLater(ground, day(on)) ? [key] : [],
      ),
    );
  const young = [
    ...["seats_entrepreneurship", "fewest_trainees", "filing_working_days", "subsidised_skill_a_year", "least_age"],
    ...["guardian_below_age", "periods_a_day_warning", "period_minutes"],
  ];

  expect(later("2018-08-22")).toEqual(locales().map(() => young));
  expect(later("2018-08-23")).toEqual(locales().map(() => young.filter((key) => key !== "fewest_trainees")));
  expect(later("2026-01-01")).toEqual(locales().map(() => []));
});
