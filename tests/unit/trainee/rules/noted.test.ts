import { expect, test } from "vitest";
import { differences, noted } from "@/lib/trainee/rules/noted";

const person = {
  name: "扎西降措",
  phone: "13812345678",
  villageContact: "村委会央金",
  villageCode: "513338101201",
  ethnicity: "04",
  category: "TP",
  otherCategories: [],
  registeredPoor: true,
  pensionInsured: false,
  guardianName: "白玛曲珍",
  guardianPhone: "13712348765",
  note: "对花生过敏",
};

test("I29: what the audit keeps of a person tells nobody the names, numbers and remarks", () => {
  const kept = JSON.stringify(noted(person));

  for (const secret of ["扎西", "13812345678", "央金", "白玛", "13712348765", "花生"])
    expect(kept).not.toContain(secret);
  expect(noted(person)).toMatchObject({ name: "扎**", phone: "138****5678", note: "*", category: "TP" });
});

test("I29: only what changed is noted, with both values, even where the mask makes them look alike", () => {
  expect(differences(person, { ...person, phone: "13900000001", education: "70" })).toEqual({
    before: { phone: "138****5678", education: "" },
    after: { phone: "139****0001", education: "70" },
  });
  expect(differences(person, { ...person, name: "扎西次仁" })).toEqual({
    before: { name: "扎**" },
    after: { name: "扎**" },
  });
  expect(differences(person, { ...person, nameTibetan: null, education: undefined })).toEqual({
    before: {},
    after: {},
  });
});
