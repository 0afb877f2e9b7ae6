"use client";

import { CheckField } from "@/components/ui/form/choice-field";
import { hintsOf } from "@/components/ui/form/error-box";
import { useAnswer } from "@/components/ui/form/form";
import type { RoomLack } from "@/lib/lesson/queries/fitting";
import { type Sentence, say } from "@/lib/wording/sentence";

type Words = Record<"lead" | "tick" | "lackIn" | "room" | "or" | "between", Sentence>;

/** U08: what the classroom lacks for the practice in it, and the tick that says somebody did look. */
export function RoomTick({ words }: { words: Words }) {
  const lacks = hintsOf(useAnswer())?.lists.ROOM_LACKS as RoomLack[] | undefined;
  if (!lacks) return null;

  const lackOf = ({ kinds, equipment }: RoomLack) =>
    [...(kinds.length > 0 ? [say(words.room, { kinds: kinds.join(say(words.or)) })] : []), ...equipment].join(
      say(words.between),
    );
  return (
    <div className="banner warn" data-warnings="ROOM_LACKS">
      <p>{say(words.lead)}</p>
      <ul className="bullets">
        {lacks.map((one) => (
          <li key={one.number}>{say(words.lackIn, { room: one.room, lack: lackOf(one) })}</li>
        ))}
      </ul>
      <CheckField name="accepted" label={say(words.tick)} value="ROOM_LACKS" ofList />
    </div>
  );
}
