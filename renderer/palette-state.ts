const opened = "sammanhang:palette";

/** Opens the command palette from anywhere. */
export function openPalette(): void {
  window.dispatchEvent(new Event(opened));
}

/** Calls back when the palette is asked for, by `openPalette` or by Ctrl/⌘-K. Returns the way out. */
export function onPalette(open: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    open();
  };
  window.addEventListener(opened, open);
  window.addEventListener("keydown", onKey);
  return () => {
    window.removeEventListener(opened, open);
    window.removeEventListener("keydown", onKey);
  };
}
