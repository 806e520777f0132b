import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Refusal } from "../refusal.ts";

/**
 * Only pages of this very address may ask. A foreign `Host` is a name that was made to point here (DNS rebinding); a
 * foreign `Origin` is another site's page.
 */
export function checkPlace(request: IncomingMessage, port: number): void {
  const { host, origin } = request.headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) throw foreignPage();
  if (origin !== undefined && origin !== `http://${host}`) throw foreignPage();
  const site = request.headers["sec-fetch-site"];
  // Browsers say this themselves; `none` is a person who typed or clicked an address outside any page. A link from
  // another site may lead to the app, and finds the cookie missing, since that is SameSite.
  const own = site === undefined || site === "same-origin" || site === "none";
  if (!own && request.method !== "GET") throw foreignPage();
}

/** The cookie's name has the port, since a browser keeps one set of cookies for all ports of 127.0.0.1. */
export function cookieName(port: number): string {
  return `sammanhang-${port}`;
}

/** The token must come as the cookie, or as a bearer token from a program such as curl. */
export function checkToken(request: IncomingMessage, token: string, port: number): void {
  const given = cookie(request, cookieName(port)) ?? bearer(request);
  if (given === undefined || !sameToken(given, token)) throw noToken();
}

/** For the address that a person opens. */
export function checkAddress(given: string, token: string): void {
  if (!sameToken(given, token)) throw noToken();
}

function sameToken(given: string, token: string): boolean {
  // Digests have one length, which the comparison in constant time needs.
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
}

function foreignPage(): Refusal {
  return new Refusal("foreign_page", {
    sv: "Bara Sammanhangs egen sida på den här datorn får fråga. Öppna adressen som Sammanhang skrev ut.",
    en: "Only Sammanhang's own page on this computer may ask. Open the address that Sammanhang printed.",
  });
}

function noToken(): Refusal {
  return new Refusal("no_token", {
    sv: "Öppna hela adressen som Sammanhang skrev ut när det senast startade, med allt som står efter frågetecknet.",
    en: "Open the whole address that Sammanhang printed when it last started, with all that follows the question mark.",
  });
}
