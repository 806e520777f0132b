import { Refusal } from "../refusal.ts";
import { isValid, type VectorMemory, validityBytes } from "./vector-memory.ts";

/** Texts end to end as UTF-8, and where each begins. The last offset is where the last one ends. */
export interface TextColumn {
  offsets: Int32Array;
  bytes: Uint8Array;
}

export interface TextWriter {
  /** The next row's text; nothing for a row without a value. */
  add(text: string | null): void;
  /** The rows of a vector of texts; `textAt` is asked for those that do not lie in the vector itself. */
  addVector(vector: VectorMemory, textAt: (row: number) => string | null): void;
  done(): TextColumn;
}

// DuckDB keeps a text as 16 bytes: its length, then up to 12 bytes of it, or else 4 bytes of it and a pointer to all.
const slotBytes = 16;
const inlineBytes = 12;

const encoder = new TextEncoder();
const largestColumn = 2 ** 31 - 1;

export function writeTexts(rowCount: number): TextWriter {
  const offsets = new Int32Array(rowCount + 1);
  let bytes = new Uint8Array(Math.max(64, rowCount * 8));
  let row = 0;
  let end = 0;

  function reserve(more: number): void {
    if (end + more <= bytes.length) return;
    if (end + more > largestColumn) throw tooMuchText();
    const larger = new Uint8Array(Math.min(largestColumn, Math.max(bytes.length * 2, end + more)));
    larger.set(bytes.subarray(0, end));
    bytes = larger;
  }

  function add(text: string | null): void {
    if (text !== null) {
      reserve(text.length * 3);
      end += encoder.encodeInto(text, bytes.subarray(end)).written;
    }
    offsets[++row] = end;
  }

  function addAgain(from: number, length: number): void {
    reserve(length);
    bytes.copyWithin(end, from, from + length);
    end += length;
    offsets[++row] = end;
  }

  return {
    add,
    addVector(vector, textAt) {
      const { dataView, itemCount } = vector;
      const memory = new Uint8Array(dataView.buffer, dataView.byteOffset, dataView.byteLength);
      const validity = validityBytes(vector);
      // Where a column repeats a long text, its rows often share one pointer.
      let [low, high, known] = [0, 0, -1];
      for (let at = 0; at < itemCount; at++) {
        const slot = at * slotBytes;
        const length = isValid(validity, at) ? dataView.getUint32(slot, true) : 0;
        if (length <= inlineBytes) {
          reserve(inlineBytes);
          for (let byte = slot + 4; byte < slot + 4 + length; byte++) bytes[end++] = memory[byte]!;
          offsets[++row] = end;
          continue;
        }
        const sameLow = dataView.getUint32(slot + 8, true) === low;
        const sameHigh = dataView.getUint32(slot + 12, true) === high;
        if (known >= 0 && sameLow && sameHigh && offsets[known + 1]! - offsets[known]! === length) {
          addAgain(offsets[known]!, length);
          continue;
        }
        add(textAt(at));
        [low, high, known] = [dataView.getUint32(slot + 8, true), dataView.getUint32(slot + 12, true), row - 1];
      }
    },
    done: () => ({ offsets, bytes: bytes.subarray(0, end) }),
  };
}

function tooMuchText(): Refusal {
  return new Refusal("answer_too_large", {
    sv: "Svaret har en textkolumn som är större än två gigabyte. Begränsa frågan till färre rader.",
    en: "The answer has a text column of more than two gigabytes. Limit the query to fewer rows.",
  });
}
