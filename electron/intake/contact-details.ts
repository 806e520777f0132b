const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

const international =
  /(?<![\p{L}\p{N}])(?:\+|00)46[\s\u00a0-]*(?:\(0\))?[\s\u00a0-]*[1-9](?:[\s\u00a0-]*\d){6,8}(?!\d)/u;
const mobile = /(?<![\p{L}\p{N}])07[02369](?:[\s\u00a0/-]?\d){7}(?![\p{L}\p{N}])/u;
/** An area code, a hyphen, and a subscriber's number that does not begin with a zero, often in groups. */
const landline = /(?<![\p{L}\p{N}-])0[1-9]\d{0,2}\s?[-/\u2013]\s?[1-9](?:\s?\d){4,7}(?![\p{L}\p{N}-])/u;

export function hasEmailAddress(text: string): boolean {
  return email.test(text);
}

/** Swedish numbers: mobile, international form, or an area code with a hyphen. */
export function hasPhoneNumber(text: string): boolean {
  return international.test(text) || mobile.test(text) || landline.test(text);
}
