"use client";

import { Notice } from "@/components/layout/notice";
import { faultIn } from "@/lib/wording/faults";

/** The refusals a page can meet without a form; an error's digest is all that reaches the browser. */
const foreseen = ["UNAVAILABLE", "BUSY"];

/**
 * Our own fault: what is safe, a number to read out on the telephone, and another try; a database that does not answer is none, and is
 * said as such. The server cannot help with words here.
 */
export function Fault({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const words = faultIn(typeof document === "undefined" ? "" : document.documentElement.lang);
  const refusal = foreseen.find((name) => name === error.digest);
  const { title, text } = refusal ? words.unavailable : words;

  return (
    <Notice
      title={title}
      text={text}
      refusal={refusal}
      number={!refusal && error.digest && `${words.reference} ${error.digest}`}
      actions={
        <>
          <button type="button" className="button primary" onClick={retry}>
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
