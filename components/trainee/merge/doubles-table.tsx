import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { Link } from "@/components/ui/link";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { tellApart } from "@/lib/trainee/actions";
import type { Double } from "@/lib/trainee/queries/doubles";
import { getTranslations } from "@/lib/wording/translations";

/** R5: pairs that may be one person, with what they share; one press tells them apart, the other leads to the merge. */
export async function DoublesTable({ doubles }: { doubles: Double[] }) {
  const t = await getTranslations("trainee.doubles");
  if (doubles.length === 0) return <Empty lead={t("none")} text={t("noneText")} />;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.one")}</th>
          <th scope="col">{t("columns.other")}</th>
          <th scope="col">{t("columns.shared")}</th>
          <th scope="col">{t("columns.act")}</th>
        </tr>
      </thead>
      <tbody>
        {doubles.map((double) => (
          <tr key={`${double.one.id} ${double.other.id}`}>
            <th scope="row" className="card-name">
              <Person person={double.one} />
            </th>
            <td>
              <Person person={double.other} />
            </td>
            <td className="small">
              <Shared double={double} />
            </td>
            <td>
              <Acts double={double} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function Person({ person }: { person: Double["one"] }) {
  const [t, trainee] = await Promise.all([getTranslations("trainee.doubles"), getTranslations("trainee")]);
  const who = { sex: trainee(`sex.${person.sex}`), day: person.birthDay, lastFour: person.lastFour };
  return (
    <>
      <Link href={`/trainees/${person.id}`}>{person.name}</Link>
      <p className="small muted">{t("who", { ...who, township: person.township, village: person.village })}</p>
    </>
  );
}

async function Shared({ double: { one, other, samePhone } }: { double: Double }) {
  const t = await getTranslations("trainee.doubles.shared");
  const shared = {
    name: one.name === other.name,
    birth: one.birthDay === other.birthDay,
    village: one.village === other.village && one.township === other.township,
    phone: samePhone,
  };
  const names = ["name", "birth", "village", "phone"] as const;
  return names
    .filter((name) => shared[name])
    .map((name) => t(name))
    .join(t("between"));
}

async function Acts({ double: { one, other, isOpen } }: { double: Double }) {
  const t = await getTranslations("trainee.doubles");
  const path = `/trainees/${one.id}/merge?with=${other.id}`;
  if (isOpen) {
    return (
      <Link href={path}>
        <Badge kind="warn">{t("open")}</Badge>
      </Link>
    );
  }
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ButtonLink href={path} tight>
        {t("compare")}
      </ButtonLink>
      <Form action={tellApart} id={`apart-${one.id}-${other.id}`} submissionKey={newSubmissionKey()}>
        <input type="hidden" name="keptId" value={one.id} />
        <input type="hidden" name="mergedId" value={other.id} />
        <Submit tight>{t("apart")}</Submit>
      </Form>
    </div>
  );
}
