/** What the reader chose; `system` follows the operating system, also while it changes. */
export type ThemeChoice = "system" | "light" | "dark";

const key = "sammanhang.theme";

export function storedTheme(storage: Pick<Storage, "getItem"> = localStorage): ThemeChoice {
  const stored = storage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** Sets the theme on the document and remembers it on this machine. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = choice;
  localStorage.setItem(key, choice);
}
