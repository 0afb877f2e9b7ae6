import { expect, test } from "vitest";
import { isCommonPassword, resemblesUsername } from "@/lib/account/rules";
import { newPassword, username } from "@/lib/account/schema";

test.each([
  "1234567890",
  "0987654321",
  "password123",
  "Qwertyuiop",
  "woaini1314",
  "WoAiNi520",
  "aaaaaaaaaa",
  "abcabcabcabc",
  "123123123123",
  "5201314520",
  "derong2018",
  "qq123456789",
  "P@ssw0rd2018",
  "abcdefghij",
])("R100: %s is among the passwords everybody tries first", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(["portal-demo-2018", "三只羊在松麦吃草呢真好", "blue horse over walnut", "Tz7#kQ2m-w"])(
  "R100: %s is not",
  (password) => {
    expect(isCommonPassword(password)).toBe(false);
  },
);

test("R100: ten characters are enough, nine are not, and no space is cut off", () => {
  expect(newPassword.safeParse("Tz7#kQ2m-w").success).toBe(true);
  expect(newPassword.safeParse("Tz7#kQ2m-").error?.issues[0]).toMatchObject({
    message: "passwordShort",
    params: { least: 10 },
  });
  expect(newPassword.parse(" Tz7#kQ2m- ")).toBe(" Tz7#kQ2m- ");
  expect(newPassword.safeParse("1234567890").error?.issues[0]?.message).toBe("passwordCommon");
});

test("R100: a password may not be the user name with a little more", () => {
  expect(resemblesUsername("yangjin123", "yangjin")).toBe(true);
  expect(resemblesUsername("YangjinYangjin", "yangjin")).toBe(true);
  expect(resemblesUsername("yangjin rides a blue horse", "yangjin")).toBe(false);
  expect(resemblesUsername("blue horse over walnut", "yangjin")).toBe(false);
});

test.each([
  ["aid.office1", "aidoffice1"],
  ["aid.office1", "Aid-Office_1."],
  ["zhang_san-01", "zhangsan01!!"],
  ["yangjin", "y.a.n.g.j.i.n.7"],
])("R100: the user name %s without its signs, or with others, is no password: %s", (name, password) => {
  expect(resemblesUsername(password, name)).toBe(true);
});

test("a user name is taken as people type it", () => {
  expect(username.parse(" YangJin ")).toBe("yangjin");
  expect(username.safeParse("央金").success).toBe(false);
});
