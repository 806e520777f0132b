import type { Bridge, Fault, Host } from "../electron/contract.ts";
import { FaultError, openSteering, remoteHost, type Send, sendOverHttp, sendOverPort, upload } from "./client.ts";

/** A file that a person chose or dropped. `name` is relative: `package/participant.csv` where a folder was chosen. */
export interface OfferedFile {
  name: string;
  file: File;
}

interface OfferOptions {
  signal?: AbortSignal;
  /** How much has been handed over, in bytes. */
  onProgress?: (done: number, total: number) => void;
}

/** The page's way to the engine, the same in both shells. */
export interface Connection {
  shell: "electron" | "browser";
  host: Host;
  /** Hands over a package, for `host.load`. */
  offerFiles(files: OfferedFile[], options?: OfferOptions): Promise<string>;
  /** Opens the steering group's room; resolves to its address. Null where the shell's own menu opens it. */
  openSteering: (() => Promise<string>) | null;
  /** Told when the engine had died and is there again; what was asked of it has been rejected. Returns the way out. */
  onRestart(listener: () => void): () => void;
}

export async function connectHost(): Promise<Connection> {
  const bridge = (window as { sammanhang?: Bridge }).sammanhang;
  return bridge ? connectElectron(bridge) : connectBrowser(window.location.origin);
}

function connectBrowser(base: string): Connection {
  return {
    shell: "browser",
    host: remoteHost(sendOverHttp(base)),
    async offerFiles(files, { signal, onProgress } = {}) {
      const total = files.reduce((sum, { file }) => sum + file.size, 0);
      let token: string | undefined;
      let done = 0;
      for (const { name, file } of files) {
        token = await upload(base, { name, body: file, token }, { signal });
        done += file.size;
        onProgress?.(done, total);
      }
      if (token === undefined) throw new FaultError(nothingChosen);
      return token;
    },
    openSteering: () => openSteering(base),
    // The engine lives in the program that serves the page: they come and go together.
    onRestart: () => () => {},
  };
}

/** A port is asked for at the start and each time the engine was started anew; questions wait until it is there. */
function connectElectron(bridge: Bridge): Connection {
  const listeners = new Set<() => void>();
  let current = requestPort();

  window.addEventListener("message", ({ source, data }) => {
    if (source !== window || data !== "sammanhang:restarted") return;
    void current.then(({ fail }) => fail(restarted));
    current = requestPort();
    for (const listener of listeners) listener();
  });
  const send: Send = async (method, request, signal) => (await current)(method, request, signal);

  return {
    shell: "electron",
    host: remoteHost(send),
    async offerFiles(files, { onProgress } = {}) {
      const total = files.reduce((sum, { file }) => sum + file.size, 0);
      const names = files.map(({ name }) => name);
      const offered = await bridge.offer(
        names,
        Array.from(files, ({ file }) => file),
      );
      if ("fault" in offered) throw new FaultError(offered.fault);
      onProgress?.(total, total);
      return offered.offer;
    },
    openSteering: null,
    onRestart(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function requestPort(): Promise<ReturnType<typeof sendOverPort>> {
  return new Promise((resolve) => {
    const listen = ({ source, data, ports }: MessageEvent): void => {
      if (source !== window || data !== "sammanhang:port") return;
      window.removeEventListener("message", listen);
      resolve(sendOverPort(ports[0]!));
    };
    window.addEventListener("message", listen);
    window.postMessage("sammanhang:connect", window.location.origin);
  });
}

const restarted: Fault = {
  code: "engine_restarted",
  message: {
    sv: "Beräkningen stannade och har startats om. Inget har gått förlorat. Försök igen.",
    en: "The engine stopped and has been started again. Nothing is lost. Try again.",
  },
};

const nothingChosen: Fault = {
  code: "not_offered",
  message: { sv: "Ingen fil valdes. Välj ett paket.", en: "No file was chosen. Choose a package." },
};
