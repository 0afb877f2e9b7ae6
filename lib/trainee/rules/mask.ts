/** R91: the first three and the last four of an ID number; the length stays, so that a mistyped one is recognised. */
export const maskIdNumber = (idNumber: string): string => mask(idNumber);

/** R91: the first three and the last four of a telephone number. */
export const maskPhone = (phone: string): string => mask(phone);

/** R91: on public lists a person is the first character of the name and two stars, whatever the length. */
export function publicName(name: string): string {
  const [first] = new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(name.trim());
  return `${first?.segment ?? ""}**`;
}

/** What is too short to lose its middle is hidden whole. */
function mask(text: string): string {
  if (text.length < 10) return "*".repeat(text.length);
  return text.slice(0, 3) + "*".repeat(text.length - 7) + text.slice(-4);
}
