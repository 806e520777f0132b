/** What an identity number in a text is, and how sure that is. */
export interface IdentityNumber {
  kind: "personal" | "coordination" | "interim" | "protected";
  /** The control digit agrees; protected identities have none and are sure by their form. */
  certain: boolean;
  /**
   * The form alone says little: digits that may have lost more than one leading zero, or that stand right behind letters.
   * One such number may be chance; a column full of them is not.
   */
  weak: boolean;
}

const separator = String.raw`[\s\u00a0]?[-+\u2010-\u2015\u2212]?[\s\u00a0]?`;

/** Ten or twelve digits, alone, behind a sign, or (with a separator) behind letters. A UUID's groups go on with a hyphen. */
const inText = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<letters>\p{L}*)(?<century>18|19|20)?(?<date>\d{6})(?<separator>${separator})(?<serial>\d{3}|[TRSUWXJKLMN]\d{2})(?<control>\d)(?!\p{N}|-?[\p{L}\p{N}])`,
  "giu",
);

/** Protected identity: a date of birth, TF, two digits. */
const protectedIdentity = new RegExp(
  String.raw`(?<!\p{N})(?<century>18|19|20)?(?<date>\d{6})${separator}TF\d{2}(?![\p{L}\p{N}])`,
  "giu",
);

/** A cell that is a number and nothing else, as a spreadsheet may have left it. */
const number = /^\s*(?<digits>\d{7,12})(?:[.,]0+)?\s*$/;
const exponent = /^\s*(?<whole>\d)(?:[.,](?<fraction>\d+))?E\+?(?<power>\d{1,2})\s*$/i;

/** All numbers in a text that can be a Swedish personal, coordination, interim or protected identity number. */
export function findIdentityNumbers(text: string): IdentityNumber[] {
  const written = exponent.exec(text);
  if (written !== null) return fromExponent(written.groups ?? {});
  const found: IdentityNumber[] = [...inLostZeros(text)];
  for (const { groups = {} } of text.matchAll(protectedIdentity)) {
    const kind = dateKind(groups.century, groups.date ?? "");
    if (kind !== undefined) found.push({ kind: "protected", certain: true, weak: false });
  }
  for (const { groups = {} } of text.matchAll(inText)) {
    const weak = groups.letters !== "" && !/\S/.test(groups.separator ?? "");
    const identity = judge(groups.century, groups.date ?? "", groups.serial ?? "", groups.control ?? "", weak);
    if (identity !== undefined) found.push(identity);
  }
  return found;
}

/** Spreadsheets drop leading zeros: of a birth year 2000–2009 at least one, of 2000 up to three. */
function inLostZeros(text: string): IdentityNumber[] {
  const digits = number.exec(text)?.groups?.digits ?? "";
  if (digits.length < 7 || digits.length > 9) return [];
  const whole = digits.padStart(10, "0");
  const identity = judge(undefined, whole.slice(0, 6), whole.slice(6, 9), whole.slice(9), digits.length < 9);
  return identity === undefined ? [] : [identity];
}

/** `1,98001011234E+11`. With digits rounded away the control digit is lost and only year and month can be looked at. */
function fromExponent({ whole = "", fraction = "", power = "" }: Record<string, string | undefined>): IdentityNumber[] {
  const given = whole + fraction.replace(/0+$/, "");
  const length = Number(power) + 1;
  if (given.length > length || length < 7 || length > 12) return [];
  const digits = given.padEnd(length, "0");
  if (given.length >= length - 1) {
    return findIdentityNumbers(digits).map((identity) => ({ ...identity, weak: given.length < 4 }));
  }
  const tenOrTwelve = length <= 10 ? digits.padStart(10, "0") : digits;
  const [century, rest] =
    tenOrTwelve.length === 12 ? [tenOrTwelve.slice(0, 2), tenOrTwelve.slice(2)] : [undefined, tenOrTwelve];
  const month = Number(rest.slice(2, 4));
  const plausible = month >= 1 && month <= 12 && (century === undefined || /^(18|19|20)$/.test(century));
  return plausible && given.length >= 4 ? [{ kind: "personal", certain: false, weak: false }] : [];
}

function judge(
  century: string | undefined,
  date: string,
  serial: string,
  control: string,
  weak: boolean,
): IdentityNumber | undefined {
  const kind = dateKind(century, date);
  if (kind === undefined) return undefined;
  // For the control digit an interim number's letter counts as 1.
  const digits = date + serial.replace(/^\D/, "1");
  const certain = serial !== "000" && controlDigit(digits) === Number(control);
  return { kind: /^\D/.test(serial) ? "interim" : kind, certain, weak };
}

/** Whether six digits are a day; 60 is added to the day in a coordination number. */
function dateKind(century: string | undefined, date: string): "personal" | "coordination" | undefined {
  const month = Number(date.slice(2, 4));
  const given = Number(date.slice(4, 6));
  const day = given > 60 ? given - 60 : given;
  const years = (century === undefined ? ["19", "20"] : [century]).map((each) => Number(each + date.slice(0, 2)));
  const isDay = years.some(
    (year) => month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate(),
  );
  if (!isDay) return undefined;
  return given > 60 ? "coordination" : "personal";
}

/** Luhn's: every other digit doubled, from the first; the digits of all products summed. */
function controlDigit(digits: string): number {
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}
