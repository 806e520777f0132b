import type { Text } from "../contract.ts";
import { hasEmailAddress, hasPhoneNumber } from "./contact-details.ts";
import { findIdentityNumbers, type IdentityNumber } from "./identity-number.ts";

/** A direct identifier in a text, told without the text. */
export interface Identifier {
  rule: string;
  certain: boolean;
  weak: boolean;
  message: Text;
}

const byChance = {
  sv: "En slumpvis pseudonym med tio siffror kan se ut så av en tillfällighet; be i så fall om andra pseudonymer.",
  en: "A random pseudonym of ten digits can look so by chance; if that is it, ask for other pseudonyms.",
};

const numberNames: Record<IdentityNumber["kind"], Text> = {
  personal: { sv: "Här står ett personnummer.", en: "This is a personal identity number." },
  coordination: { sv: "Här står ett samordningsnummer.", en: "This is a coordination number." },
  interim: { sv: "Här står ett interimspersonnummer.", en: "This is an interim identity number." },
  protected: { sv: "Här står ett nummer för skyddad identitet.", en: "This is a number of a protected identity." },
};

const remedy = {
  sv: "Uppgiften visas och sparas inte. Be leverantören ta bort den och skicka paketet på nytt.",
  en: "It is neither shown nor kept. Ask the supplier to remove it and to send the package again.",
};

/** All direct identifiers in the text of a cell. */
export function findIdentifiers(text: string): Identifier[] {
  const found: Identifier[] = findIdentityNumbers(text).map(({ kind, certain, weak }) => ({
    rule: `identifier_${kind}`,
    certain,
    weak,
    message: certain ? sentence(numberNames[kind], kind === "protected" ? undefined : byChance) : doubtful,
  }));
  if (hasEmailAddress(text)) {
    found.push(sure("identifier_email", { sv: "Här står en e-postadress.", en: "This is an e-mail address." }));
  }
  if (hasPhoneNumber(text)) {
    found.push(sure("identifier_phone", { sv: "Här står ett telefonnummer.", en: "This is a telephone number." }));
  }
  return found;
}

/** Whether a text that is no participant data, such as a manifest, holds an identity number for certain. */
export function hasIdentityNumber(text: string): boolean {
  return findIdentityNumbers(text).some(({ certain, weak }) => certain && !weak);
}

export const identifierInText = sentence(numberNames.personal, byChance);

export const doubtful: Text = {
  sv: "Här står ett nummer som ser ut som ett personnummer, men vars kontrollsiffra inte stämmer.",
  en: "This is a number that looks like a personal identity number but has another control digit.",
};

export const forbiddenHeading: Text = {
  sv: `Kolumnens rubrik säger att den innehåller en direkt identifierande uppgift. ${remedy.sv}`,
  en: `The column's heading says that it holds a direct identifier. ${remedy.en}`,
};

function sure(rule: string, name: Text): Identifier {
  return { rule, certain: true, weak: false, message: sentence(name) };
}

function sentence(name: Text, extra: Text = { sv: "", en: "" }): Text {
  return {
    sv: `${name.sv} ${remedy.sv} ${extra.sv}`.trim(),
    en: `${name.en} ${remedy.en} ${extra.en}`.trim(),
  };
}
