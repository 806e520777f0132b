import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { finished } from "node:stream/promises";
import type { Host, Room } from "../contract.ts";
import type { Offers } from "../offers.ts";
import { Refusal, toFault } from "../refusal.ts";
import { checkAddress, checkPlace, checkToken, cookieName } from "./guard.ts";
import { call } from "./requests.ts";
import { SECURITY_HEADERS, staticFile } from "./static.ts";

export interface HttpOptions {
  /** Random; whoever has it is the person who started the program. */
  token: string;
  offers: Offers;
  /** The built page. Nothing outside it is ever read. */
  staticFolder: string;
  room: Room;
  /** Opens the steering room on an address of its own; only the evaluator's page may ask for it. */
  openSteering?: () => Promise<string>;
  /** 0 takes a free one. */
  port: number;
  /** The largest JSON body, in bytes. */
  jsonBytes?: number;
}

export interface HttpServer {
  port: number;
  /** To be opened by the person; has the token in it. */
  address: string;
  close(): Promise<void>;
}

/** One request, with its path as it came: a URL object would resolve `..` before anybody could refuse it. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
}

/**
 * Serves the page and the host to browsers on this computer, on 127.0.0.1 only.
 *
 * `POST /host/<method>` asks the host; closing the request cancels. `POST /offer?name=…[&token=…]` uploads one file of a
 * package. `POST /steering` opens the steering room elsewhere and tells where. Everything else is a file of the built page.
 */
export async function serveOverHttp(host: Host, options: HttpOptions): Promise<HttpServer> {
  // A large upload may take its time; the headers may not.
  const server = createServer({ requestTimeout: 0, headersTimeout: 20_000 }, async (request, response) => {
    const [path = "/", query] = (request.url ?? "/").split("?", 2);
    const exchange = { request, response, path, query: new URLSearchParams(query) };
    await answer(host, options, port(), exchange).catch((error) => fail(exchange, error));
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(portRefusal(error, options.port)));
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: port(),
    address: `http://127.0.0.1:${port()}/?token=${options.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(host: Host, options: HttpOptions, port: number, exchange: Exchange): Promise<void> {
  const { request, path, query } = exchange;
  checkPlace(request, port);
  const reads = request.method === "GET" || request.method === "HEAD";
  const token = query.get("token");
  if (reads && path === "/" && token !== null) {
    checkAddress(token, options.token);
    return enter(options, port, exchange);
  }
  checkToken(request, options.token, port);
  if (reads) return file(options.staticFolder, exchange);
  if (request.method !== "POST") throw notFound();
  if (path === "/offer") return receive(options, exchange);
  if (path === "/steering" && options.openSteering) {
    return sendJson(exchange.response, 200, { address: await options.openSteering() });
  }
  if (path.startsWith("/host/")) return ask(host, options.jsonBytes ?? 2 ** 20, exchange);
  throw notFound();
}

/** Turns the token of the opened address into a cookie, and takes it out of the address and the history. */
function enter(options: HttpOptions, port: number, { response }: Exchange): void {
  const cookie = `${cookieName(port)}=${options.token}; HttpOnly; SameSite=Strict; Path=/`;
  response.writeHead(303, { ...SECURITY_HEADERS, "set-cookie": cookie, location: "/" }).end();
}

async function ask(host: Host, jsonBytes: number, { request, response, path }: Exchange): Promise<void> {
  const controller = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  const method = path.slice("/host/".length);
  const value = await call(host, method, await json(request, jsonBytes), controller.signal);
  if (value instanceof Uint8Array) send(response, 200, "application/vnd.apache.arrow.stream", value);
  else sendJson(response, 200, value);
}

async function json(request: IncomingMessage, limit: number): Promise<unknown> {
  // A form of another site cannot send this type without asking first, and nobody answers that.
  if (request.headers["content-type"]?.split(";")[0] !== "application/json") throw notJson();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body(request)) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    throw notJson(error);
  }
}

async function receive({ room, offers }: HttpOptions, { request, response, query }: Exchange): Promise<void> {
  if (room === "steering") throw steering();
  const offer = await offers.receive(query.get("token") ?? undefined, query.get("name") ?? "", body(request));
  sendJson(response, 200, { offer });
}

/** What is sent to us. Leaving off in the middle must not end the connection, or the answer would never arrive. */
function body(request: IncomingMessage): AsyncIterable<Uint8Array> {
  return request.iterator({ destroyOnReturn: false });
}

async function file(folder: string, { response, path }: Exchange): Promise<void> {
  const found = await staticFile(folder, path);
  if (!found) throw notFound();
  response.writeHead(200, { ...found.headers, "content-length": found.body.byteLength }).end(found.body);
}

async function fail({ request, response }: Exchange, error: unknown): Promise<void> {
  if (response.headersSent) return void response.destroy();
  const fault = toFault(error);
  const status = STATUS[fault.code] ?? 422;
  // A browser reads the answer only when all that it sends has been taken; a stranger need not read it.
  if (status === 401 || status === 403) response.shouldKeepAlive = false;
  else if (!request.complete) await finished(request.resume()).catch(() => {});
  if (!request.headers.accept?.includes("text/html")) return sendJson(response, status, fault);
  const text = `${fault.message.sv}\n\n${fault.message.en}\n`;
  send(response, status, "text/plain; charset=utf-8", Buffer.from(text));
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, "application/json; charset=utf-8", Buffer.from(JSON.stringify(value)));
}

function send(response: ServerResponse, status: number, type: string, bytes: Uint8Array): void {
  const headers = { ...SECURITY_HEADERS, "content-type": type, "content-length": bytes.byteLength };
  response.writeHead(status, headers).end(bytes);
}

/** What a program that speaks HTTP is told beside the fault; any other refusal is 422. */
const STATUS: Record<string, number> = {
  bad_request: 400,
  bad_name: 400,
  not_json: 415,
  no_token: 401,
  foreign_page: 403,
  steering_room: 403,
  not_found: 404,
  unknown_method: 404,
  not_offered: 404,
  too_large: 413,
  too_many_files: 413,
  cancelled: 499,
  bug: 500,
  disk_full: 507,
};

function notFound(): Refusal {
  return new Refusal("not_found", { sv: "Här finns ingen sida.", en: "There is no page here." });
}

function notJson(cause?: unknown): Refusal {
  const text = { sv: "Frågan är inte JSON. Ladda om sidan.", en: "The request is not JSON. Reload the page." };
  return new Refusal("not_json", text, { cause });
}

function tooLarge(): Refusal {
  return new Refusal("too_large", {
    sv: "Frågan är för stor. Dela upp den, eller läs in data som ett paket.",
    en: "The request is too large. Split it, or load the data as a package.",
  });
}

function steering(): Refusal {
  return new Refusal("steering_room", {
    sv: "I styrgruppens rum läses inga data in. Öppna arbetsytan i utvärderarens rum.",
    en: "No data are loaded in the steering room. Open the workspace in the evaluator's room.",
  });
}

function portRefusal(error: NodeJS.ErrnoException, port: number): unknown {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  const text = {
    sv: `Port ${port} är upptagen. Välj en annan med --port, eller utelämna --port.`,
    en: `Port ${port} is taken. Choose another with --port, or leave --port out.`,
  };
  return new Refusal("port_taken", text, { cause: error });
}
