/** Headings of columns that hold a direct identifier, whatever is in them. Compared after `foldHeading`. */
const forbidden = new Set(
  `namn fornamn efternamn tilltalsnamn mellannamn fullnamn fullstandigtnamn name firstname lastname surname fullname
  adress gatuadress postadress hemadress address streetaddress homeaddress
  personnummer personnr persnr pnr samordningsnummer samordningsnr personalidentitynumber ssn
  epost epostadress mejl mejladress mail email emailaddress
  telefon telefonnummer telefonnr telnr tel phone phonenumber telephone mobil mobilnummer mobilnr mobiltelefon mobile`.split(
    /\s+/,
  ),
);

/** Headings that suggest an identifier: one doubtful number in such a column is already worth a question. */
const suggestive = /person|nummer|number|identi|fodel|birth/;
const suggestiveWords = new Set(["id", "nr", "no", "ssn", "pnr", "idnr"]);

export function isForbiddenHeading(heading: string): boolean {
  return forbidden.has(foldHeading(heading));
}

export function suggestsIdentifier(heading: string): boolean {
  const words = withoutAccents(heading).split(/[^a-z0-9]+/);
  return suggestive.test(foldHeading(heading)) || words.some((word) => suggestiveWords.has(word));
}

function foldHeading(heading: string): string {
  return withoutAccents(heading).replaceAll(/[^a-z0-9]/g, "");
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
