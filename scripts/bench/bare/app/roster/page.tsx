import { ask } from "../../database";

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

const roster = `
  SELECT t.id, t.name, t.sex, ce.zh AS ethnicity, left(t.id_number_sealed, 18) AS number, cd.zh AS education, cc.zh AS category, s.name AS township,
    v.name AS village, left(t.phone_sealed, 11) AS phone, t.registered_poor AS poor, e.state,
    (SELECT coalesce(sum(l.periods), 0)::int FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id WHERE tl.enrolment_id = e.id) AS scheduled
  FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN villages v ON v.code = t.village_code JOIN townships s ON s.code = v.township_code
  LEFT JOIN code_items ce ON ce.kind = 'ETHNICITY' AND ce.code = t.ethnicity
  LEFT JOIN code_items cd ON cd.kind = 'EDUCATION' AND cd.code = t.education
  LEFT JOIN code_items cc ON cc.kind = 'TRAINEE_CATEGORY' AND cc.code = t.category
  WHERE e.cohort_id = $1 AND e.state IN ('CONFIRMED', 'IN_TRAINING') ORDER BY t.sort_name COLLATE "C", t.id`;
