import pg from "pg";
import { appUrl, ownerUrl } from "@/tests/support/database";

/** One connection past the portal's own code, on which things are tried and never kept. */
export async function openPsql(as: "owner" | "app") {
  const client = new pg.Client({ connectionString: as === "owner" ? ownerUrl() : appUrl() });
  await client.connect();
  return {
    /** What the database says to some statements up to their COMMIT: `taken`, or its code, message, constraint and figures. */
    async tell(statements: string): Promise<string> {
      try {
        await client.query(`BEGIN; ${statements}; SET CONSTRAINTS ALL IMMEDIATE`);
        return "taken";
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        return [error.code, error.message, error.constraint, error.detail].join(" ");
      } finally {
        await client.query("ROLLBACK");
      }
    },
    close: () => client.end(),
  };
}
