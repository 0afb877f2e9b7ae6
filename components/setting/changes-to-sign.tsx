import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { Change } from "@/lib/setting/queries";
import { getTranslations } from "@/lib/wording/translations";
import { effectOf } from "./rate-effect";
import { settingWords } from "./words";

/** R24, R61: changes of figures that wait for this person's signature, with their effect; nothing when none does. */
export async function ChangesToSign({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null;

  const [t, words] = await Promise.all([getTranslations("setting"), settingWords()]);
  const effects = await Promise.all(changes.map(effectOf));
  return (
    <Sheet title={t("toSign", { count: changes.length })}>
      <ul className="todo">
        {changes.map(({ id, key, previous, value, unit, validFrom, proposer }, n) => (
          <li key={id}>
            <div>
              <Link href={`/admin/parameters/${key}`}>{words.name(key)}</Link>
              <p>
                {t("toSignText", {
                  from: words.value(previous, unit),
                  to: words.value(value, unit),
                  day: validFrom,
                  name: proposer ?? t("unknown"),
                })}
              </p>
              {effects[n] && <p>{effects[n]}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
