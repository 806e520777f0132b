import type { DropZoneProps } from "react-aria-components/DropZone";
import type { OfferedFile } from "./host.ts";

type DropItem = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0]["items"][number];
type FilesItem = Exclude<DropItem, { kind: "text" }>;

/** All files of what was dropped, folders with everything in them, named relative to what was dropped. */
export async function droppedFiles(items: readonly DropItem[]): Promise<OfferedFile[]> {
  const found = await Promise.all(items.map((item) => (item.kind === "text" ? [] : filesOf(item, ""))));
  return found.flat();
}

async function filesOf(item: FilesItem, folder: string): Promise<OfferedFile[]> {
  const name = folder + item.name;
  if (item.kind === "file") return [{ name, file: await item.getFile() }];
  const files: OfferedFile[] = [];
  for await (const entry of item.getEntries()) files.push(...(await filesOf(entry, `${name}/`)));
  return files;
}

/** The files of a chooser, named relative to the folder that was chosen. */
export function chosenFiles(list: FileList | null): OfferedFile[] {
  return Array.from(list ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file }));
}
