"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";

/** How long before the end somebody is told. */
const warned = 120;

/**
 * Says two minutes before a sign-in ends that it will, and lets it go on with one press; afterwards how to sign in again without losing
 * what was typed. The server is asked, since another tab may have used the sign-in meanwhile.
 */
export function SignInEnd({ idleSeconds }: { idleSeconds: number }) {
  const wording = useWording();
  const path = usePathname();
  const [found, setFound] = useState({ left: idleSeconds });
  const { left } = found;

  // A page that was just opened is a use of the sign-in.
  useEffect(() => {
    if (path) setFound({ left: idleSeconds });
  }, [path, idleSeconds]);

  useEffect(() => {
    if (found.left === 0) return;
    // Inside the two minutes the end itself is waited for.
    const wait = found.left > warned ? found.left - warned : found.left;
    const timer = setTimeout(() => ask("").then(setFound), wait * 1_000);
    return () => clearTimeout(timer);
  }, [found]);

  if (left > warned) return null;
  return (
    <div className="banner warn offline" role="alert">
      {left > 0 ? (
        <>
          {say(wording.endsSoon)}{" "}
          <button type="button" className="button small" onClick={() => ask("?stay").then(setFound)}>
            {say(wording.stay)}
          </button>
        </>
      ) : (
        <>
          {say(wording.ended)}{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            {say(wording.signInAgain)}
          </a>
        </>
      )}
    </div>
  );
}

/** The seconds that are left, in an object of its own, so that the same answer is waited for again; where nobody answers, half a minute. */
async function ask(how: string): Promise<{ left: number }> {
  try {
    const answer = await fetch(`/sign-in/left${how}`, { cache: "no-store" });
    return answer.ok ? await answer.json() : { left: warned + 30 };
  } catch {
    return { left: warned + 30 };
  }
}
