import type { ReactNode } from "react";

type Props = {
  words: { lead: string; note: string; over: string };
  /** What this one answer brought; a form sent again brings nothing. */
  text: string | undefined;
  children?: ReactNode;
};

/** A secret that a form shows this one time: the portal keeps its hash only and cannot show it again. */
export function ShownOnce({ words, text, children }: Props) {
  if (!text)
    return (
      <p className="banner info" role="status">
        {words.over}
      </p>
    );
  return (
    <div className="banner ok" role="status">
      <p>
        <strong>{words.lead}</strong> {words.note}
      </p>
      <p>
        <code className="breaks-anywhere" data-shown-once>
          {text}
        </code>
      </p>
      {children}
    </div>
  );
}
