import type {
  Catalog,
  DeliveryDiff,
  DiffRequest,
  Fault,
  FiguresRequest,
  Host,
  LoadReport,
  LoadRequest,
  Progress,
  SaveReport,
  SaveRequest,
  ShownAnswer,
  SqlRequest,
} from "../electron/contract.ts";

/** What every method of a remote host rejects with. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message.en);
    this.name = "FaultError";
    this.fault = fault;
  }
}

/** How a remote host is reached: sends a method's name and its request, and resolves to the answer as it came. */
export type Send = (method: keyof Host, request: unknown, signal?: AbortSignal) => Promise<unknown>;

/** The same interface as the object that answers. */
export function remoteHost(send: Send): Host {
  return {
    catalog: (request: Record<string, never>, signal) => send("catalog", request, signal) as Promise<Catalog>,
    figures: (request: FiguresRequest, signal) => send("figures", request, signal) as Promise<Uint8Array>,
    sql: (request: SqlRequest, signal) => send("sql", request, signal) as Promise<Uint8Array>,
    load: (request: LoadRequest, signal) => send("load", request, signal) as Promise<LoadReport>,
    progress: (request: { job: string }, signal) => send("progress", request, signal) as Promise<Progress>,
    save: (request: SaveRequest, signal) => send("save", request, signal) as Promise<SaveReport>,
    diff: (request: DiffRequest, signal) => send("diff", request, signal) as Promise<DeliveryDiff>,
    ledger: (request: Record<string, never>, signal) => send("ledger", request, signal) as Promise<ShownAnswer[]>,
  };
}

interface Reply {
  id: number;
  value?: unknown;
  fault?: Fault;
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: FaultError) => void;
}

/** Reaches a host through one end of a message channel. */
export function sendOverPort(port: MessagePort): Send & { fail(fault: Fault): void } {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  port.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.fault) asked?.reject(new FaultError(data.fault));
    else asked?.resolve(data.value);
  });
  port.start();

  const send: Send = (method, request, signal) => {
    if (signal?.aborted) return Promise.reject(new FaultError(cancelled));
    lastId += 1;
    const id = lastId;
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      signal?.addEventListener(
        "abort",
        () => {
          if (!waiting.delete(id)) return;
          port.postMessage({ id, cancel: true });
          reject(new FaultError(cancelled));
        },
        { once: true },
      );
      port.postMessage({ id, method, request });
    });
  };

  return Object.assign(send, {
    /** Ends everything that waits: the other end is gone. */
    fail(fault: Fault) {
      for (const { reject } of waiting.values()) reject(new FaultError(fault));
      waiting.clear();
    },
  });
}

/** Reaches a host at an address of this computer. `fetcher` is the browser's own except in tests. */
export function sendOverHttp(base: string, fetcher: typeof fetch = fetch): Send {
  return async (method, request, signal) => {
    const response = await asked(() =>
      fetcher(`${base}/host/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
        signal: signal ?? null,
      }),
    );
    return asked(() => answer(response));
  };
}

/** Uploads one file of a package; resolves to the offer's token. */
export async function upload(
  base: string,
  file: { body: Blob; name: string; token?: string },
  options: { signal?: AbortSignal; fetcher?: typeof fetch } = {},
): Promise<string> {
  const { signal, fetcher = fetch } = options;
  const query = new URLSearchParams({ name: file.name, ...(file.token ? { token: file.token } : {}) });
  const response = await asked(() =>
    fetcher(`${base}/offer?${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file.body,
      signal: signal ?? null,
    }),
  );
  return ((await asked(() => answer(response))) as { offer: string }).offer;
}

/** Opens the steering group's room beside this one; resolves to where it is served. */
export async function openSteering(base: string, fetcher: typeof fetch = fetch): Promise<string> {
  const response = await asked(() => fetcher(`${base}/steering`, { method: "POST" }));
  return ((await asked(() => answer(response))) as { address: string }).address;
}

async function answer(response: Response): Promise<unknown> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (!isJson) return new Uint8Array(await response.arrayBuffer());
  const value: unknown = await response.json();
  if (!response.ok) throw new FaultError(value as Fault);
  return value;
}

/** What the browser throws becomes a fault: aborting is a cancel, everything else means that nobody answered. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError((error as Error).name === "AbortError" ? cancelled : silent);
  }
}

const cancelled: Fault = { code: "cancelled", message: { sv: "Avbrutet.", en: "Cancelled." } };

const silent: Fault = {
  code: "engine_gone",
  message: {
    sv: "Sammanhang svarar inte längre. Inget har gått förlorat. Starta programmet igen och öppna adressen det skriver ut.",
    en: "Sammanhang no longer answers. Nothing is lost. Start the program again and open the address that it prints.",
  },
};
