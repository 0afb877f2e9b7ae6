import type { Role } from "@/prisma/generated/enums";

/** R101: the three of whom nobody holds two (I34), who are signed in at one place only and bring a second factor (R100). */
export const administrators: Role[] = ["SYS_ADMIN", "SEC_ADMIN", "AUDITOR"];

/** R100. */
export const leastPassword = 10;

/** How long a one-time link to set a password is good for. */
export const setUpHours = 72;

export type AccountState = "DISABLED" | "LOCKED" | "WAITING" | "ACTIVE";

/** What an account is at this moment; a lock ends by itself. */
export function stateOf(
  account: { disabledAt: Date | null; lockedUntil: Date | null; hasPassword: boolean },
  now: Date,
): AccountState {
  if (account.disabledAt) return "DISABLED";
  if (account.lockedUntil && account.lockedUntil > now) return "LOCKED";
  return account.hasPassword ? "ACTIVE" : "WAITING";
}

/** R100: among the passwords everybody tries first, also with something before or behind them. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replace(/[\s._!@#$%^&*-]/g, "");
  if (/^(.{1,5})\1+$/u.test(plain) || isRun(plain)) return true;
  return common.some(
    (word) => plain === word || (plain.startsWith(word) && /^\d{0,4}$/.test(plain.slice(word.length))),
  );
}

/** R100: a password that is the user name, or hardly more, protects nothing, whatever signs stand in one of the two and not in the other. */
export function resemblesUsername(password: string, username: string): boolean {
  const [plain, name] = [password, username].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, "")) as [
    string,
    string,
  ];
  return name.length > 0 && plain.includes(name) && plain.replaceAll(name, "").length < 4;
}

/** 1234567890, abcdefghij, 0987654321: each character next to the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  return (
    steps.length > 5 &&
    (steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9))
  );
}

/** The usual first guesses, with the habits of Chinese keyboards: 5201314 sounds like "I love you for ever", woaini says it. */
const common =
  `password passw0rd p@ssw0rd pa55word pssw0rd qwertyuiop qwerty12345 qwerty123 qwertyui qwer1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 1qazxsw2
  qazwsx qazwsxedc qwerasdf asdfghjkl asdf1234 zxcvbnm zxcvbnm123 zaq12wsx q1w2e3r4 q1w2e3r4t5 a1b2c3d4 a1s2d3f4 abc123456 abcd1234 abcde12345 abc12345
  aa123456 aaa123456 aa12345678 a123456789 a12345678 a1234567890 qq123456 qq123456789 qq5201314 q123456789 w123456789 z123456789 zz123456 asd123456 qwe123456 qwe123123
  123456789 1234567890 123456789a 123456789q 1234567890a 12345678910 0123456789 9876543210 0987654321 1233211234567 123123123 123321123321 1122334455 112233445566
  1111111111 0000000000 8888888888 6666666666 147258369 147258369a 1472583690 789456123 7894561230 741852963 159357456 13145200000 1314520520 5201314 5201314520
  520131400 1314520 15201314 woaini woaini1314 woaini520 woaini5201314 woaiwojia woaizhongguo wodemima nihao nihaoma mima123456 mimamima admin admin123456 admin888 administrator
  root123456 root toor welcome welcome123 letmein letmein123 changeme changemenow iloveyou iloveyou1314 sunshine football baseball superman dragon monkey michael computer internet
  zhongguo zhongguo123 beijing beijing2008 chengdu chengdu123 sichuan sichuan123 ganzi derong derong123 qingyang qingyang123 shixunjidi peixun peixun123 jiuye renshe
  test123456 test1234567 guest123456 default123 user123456 system123456 portal portal123 huawei huawei123 taobao123 alibaba123 tencent123 weixin123 wechat123 baidu123 qwertyqwerty`.split(
    /\s+/,
  );
