import type { Fault, Problem, Text } from "./contract.ts";

/**
 * Something that cannot be done, with a sentence for the person who asked: what happened, to which thing, what to do.
 * Anything else that is thrown is a bug of ours.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly text: Text;
  readonly detail: string | undefined;
  readonly problems: Problem[] | undefined;

  constructor(code: string, text: Text, options: { cause?: unknown; detail?: string; problems?: Problem[] } = {}) {
    super(text.en, { cause: options.cause });
    this.name = "Refusal";
    this.code = code;
    this.text = text;
    this.detail = options.detail;
    this.problems = options.problems;
  }
}

/** What crosses the wire when a request fails. A bug keeps its text in `detail`, for the report that we ask for. */
export function toFault(error: unknown): Fault {
  if (error instanceof Refusal) {
    return {
      code: error.code,
      message: error.text,
      ...(error.detail !== undefined && { detail: error.detail }),
      ...(error.problems !== undefined && { problems: error.problems }),
    };
  }
  if (error instanceof Error && error.name === "AbortError") {
    return { code: "cancelled", message: { sv: "Avbrutet.", en: "Cancelled." } };
  }
  return {
    code: "bug",
    message: {
      sv: "Något gick fel i Sammanhang. Det är vårt fel, inte ditt. Försök igen, och rapportera felet om det kommer tillbaka.",
      en: "Something went wrong in Sammanhang. It is our mistake, not yours. Try again, and report it if it comes back.",
    },
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
