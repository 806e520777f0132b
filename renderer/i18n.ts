import i18next, { type i18n } from "i18next";
import type { Language } from "../electron/contract.ts";
import en from "./locales/en.json" with { type: "json" };
import sv from "./locales/sv.json" with { type: "json" };

const key = "sammanhang.language";

/** The language that this reader chose on this machine, or undefined: the workspace's own then applies. */
export function storedLanguage(storage: Pick<Storage, "getItem"> = localStorage): Language | undefined {
  const stored = storage.getItem(key);
  return stored === "sv" || stored === "en" ? stored : undefined;
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

/** All sentences of both languages, ready at once: nothing is fetched. */
export function createTranslations(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    resources: { sv: { translation: sv }, en: { translation: en } },
    // React escapes what it shows, and a chart's text is never markup.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return instance;
}
