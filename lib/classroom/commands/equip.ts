import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { holdClassroom } from "@/lib/classroom/commands/hold";
import { equipClassroomInput } from "@/lib/classroom/schema";
import { command } from "@/lib/command/command";
import { refuseOtherVersion } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";

/** How many of one piece of equipment stand in a classroom: said again it is corrected, none takes it off the list. */
export const equipClassroom = command({
  verb: "classroom.equip",
  permission: "classroom:close",
  input: equipClassroomInput,
  async run(tx, actor, { classroomNumber, version, equipment: code, count }) {
    const { label, ...held } = await holdClassroom(tx, classroomNumber);
    refuseOtherVersion(held, version);
    const where = { classroomNumber_code: { classroomNumber, code } };
    const had = await tx.classroomEquipment.findUnique({ where, select: { count: true } });
    if (!had && count === 0) throw new Refusal("INPUT_WRONG", { field: "count", case: "EQUIPMENT_NOT_THERE" });

    if (count === 0) await tx.classroomEquipment.delete({ where, select: { code: true } });
    else if (had) await tx.classroomEquipment.update({ where, data: { count }, select: { code: true } });
    else await tx.classroomEquipment.create({ data: { classroomNumber, code, count }, select: { code: true } });
    await tx.classroom.update({
      where: { number: classroomNumber },
      data: { version: { increment: 1 } },
      select: { number: true },
    });
    await recordAudit(tx, actor, "classroom.equip", {
      type: "classroom",
      id: label,
      before: { equipment: code, count: had?.count ?? 0 },
      after: { equipment: code, count },
    });
    return {};
  },
});
