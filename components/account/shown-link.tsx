"use client";

import { useAnswer } from "@/components/ui/form/form";

type Words = { lead: string; label: string; note: string; record: string; over: string };

/** The one-time link of this one answer; the portal keeps its hash only and cannot show it again. */
export function ShownLink({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "done") return null;

  const { link, accountId } = (answer.value ?? {}) as { link?: string; accountId?: string };
  if (!link)
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
        <code className="breaks-anywhere" data-link>
          {link}
        </code>
      </p>
      <p>
        <a href={`/admin/accounts/${accountId}`}>{words.record}</a>
      </p>
    </div>
  );
}
