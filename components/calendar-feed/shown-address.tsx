"use client";

import { useAnswer } from "@/components/ui/form/form";

type Words = { lead: string; note: string; over: string };

/** The address of this one answer; the portal keeps the hash of its secret only and cannot show it again. */
export function ShownAddress({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "done") return null;

  const { address } = (answer.value ?? {}) as { address?: string };
  if (!address)
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
        <code className="breaks-anywhere" data-address>
          {address}
        </code>
      </p>
    </div>
  );
}
