interface SkeletonProps {
  width?: string;
  /** Pixels; a line of text where missing. */
  height?: number;
  /** Said to screen readers, once for a whole block. */
  label?: string;
}

/** Keeps the place of what is awaited. */
export function Skeleton({ width = "100%", height, label }: SkeletonProps) {
  return (
    <span className="skeleton" style={{ width, height: height ?? "1.1em" }} role={label ? "status" : undefined}>
      {label === undefined ? null : <span className="hidden-visually">{label}</span>}
    </span>
  );
}
