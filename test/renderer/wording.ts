import type { Catalog, Language } from "../../electron/contract.ts";
import { createTranslations } from "../../renderer/i18n.ts";
import { createWording, type Wording } from "../../renderer/wording.ts";

/** The product's own sentences, with the codes that a test needs. */
export function wordingFor(language: Language, codes: Catalog["codes"] = {}): Wording {
  const t = createTranslations(language).getFixedT(language);
  return createWording(language, codes, (key, values) => t(key, values ?? {}));
}
