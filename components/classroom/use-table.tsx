import { codeWords } from "@/lib/code/queries/words";
import type { Use } from "@/lib/lesson/queries/use";
import type { Minutes } from "@/lib/lesson/rules/use";
import { cellsOfUse, columnsOfUse } from "@/lib/report/sheet/use-cells";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

const columns = Object.keys(columnsOfUse) as (keyof typeof columnsOfUse)[];

/** Each classroom column for column as the report gives it, the sum below, and what each column counts. */
export async function UseTable({ use: { uses, total } }: { use: Use }) {
  const [t, words, kindOf] = await Promise.all([
    getTranslations("lesson.use"),
    lookUp("report"),
    codeWords("CLASSROOM_KIND"),
  ]);
  const column = (name: string) => words(`kinds.classroom-use.columns.${name}`);

  return (
    <>
      <div className="table-wrap">
        <table className="table cards">
          <caption className="sr-only">{t("table")}</caption>
          <thead>
            <tr>
              <th scope="col">{column("classroom")}</th>
              <th scope="col">{column("kind")}</th>
              {columns.map((name) => (
                <th scope="col" className="num" key={name}>
                  {column(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {uses.map(({ room, minutes }) => (
              <tr key={room.number}>
                <th scope="row" className="card-name">
                  <a href={`/classrooms/${room.number}`}>
                    {room.label} {room.name}
                  </a>
                </th>
                <td className="card-below">{kindOf(room.kind)}</td>
                <Cells minutes={minutes} label={column} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="card-name" colSpan={2}>
                {t("total")}
              </th>
              <Cells minutes={total.minutes} label={column} />
            </tr>
          </tfoot>
        </table>
      </div>
      <details className="more">
        <summary>{t("definitions")}</summary>
        <dl className="grid gap-x-10 gap-y-2 md:grid-cols-2">
          {columns.map((name) => (
            <div key={name}>
              <dt>{column(name)}</dt>
              <dd className="muted">{t(`counts.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** On a phone a classroom is a card of these two figures. */
const places: Partial<Record<string, string>> = { rate: "card-side", used: "card-below-side" };

function Cells({ minutes, label }: { minutes: Minutes; label: (name: string) => string }) {
  const cells = cellsOfUse(minutes);
  return columns.map((name) => (
    <td className={["num", places[name]].filter(Boolean).join(" ")} key={name} data-label={label(name)}>
      {cells[name] === null ? "–" : name === "rate" ? `${cells[name]}%` : cells[name]}
    </td>
  ));
}
