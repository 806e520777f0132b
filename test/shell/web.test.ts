import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultError, upload } from "../../renderer/client.ts";
import { type Served, serveForTest } from "../wire/carriers.ts";
import { standIn } from "../wire/stand-in.ts";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

let served: Served;
beforeAll(async () => {
  served = await serveForTest(standIn({ started: 0, aborted: 0 }), { jsonBytes: 1000, uploadBytes: 100_000 });
});
afterAll(() => served.close());

/** A request with exactly these headers and this path: `fetch` would tidy both. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = "",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: served.port, method, path, headers };
    const request = httpRequest(options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() });
    });
    request.on("error", reject);
    request.end(body);
  });
}

const cookie = () => ({ cookie: `sammanhang-${served.port}=${served.token}` });
const json = { "content-type": "application/json" };

describe("who may ask", () => {
  test("the opened address becomes a cookie that scripts cannot read, and leaves the address bar", async () => {
    const { pathname, search } = new URL(served.address);
    const answer = await raw("GET", pathname + search);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/");
    expect(answer.headers["set-cookie"]).toEqual([
      `sammanhang-${served.port}=${served.token}; HttpOnly; SameSite=Strict; Path=/`,
    ]);
    const page = await raw("GET", "/", cookie());
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.body).not.toContain(served.token);
  });

  test("without the token nothing is answered, neither page nor data nor upload", async () => {
    const wrong = { cookie: `sammanhang-${served.port}=${served.token.slice(0, -1)}x` };
    const elsewhere = { cookie: `sammanhang-1=${served.token}` };
    const strangers: Record<string, string>[] = [{}, wrong, elsewhere, { authorization: "Bearer x" }];
    for (const headers of strangers) {
      for (const path of ["/", "/assets/page-1.js"]) expect((await raw("GET", path, headers)).status).toBe(401);
      expect((await raw("POST", "/host/catalog", { ...headers, ...json }, "{}")).status).toBe(401);
      expect((await raw("POST", "/offer?name=a.csv", headers, "x")).status).toBe(401);
    }
    expect((await raw("GET", "/?token=guess")).status).toBe(401);
  });

  test("a person who comes without the token is told in words what to open", async () => {
    const answer = await raw("GET", "/", { accept: "text/html" });
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.body).toMatch(/adressen som Sammanhang skrev ut[\s\S]*address that Sammanhang printed/);
  });

  test("a program may bring the token itself", async () => {
    const headers = { authorization: `Bearer ${served.token}`, ...json };
    expect(JSON.parse((await raw("POST", "/host/catalog", headers, "{}")).body).workspace.name).toBe("Prov åäö");
  });

  test("a foreign Host is refused even with the token: a name made to point here", async () => {
    for (const host of [
      "evil.example",
      `evil.example:${served.port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      `0.0.0.0:${served.port}`,
    ]) {
      const answer = await raw("POST", "/host/catalog", { ...cookie(), ...json, host }, "{}");
      expect([host, answer.status, JSON.parse(answer.body).code]).toEqual([host, 403, "foreign_page"]);
      expect((await raw("GET", "/", { ...cookie(), host })).status).toBe(403);
    }
    expect((await raw("GET", "/", { ...cookie(), host: `localhost:${served.port}` })).status).toBe(200);
  });

  test("a foreign Origin is refused even with the cookie, also another port's and none", async () => {
    const origins = ["https://evil.example", "http://127.0.0.1:1", `https://127.0.0.1:${served.port}`, "null"];
    for (const origin of origins) {
      const answer = await raw("POST", "/host/catalog", { ...cookie(), ...json, origin }, "{}");
      expect([origin, answer.status]).toEqual([origin, 403]);
    }
    const own = { ...cookie(), ...json, origin: `http://127.0.0.1:${served.port}` };
    expect((await raw("POST", "/host/catalog", own, "{}")).status).toBe(200);
    // A page at another port of this computer is of the same site, so that the browser does send it the cookie.
    expect((await raw("POST", "/host/catalog", { ...own, "sec-fetch-site": "same-site" }, "{}")).status).toBe(403);
  });

  test("no other origin is ever allowed in, and a preflight finds nobody", async () => {
    const answer = await raw("OPTIONS", "/host/catalog", { ...cookie(), "access-control-request-method": "POST" });
    expect(answer.status).toBe(404);
    const asked = await raw("POST", "/host/catalog", { ...cookie(), ...json }, "{}");
    for (const { headers } of [answer, asked]) {
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  test("what a form of another site can send is not taken", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const answer = await raw("POST", "/host/catalog", { ...cookie(), "content-type": type }, "{}");
      expect([type, answer.status]).toEqual([type, 415]);
    }
  });
});

describe("what is answered", () => {
  test("every answer carries the headers that fence the page in", async () => {
    const answers = [
      await raw("GET", "/", cookie()),
      await raw("GET", "/none", cookie()),
      await raw("GET", "/"),
      await raw("POST", "/host/catalog", { ...cookie(), ...json }, "{}"),
      await raw("GET", `/?token=${served.token}`),
    ];
    for (const { headers } of answers) {
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
      });
    }
    const asset = await raw("GET", "/assets/page-1.js", cookie());
    expect(asset.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(asset.headers["cache-control"]).toBe("private, max-age=31536000, immutable");
  });

  test("no path leads out of the page's folder", async () => {
    const paths = [
      "/../secret.json",
      "/assets/../../secret.json",
      "/%2e%2e/secret.json",
      "/..%2fsecret.json",
      "/%252e%252e/secret.json",
      "/..\\secret.json",
      "/..%5csecret.json",
      "//etc/passwd",
      "/assets/page-1.js%00.json",
      "/.hidden.json",
      "http://127.0.0.1/../secret.json",
    ];
    for (const path of paths) {
      const answer = await raw("GET", path, cookie());
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toContain("outside");
    }
  });

  test("a JSON body above its limit is refused with a sentence, however it is announced", async () => {
    const large = JSON.stringify({ sql: "x".repeat(5_000_000) });
    const headers = { ...cookie(), ...json };
    const announced: Record<string, string>[] = [
      {},
      { "transfer-encoding": "chunked" },
      { "content-length": String(large.length) },
    ];
    for (const more of announced) {
      const answer = await raw("POST", "/host/sql", { ...headers, ...more }, large);
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([413, "too_large"]);
    }
    expect((await raw("POST", "/host/sql", headers, "{nonsense")).status).toBe(415);
    expect((await raw("POST", "/host/nothing", headers, "{}")).status).toBe(404);
    expect((await raw("POST", "/host/__proto__", headers, "{}")).status).toBe(404);
  });
});

describe("uploads", () => {
  const send = (name: string, body: string | Buffer, token?: string) =>
    upload(
      served.base,
      { name, body: new Blob([new Uint8Array(Buffer.from(body))]), token },
      { fetcher: served.fetcher },
    );
  const faultCode = (work: Promise<unknown>) => work.catch((error: FaultError) => error.fault.code);

  test("a lone file is offered as itself", async () => {
    const path = served.offers.path(await send("paket åäö.zip", "PK"));
    expect(basename(path)).toBe("paket åäö.zip");
    expect(await readFile(path, "utf8")).toBe("PK");
  });

  test("the files of a folder are offered as the folder", async () => {
    const token = await send("package/extract.json", "{}");
    expect(await send("package/participant.csv", "a,b", token)).toBe(token);
    const path = served.offers.path(token);
    expect(basename(path)).toBe("package");
    expect(await readFile(join(path, "participant.csv"), "utf8")).toBe("a,b");
    await served.offers.release(token);
    expect(existsSync(path)).toBe(false);
  });

  test("names that lead elsewhere are refused", async () => {
    const names = [
      "../x.csv",
      "a/../../x",
      "/etc/x",
      "a//b",
      "a\\b",
      "C:x",
      "nul.csv",
      ".",
      "",
      "a\0b",
      "x ",
      "a/b/c/d/e/f/g/h/i",
    ];
    for (const name of names) expect([name, await faultCode(send(name, "x"))]).toEqual([name, "bad_name"]);
  });

  test("a package has its own limit, over all its files, and nothing of it is left", async () => {
    const token = await send("p/a.csv", Buffer.alloc(60_000));
    const folder = served.offers.path(token);
    expect(await faultCode(send("p/b.csv", Buffer.alloc(60_000), token))).toBe("too_large");
    expect(existsSync(folder)).toBe(false);
    expect(await faultCode(send("p/c.csv", "x", token))).toBe("not_offered");
    expect(await faultCode(send("large.zip", Buffer.alloc(20_000_000)))).toBe("too_large");
  });

  test("an upload that is broken off leaves nothing", async () => {
    const token = await send("p/a.csv", "x");
    const folder = served.offers.path(token);
    const path = `/offer?name=p/b.csv&token=${token}`;
    const headers = { ...cookie(), "content-length": "1000" };
    const request = httpRequest({ host: "127.0.0.1", port: served.port, method: "POST", path, headers });
    request.on("error", () => {});
    request.write("half");
    await expect.poll(() => existsSync(join(folder, "b.csv"))).toBe(true);
    request.destroy();
    await expect.poll(() => existsSync(folder)).toBe(false);
  });

  test("old offers give way to new ones", async () => {
    const first = await send("first.zip", "x");
    for (const name of ["2.zip", "3.zip", "4.zip", "5.zip"]) await send(name, "x");
    expect(() => served.offers.path(first)).toThrow(/no longer has the file/);
  });

  test("the steering room takes no data", async () => {
    const steering = await serveForTest(standIn({ started: 0, aborted: 0 }), { room: "steering" });
    const file = { name: "a.zip", body: new Blob(["x"]) };
    expect(await faultCode(upload(steering.base, file, { fetcher: steering.fetcher }))).toBe("steering_room");
    await steering.close();
  });
});
