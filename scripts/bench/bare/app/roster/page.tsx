import { ask } from "../../database";
import { roster } from "../../questions";

type Person = {
  id: string;
  name: string;
  sex: string;
  ethnicity: string;
  number: string;
  education: string;
  category: string;
  township: string;
  village: string;
  phone: string;
  poor: boolean;
  scheduled: number;
  state: string;
};

/** The limit of a roster: its thirty rows and its columns, read in one statement, without frame, sign-in or wording. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { cohort } = await searchParams;
  const people = await ask<Person>("roster", roster, [cohort]);
  return (
    <main>
      <h1>花名册</h1>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={person.id}>
              <td>{index + 1}</td>
              <th scope="row">
                <a href={`/trainees/${person.id}`}>{person.name}</a>
              </th>
              <td>{person.sex}</td>
              <td>{person.ethnicity}</td>
              <td>{person.number}</td>
              <td>{person.education}</td>
              <td>{person.category}</td>
              <td>{person.township}</td>
              <td>{person.village}</td>
              <td>{person.phone}</td>
              <td>{person.poor ? "是" : "否"}</td>
              <td>
                <a href={`/cohorts/${cohort}/timetable`}>{person.scheduled}</a>
              </td>
              <td>{person.state}</td>
              <td>
                <a href={`/cohorts/${cohort}/roster/${person.id}`}>办理</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

const columns = "序号 姓名 性别 民族 证件号码 文化程度 人员类别 乡镇 村 电话 脱贫户 课时 状态 操作".split(" ");
