import type { Fault } from "../electron/contract.ts";

/** What a rejected call says. A page that throws by itself is a bug, told as one. */
export function faultOf(error: unknown): Fault {
  if (error !== null && typeof error === "object" && "fault" in error) return error.fault as Fault;
  return {
    code: "bug",
    message: {
      sv: "Något gick fel i Sammanhang. Försök igen, och rapportera felet om det kommer tillbaka.",
      en: "Something went wrong in Sammanhang. Try again, and report it if it comes back.",
    },
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
