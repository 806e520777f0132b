import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { filePalette, screenPalette } from "../../renderer/charts/palette.ts";

const css = readFileSync(resolve(import.meta.dirname, "../../renderer/styles/tokens.css"), "utf8");
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name as string,
    { light: light as string, dark: dark as string },
  ]),
);

const grounds = ["paper", "surface", "hover", "accent-soft"];
const texts = ["ink", "muted", "faint", "accent", "target", "warn"];
const marks = ["c1", "c2", "c3", "c4", "c5", "c6", "rest", "edge", "target"];

// WCAG 2.2: 4.5 for text (1.4.3), 3 for what one must see to understand (1.4.11).
describe.each(["light", "dark"] as const)("%s", (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))("%s is legible on %s", (text, ground) => {
    // On the tint of what is chosen stand only names, in ink, muted or accent.
    if (ground === "accent-soft" && !["ink", "muted", "accent"].includes(text)) return;
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("%s is seen on a card", (mark) => {
    expect(contrast(color(mark, theme), color("surface", theme))).toBeGreaterThanOrEqual(3);
  });

  it("a warning is legible on its ground, and a filled button on its own", () => {
    expect(contrast(color("warn", theme), color("warn-soft", theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color("ink", theme), color("warn-soft", theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color("on-accent", theme), color("accent", theme))).toBeGreaterThanOrEqual(4.5);
  });

  it("the steering room's strip is legible, its bar too, and its frame is seen on the page", () => {
    // What stands on the strip, in styles/steering.css.
    for (const text of ["#ffffff", "#c6d0e2"]) {
      expect(contrast(text, color("room", theme))).toBeGreaterThanOrEqual(4.5);
    }
    for (const text of ["ink", "muted", "faint"]) {
      expect(contrast(color(text, theme), color("room-soft", theme))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(color("room-edge", theme), color("paper", theme))).toBeGreaterThanOrEqual(3);
  });
});

it("charts in files have the light theme's colours", () => {
  for (const [role, token] of Object.entries(screenPalette)) {
    const name = /^var\(--([\w-]+)\)$/.exec(token)?.[1] ?? "";
    expect(filePalette[role as keyof typeof filePalette], role).toBe(pairs.get(name)?.light);
  }
});

function color(name: string, theme: "light" | "dark"): string {
  const pair = pairs.get(name);
  if (pair === undefined) throw new Error(`tokens.css has no --${name} for both themes.`);
  return pair[theme];
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
