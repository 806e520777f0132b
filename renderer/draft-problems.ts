import type { Fault, Problem } from "../electron/contract.ts";

/** All that is wrong with a draft that was tried: the engine tells it as one text, each thing behind its spot. */
export function draftProblems(fault: Fault): Problem[] {
  const parts = { sv: split(fault.message.sv), en: split(fault.message.en) };
  return parts.sv.map((sv, index) => {
    const en = parts.en[index] ?? sv;
    return {
      file: "",
      ...(sv.where === undefined ? {} : { where: sv.where }),
      message: { sv: sv.message, en: en.message },
    };
  });
}

function split(text: string): { where: string | undefined; message: string }[] {
  return text
    .split(/(?=\$(?:\.[\w-]+|\[\d+\])*: )/)
    .map((part) => /^(?:(\$\S*): )?(.*)$/s.exec(part.trim()))
    .map((match) => ({ where: match?.[1], message: match?.[2] ?? text }));
}
