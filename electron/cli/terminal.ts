import type { Language, Text } from "../contract.ts";

/** Where a command speaks: data on stdout, words on stderr. */
export interface Terminal {
  /** Of the words. Commands set it as soon as they know it. */
  language: Language;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

export function createTerminal(signal: AbortSignal): Terminal {
  return { language: systemLanguage(), signal, stdout: process.stdout, stderr: process.stderr };
}

export function say(terminal: Terminal, text: Text): void {
  terminal.stderr.write(`${text[terminal.language]}\n`);
}

/** Of the person's computer, for what is said before a workspace is open. */
function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.startsWith("sv") ? "sv" : "en";
}
