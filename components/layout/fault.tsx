"use client";

import { Notice } from "@/components/layout/notice";
import en from "@/lib/wording/en/fault.json";
import zhCN from "@/lib/wording/zh-CN/fault.json";

/** Our own fault: what is safe, a number to read out on the telephone, and another try. The server cannot help with words here. */
export function Fault({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const words = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : zhCN;

  return (
    <Notice
      title={words.title}
      text={words.text}
      number={error.digest && `${words.reference} ${error.digest}`}
      actions={
        <>
          <button type="button" className="button main-act" onClick={retry}>
            {words.retry}
          </button>
          <a className="button" href="/">
            {words.home}
          </a>
        </>
      }
    />
  );
}
