"use client";

import { useAnswer } from "@/components/ui/form/form";
import { type Sentence, say } from "@/lib/wording/sentence";

type Lesson = { id: string; said: string };

/** Every lesson that keeps a leave from being noted, each leading to its page. */
export function LessonsOnLeave({ lead }: { lead: Sentence }) {
  const answer = useAnswer();
  const lessons = answer.state === "refused" ? (answer.lists.lessons as Lesson[] | undefined) : undefined;
  if (!lessons) return null;

  return (
    <>
      <p>{say(lead)}</p>
      <ul>
        {lessons.map(({ id, said }) => (
          <li key={id}>
            <a href={`/schedule/lessons/${id}`}>{said}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
