import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { diskRefusal } from "./disk-refusal.ts";
import { Refusal } from "./refusal.ts";

/** Packages that a person has offered: files on this computer, or uploads. A page holds only the token. */
export interface Offers {
  /** Offers a file or folder that is already on this computer. */
  add(path: string): string;
  /**
   * Receives one file of an upload; without a token a new offer begins. `name` may have folders in it. Resolves to the
   * offer's token.
   */
  receive(token: string | undefined, name: string, stream: AsyncIterable<Uint8Array>): Promise<string>;
  /** Where the offered file or folder lies. */
  path(token: string): string;
  /** Forgets the offer, and deletes what was uploaded. */
  release(token: string): Promise<void>;
  /** Releases all. */
  close(): Promise<void>;
}

interface Upload {
  folder: string;
  bytes: number;
  files: number;
  /** What lies at the top: one file, one folder, or many files. */
  top: Set<string>;
}

/** Keeps uploads in `folder`, which is made when it is first needed. Limits are for one offered package. */
export function createOffers(options: { folder: string; bytes?: number; files?: number; kept?: number }): Offers {
  const { folder, bytes: maxBytes = 8 * 2 ** 30, files: maxFiles = 1000, kept = 4 } = options;
  const paths = new Map<string, string>();
  const uploads = new Map<string, Upload>();

  async function begin(): Promise<string> {
    // Nobody says when an offer is no longer wanted, since a load may be tried again: the oldest give way.
    for (const oldest of [...uploads.keys()].slice(0, Math.max(0, uploads.size - kept + 1))) await release(oldest);
    const token = randomUUID();
    const upload = { folder: join(folder, token), bytes: 0, files: 0, top: new Set<string>() };
    await mkdir(upload.folder, { recursive: true });
    uploads.set(token, upload);
    return token;
  }

  async function release(token: string): Promise<void> {
    const upload = uploads.get(token);
    uploads.delete(token);
    paths.delete(token);
    if (upload) await rm(upload.folder, { recursive: true, force: true });
  }

  function counted(upload: Upload): Transform {
    return new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        upload.bytes += chunk.byteLength;
        done(upload.bytes > maxBytes ? tooLarge(maxBytes) : null, chunk);
      },
    });
  }

  return {
    add(path) {
      const token = randomUUID();
      paths.set(token, resolve(path));
      return token;
    },

    async receive(token, name, stream) {
      const parts = safeParts(name);
      const offer = token ?? (await begin());
      const upload = uploads.get(offer);
      if (!upload) throw notOffered();
      try {
        upload.files += 1;
        if (upload.files > maxFiles) throw tooMany(maxFiles);
        upload.top.add(parts[0]!);
        const target = join(upload.folder, ...parts);
        await mkdir(dirname(target), { recursive: true });
        await pipeline(Readable.from(stream), counted(upload), createWriteStream(target, { flags: "wx" }));
        return offer;
      } catch (error) {
        await release(offer);
        throw asRefusal(error, folder);
      }
    },

    path(token) {
      const path = paths.get(token);
      if (path !== undefined) return path;
      const upload = uploads.get(token);
      if (!upload) throw notOffered();
      return upload.top.size === 1 ? join(upload.folder, ...upload.top) : upload.folder;
    },

    release,
    async close() {
      for (const token of [...uploads.keys(), ...paths.keys()]) await release(token);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// Names that Windows gives to devices, or that mean another place, or that could not be written on some computer.
const UNSAFE = /^\.{1,2}$|[<>:"|?*\\\p{Cc}]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/** The parts of a relative name, or a refusal if it could lead out of the folder. */
function safeParts(name: string): string[] {
  const parts = name.split("/");
  if (parts.length > 8 || parts.some((part) => part === "" || part.length > 200 || UNSAFE.test(part))) {
    throw badName();
  }
  return parts;
}

function asRefusal(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EEXIST") return badName(error);
  return diskRefusal(error, folder) ?? error;
}

function badName(cause?: unknown): Refusal {
  return new Refusal(
    "bad_name",
    {
      sv: "Ett filnamn i paketet kan inte användas. Ge filerna enkla, olika namn, som participant.csv.",
      en: "A file name in the package cannot be used. Give the files simple, different names, such as participant.csv.",
    },
    { cause },
  );
}

function tooLarge(bytes: number): Refusal {
  const gigabytes = (bytes / 2 ** 30).toFixed(1);
  return new Refusal("too_large", {
    sv: `Paketet är större än ${gigabytes.replace(".", ",")} GB, som är gränsen för uppladdning. Läs in det med kommandot load i stället.`,
    en: `The package is larger than ${gigabytes} GB, which is the limit for uploads. Load it with the command load instead.`,
  });
}

function tooMany(files: number): Refusal {
  return new Refusal("too_many_files", {
    sv: `Paketet har fler än ${files} filer. Välj mappen med extract.json och inget annat.`,
    en: `The package has more than ${files} files. Choose the folder with extract.json and nothing else.`,
  });
}

function notOffered(): Refusal {
  return new Refusal("not_offered", {
    sv: "Filen finns inte kvar hos Sammanhang. Välj den igen.",
    en: "Sammanhang no longer has the file. Choose it again.",
  });
}

/**
 * The one file or folder that a choice of files means, from each file's place on disk and its name relative to what was
 * chosen: a lone file is itself, files of a folder are the folder.
 */
export function chosenPath(files: { path: string; name: string }[]): string {
  const [first] = files;
  if (!first?.path) throw notOffered();
  const depth = first.name.split("/").length;
  if (files.length === 1 && depth === 1) return first.path;
  const parts = first.path.split(sep);
  return parts.slice(0, depth === 1 ? -1 : parts.length - depth + 1).join(sep);
}
