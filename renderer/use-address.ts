import { useSyncExternalStore } from "react";
import { type Address, readAddress, writeAddress } from "./address.ts";

/** The address in the window, followed as the reader goes back, forward or types another. */
export function useAddress(): Address {
  useSyncExternalStore(subscribe, () => location.hash);
  return current();
}

/** Goes to an address. `replace` takes the present one's place in the history, for steps that nobody wants back. */
export function goTo(address: Address, how: "push" | "replace" = "push"): void {
  const hash = writeAddress(address);
  if (hash === location.hash) return;
  if (how === "push") history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

let cached: { hash: string; address: Address } | undefined;

function current(): Address {
  // The same object for the same hash, so that what depends on the address is not computed anew.
  if (cached?.hash !== location.hash) cached = { hash: location.hash, address: readAddress(location.hash) };
  return cached.address;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    window.removeEventListener("hashchange", onChange);
    window.removeEventListener("popstate", onChange);
  };
}
