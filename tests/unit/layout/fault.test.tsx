import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Fault } from "@/components/layout/fault";
import zhCN from "@/lib/wording/zh-CN/fault.json";

const page = (digest: string) =>
  renderToStaticMarkup(<Fault error={Object.assign(new Error(), { digest })} retry={() => {}} />);

test("invariants 6: where the database does not answer the page says so, without a number, and offers another try", () => {
  const said = page("UNAVAILABLE");

  expect(said).toContain(zhCN.unavailable.text);
  expect(said).toContain('data-refusal="UNAVAILABLE"');
  expect(said).toContain(zhCN.retry);
  expect(said).not.toContain(zhCN.reference);
});

test("invariants 6: a fault of ours has its number", () => {
  const said = page("1834771529");

  expect(said).toContain(zhCN.text);
  expect(said).toContain(`${zhCN.reference} 1834771529`);
  expect(said).not.toContain("data-refusal");
});
