import { protocol } from "electron";
import { SECURITY_HEADERS, staticFile } from "../serve/static.ts";

/** Where the page lives: an origin of its own, which a page from a file would not have. */
export const PAGE_ORIGIN = "app://sammanhang";

/** To be called before the app is ready. */
export function declarePage(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers with files of the built page and nothing else. */
export function servePage(folder: string): void {
  protocol.handle("app", async ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const own = method === "GET" && host === "sammanhang";
    const file = own ? await staticFile(folder, pathname) : undefined;
    if (!file) return new Response("", { status: 404, headers: SECURITY_HEADERS });
    return new Response(new Uint8Array(file.body), { headers: file.headers });
  });
}

export function isPage(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`);
}
