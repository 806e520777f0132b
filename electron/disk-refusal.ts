import { Refusal } from "./refusal.ts";

/**
 * The refusal that tells a person about a full disk or missing rights, if that is what the error is about. DuckDB's errors
 * carry no code, only the operating system's words. Their text stays out of the refusal: it may quote a file's content.
 */
export function diskRefusal(error: unknown, path: string): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (/^(ENOSPC|EDQUOT)$/.test(code) || /no space left|disk quota|could not write all bytes|disk full/i.test(message)) {
    return new Refusal("disk_full", {
      sv: `Disken är full, så det gick inte att skriva till ${path}. Inget har ändrats. Frigör utrymme och försök igen.`,
      en: `The disk is full, so nothing could be written to ${path}. Nothing was changed. Free some space and try again.`,
    });
  }
  if (
    /^(EACCES|EPERM|EROFS)$/.test(code) ||
    /permission denied|read-only file system|cannot open file.*for writing/i.test(message)
  ) {
    return new Refusal("no_rights", {
      sv: `Det saknas rättighet att skriva till ${path}. Inget har ändrats. Be om skrivrättighet, eller välj en annan mapp.`,
      en: `There is no right to write to ${path}. Nothing was changed. Ask for it, or choose another folder.`,
    });
  }
  return undefined;
}
