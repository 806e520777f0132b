import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveForTest } from "../wire/carriers.ts";
import { standIn } from "../wire/stand-in.ts";
import { launchBrowser } from "./browser.ts";

let browser: Browser;
let served: Served;
let page: Page;
/** Another site on the same computer, which writes down who came. */
let elsewhere: Server;
let away: string;
const came: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveForTest(standIn({ started: 0, aborted: 0 }));
  elsewhere = createServer((request, response) => {
    came.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "content-type": "text/html", "access-control-allow-origin": "*" }).end("<p>elsewhere");
  });
  await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
  away = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  page = await (await browser.newContext()).newPage();
  await page.goto(served.address);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  elsewhere?.close();
});

describe("a page in the browser", () => {
  test("is opened by the address, which then holds no token, and its own script runs", async () => {
    expect(page.url()).toBe(`${served.base}/`);
    expect(await page.title()).toBe("ran");
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });

  test("asks its own host", async () => {
    const asked = await page.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      return (await fetch("/host/catalog", { method: "POST", headers, body: "{}" })).status;
    });
    expect(asked).toBe(200);
  });

  test("reaches no other address in any way that a page has", async () => {
    const outcome = await page.evaluate(async (address) => {
      const blocked: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
        blocked.push(effectiveDirective),
      );
      const fetched = await fetch(`${address}/fetch`).then(
        () => "reached",
        () => "blocked",
      );
      const add = (tag: string, properties: object): void =>
        void document.body.append(Object.assign(document.createElement(tag), properties));
      add("img", { src: `${address}/image` });
      add("script", { src: `${address}/script` });
      add("link", { rel: "stylesheet", href: `${address}/style` });
      add("iframe", { src: `${address}/frame` });
      add("object", { data: `${address}/object` });
      add("video", { src: `${address}/video` });
      navigator.sendBeacon(`${address}/beacon`);
      try {
        new WebSocket(`${address.replace("http", "ws")}/socket`);
      } catch {
        blocked.push("socket");
      }
      const form = Object.assign(document.createElement("form"), { action: `${address}/form`, method: "post" });
      document.body.append(form);
      form.submit();
      await new Promise((done) => setTimeout(done, 500));
      return { fetched, blocked };
    }, away);
    expect(outcome.fetched).toBe("blocked");
    expect(outcome.blocked).toEqual(
      expect.arrayContaining([
        "connect-src",
        "img-src",
        "script-src-elem",
        "style-src-elem",
        "frame-src",
        "form-action",
      ]),
    );
    expect(came).toEqual([]);
    expect(page.url()).toBe(`${served.base}/`);
  });

  test("runs no script that is not a file of ours", async () => {
    const ran = await page.evaluate(async () => {
      const marked = globalThis as { marked?: string };
      document.body.append(
        Object.assign(document.createElement("script"), { textContent: "globalThis.marked = 'inline'" }),
      );
      document.body.insertAdjacentHTML("beforeend", "<img src='x:' onerror=\"globalThis.marked = 'handler'\">");
      await new Promise((done) => setTimeout(done, 200));
      return marked.marked ?? "nothing";
    });
    expect(ran).toBe("nothing");
  });

  test("of another site can neither ask, nor frame the app, nor use the person's cookie", async () => {
    const other = await page.context().newPage();
    await other.goto(`${away}/attack`);
    const asked = await other.evaluate(async (base) => {
      document.body.append(Object.assign(document.createElement("iframe"), { src: `${base}/` }));
      const ask = (type: string): Promise<string> =>
        fetch(`${base}/host/catalog`, {
          method: "POST",
          body: "{}",
          credentials: "include",
          headers: { "content-type": type },
        }).then(
          () => "reached",
          () => "blocked",
        );
      return [await ask("application/json"), await ask("text/plain")];
    }, served.base);
    expect(asked).toEqual(["blocked", "blocked"]);
    await expect.poll(() => other.frames()[1]?.url()).toMatch(/^chrome-error:/);
    await other.close();
  });
});
