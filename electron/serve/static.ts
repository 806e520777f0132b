import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

/** A file of the built page, ready to be answered with. */
export interface StaticFile {
  body: Buffer;
  headers: Record<string, string>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

// Plot, React Aria and CodeMirror write inline styles; nothing else is loosened.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What every answer says, page or data, in both shells. */
export const SECURITY_HEADERS: Record<string, string> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};

/** The file at a URL's path inside `folder`; undefined for anything that is not there, and for any path that leads out. */
export async function staticFile(folder: string, urlPath: string): Promise<StaticFile | undefined> {
  const path = decoded(urlPath);
  if (path === undefined) return undefined;
  const file = path === "/" ? "index.html" : path.slice(1);
  const type = TYPES[extname(file)];
  if (type === undefined) return undefined;
  try {
    const body = await readFile(join(folder, ...file.split("/")));
    return { body, headers: { ...SECURITY_HEADERS, "content-type": type, ...caching(file) } };
  } catch {
    return undefined;
  }
}

/** A path without `..`, backslash, null or hidden parts, after one decoding; anything else is not a path of ours. */
function decoded(urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (!path.startsWith("/") || /[\\\0:%]|\/\.|\/\//.test(path)) return undefined;
  return normalize(path).split(sep).join("/") === path ? path : undefined;
}

// The bundler writes a hash of the content into the name of everything under assets/.
function caching(file: string): Record<string, string> {
  return file.startsWith("assets/") ? { "cache-control": "private, max-age=31536000, immutable" } : {};
}
