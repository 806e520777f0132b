import { useSyncExternalStore } from "react";
import type { OfferedFile } from "./host.ts";
import { createLoadStore, type Loading } from "./load-store.ts";
import { useWorkbench } from "./workbench.tsx";

// Of the window rather than of a page: a load goes on while the reader looks elsewhere.
const store = createLoadStore();

export interface Load {
  loading: Loading;
  start(files: OfferedFile[]): void;
  confirm(codes: string[]): void;
  cancel(): void;
  dismiss(): void;
}

/** The load of this window. After a package was accepted the catalogue is asked for anew, and so every figure is. */
export function useLoad(): Load {
  const { connection, refresh } = useWorkbench();
  const loading = useSyncExternalStore(store.subscribe, store.current);
  return {
    loading,
    start: (files) => void store.start(files, connection, refresh),
    confirm: (codes) => void store.confirm(codes, connection, refresh),
    cancel: store.cancel,
    dismiss: store.dismiss,
  };
}
