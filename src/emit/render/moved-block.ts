import { fitsIn } from "./fits-in.js";

/** A block of lines that stand one step further right than they were printed, because the line that opens it is too long. */
export interface MovedBlock {
  /** The opening line, broken. */
  readonly opened: string;
  /** The line that closes the block, as it was printed. */
  readonly closing: string;
  /** The line that closes it, at its new place. */
  readonly closed: string;
}

/**
 * How a line breaks that opens a block and is too long; null for one that opens none, or has no place to break. `printed` is the line as it was printed,
 * `line` as it stands, and `widthMax` what it may take.
 */
export function moveBlock(line: string, printed: string, widthMax: number): MovedBlock | null {
  const [, before, call = ""] = /^((?:export )?const \S+: \S+ =) (\S*\()\{$/.exec(line) ?? [];
  if (before !== undefined) {
    // Where all but the brace fits, the brace alone goes to the next line.
    return fitsIn(line, widthMax + 1)
      ? { opened: `${before} ${call}\n  {`, closing: "});", closed: "  },\n);" }
      : { opened: `${before}\n  ${call}{`, closing: "});", closed: "  });" };
  }
  const property = /^( *)(\w+:) (\S+\()\{$/.exec(line);
  if (property !== null) return moveProperty(property, line, { printed, widthMax });
  const [, indentation, construction = ""] = /^( *)(new \S+\()\{$/.exec(line) ?? [];
  if (indentation === undefined) return null;
  const closing = `${/^ */.exec(printed)?.[0] ?? ""}}),`;
  return {
    opened: `${indentation}${construction}\n${indentation}  {`,
    closing,
    closed: `${indentation}  },\n${indentation}),`,
  };
}

/** A property whose value is a call of one object: the call goes to the next line, or where all but the brace fits, the brace alone does. */
function moveProperty(
  [, space = "", key = "", call = ""]: RegExpExecArray,
  line: string,
  { printed, widthMax }: { readonly printed: string; readonly widthMax: number },
): MovedBlock {
  const closing = `${/^ */.exec(printed)?.[0] ?? ""}}),`;
  return fitsIn(line, widthMax + 1)
    ? { opened: `${space}${key} ${call}\n${space}  {`, closing, closed: `${space}  },\n${space}),` }
    : { opened: `${space}${key}\n${space}  ${call}{`, closing, closed: `${space}  }),` };
}
