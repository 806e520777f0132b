/**
 * A pattern of DuckDB's (RE2: no looking around) that every direct identifier matches, and few other cells. What it lets through
 * is looked at exactly, one by one; so it may be too wide but never too narrow.
 */
export const suspect = (() => {
  const month = "(?:0[1-9]|1[0-2])";
  const day = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])";
  const gap = String.raw`[\s\x{a0}]?[-+\x{2010}-\x{2015}\x{2212}]?[\s\x{a0}]?`;
  const identity = `[0-9]{2}${month}${day}${gap}(?:[0-9]{4}|[TRSUWXJKLMNtrsuwxjklmn][0-9]{3}|[Tt][Ff][0-9]{2})`;
  const lostZeros = String.raw`^\s*(?:[0-9]?${month}|[1-9])${day}[0-9]{4}(?:[.,]0+)?\s*$`;
  const exponent = String.raw`^\s*[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}\s*$`;
  const phone = String.raw`(?:\+|(?:^|[^0-9A-Za-z])00)46|(?:^|[^0-9A-Za-z])0(?:7[02369]|[1-9][0-9]{0,2}\s?[-/\x{2013}]\s?[1-9](?:\s?[0-9]){4})`;
  return `${identity}|${lostZeros}|${exponent}|@|${phone}`;
})();
