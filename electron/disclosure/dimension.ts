/** The code of a total: all of a dimension. */
export const ALL = "*";

/** One breakdown: its finest codes, and the groups they add up to. */
export interface Dimension {
  name: string;
  codes: readonly string[];
  /** The group above a code, and above a group. What is not named here lies directly under all. */
  parents?: Readonly<Record<string, string>>;
  /** The codes do not add up to their total: there are others that no table shows. */
  open?: boolean;
}

/** A dimension as a tree. Node 0 is all; what a node stands for is `codes[node]`. */
export interface Tree {
  name: string;
  codes: string[];
  /** -1 above all. */
  parent: number[];
  children: number[][];
  leaves: number[];
  node: ReadonlyMap<string, number>;
}

/** The code of the leaf that stands for what an open dimension does not show. */
export const REST = "\u0000rest";

export function growTree({ name, codes, parents = {}, open }: Dimension): Tree {
  const tree = { name, codes: [ALL], parent: [-1], children: [[]] as number[][], leaves: [] as number[] };
  const node = new Map([[ALL, 0]]);
  const place = (code: string, below: readonly string[]): number => {
    const known = node.get(code);
    if (known !== undefined) return known;
    if (below.includes(code)) throw new RangeError(`In dimension ${name} the code ${code} lies under itself.`);
    const above = place(Object.hasOwn(parents, code) ? parents[code]! : ALL, [...below, code]);
    const at = tree.codes.push(code) - 1;
    node.set(code, at);
    tree.parent.push(above);
    tree.children.push([]);
    tree.children[above]!.push(at);
    return at;
  };
  for (const code of open ? [...codes, REST] : codes) place(code, []);
  tree.leaves = tree.codes.flatMap((_, at) => (at > 0 && tree.children[at]!.length === 0 ? [at] : []));
  return { ...tree, node };
}

/** A node and all above it, all last. */
export function pathUp({ parent }: Tree, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at >= 0; at = parent[at]!) path.push(at);
  return path;
}
