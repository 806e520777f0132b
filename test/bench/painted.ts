/** Milliseconds from the start of the navigation until a chart has been painted. Runs in the page. */
export function firstChart(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(".figure svg"))
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Milliseconds from a change of the address until the page has painted the answer. Runs in the page. */
export function repainted(hash: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const before = document.querySelector(".figure svg");
    const look = () => {
      const drawn = document.querySelector(".figure svg");
      const waiting = document.querySelector("[data-loading]") !== null;
      if (drawn && drawn !== before && !waiting) setTimeout(() => resolve(performance.now() - start));
      else if (performance.now() - start > 10_000) reject(new Error(`no new chart for ${hash}`));
      else requestAnimationFrame(look);
    };
    window.location.hash = hash;
    requestAnimationFrame(look);
  });
}
