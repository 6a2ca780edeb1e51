/** How much a diagnostic matters. Under `--strict` a warning fails the run; a note never does. */
export type Severity = "warning" | "note";

/** Something the user should know: what was met, where, and what to do about it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The object it is about, as `schema.table.column`. */
  readonly subject: string;
  readonly message: string;
  /** What the user can do. */
  readonly hint: string;
}

interface DiagnosticKind {
  readonly severity: Severity;
  /** With `{name}` holes, each filled from the values given to `diagnostic`. */
  readonly message: string;
  readonly hint: string;
}

/** Every diagnostic there is. A code is never used for another meaning, nor used again when it is gone. */
export const diagnosticKinds = {
  TW1001: {
    severity: "warning",
    message: 'the type "{type}" is not known, so the column is declared unknown',
    hint: "give the column a type rule in the configuration, or exclude it",
  },
  TW1010: {
    severity: "warning",
    message: "it cannot be read, so its columns are not known: {reason}",
    hint: "mend its definition or what it rests on, drop it, or exclude it",
  },
  TW1011: {
    severity: "warning",
    message: 'the foreign key to "{target}" cannot be followed, so it gives no relation: {reason}',
    hint: "make the referenced columns a primary or unique key, or drop the foreign key",
  },
  TW1012: {
    severity: "warning",
    message:
      "the text of its CREATE TABLE statement does not agree with its columns, so constraint names and checks are missing",
    hint: "recreate the table from a plain CREATE TABLE statement",
  },
  TW1013: {
    severity: "warning",
    message: "it is computed, and the database tells no type for it, so the column is declared unknown",
    hint: "give the column a type rule in the configuration, or put a CAST around it in the view",
  },
  TW1015: {
    severity: "note",
    message: "the server does not show the connecting user {what}: that takes {privilege}",
    hint: "grant the privilege, or read the database as its owner",
  },
  TW1020: {
    severity: "warning",
    message: 'the type "{type}" of the {part} is not known, so it is declared unknown',
    hint: "call it in raw SQL, or leave its name out of the routines in the configuration",
  },
  TW1021: {
    severity: "note",
    message: "it has no method: {reason}",
    hint: "call it in raw SQL, which can say what the catalog does not",
  },
  TW1022: {
    severity: "note",
    message: "it is a package, and the catalog does not list what is in one, so its routines have no methods",
    hint: "call its routines in raw SQL, or through functions and procedures outside of packages",
  },
  TW1023: {
    severity: "note",
    message: "the server does not say whether its views can be read: {reason}",
    hint: "read each view once before relying on it",
  },
  TW2001: {
    severity: "warning",
    message: 'the name "{name}" is taken by "{other}", so it is called "{given}"',
    hint: "give one of them a name of its own in the configuration",
  },
  TW2002: {
    severity: "note",
    message: 'the name "{name}" is reserved, so it is called "{given}"',
    hint: "give it another name in the configuration",
  },
  TW2003: {
    severity: "note",
    message: 'the relation name "{name}" is taken by "{other}", so the relation is called "{given}"',
    hint: "give the relation a name of its own in the configuration",
  },
  TW2004: {
    severity: "warning",
    message: 'the type "{type}" is not in the model, so the column is declared unknown',
    hint: "include the type's schema, or give the column a type rule in the configuration",
  },
  TW2005: {
    severity: "note",
    message: 'the name "{name}" is taken by "{other}", so what would be exported under it is called "{given}"',
    hint: "give the other one a name of its own in the configuration",
  },
  TW2006: {
    severity: "note",
    message: 'the rows of "{type}" are not in the module, so they are declared as records of texts',
    hint: "include the table or view, or leave the routine's name out of the routines in the configuration",
  },
  TW2010: {
    severity: "note",
    message: "the connecting role can neither read it nor insert into it, so it is left out of the module",
    hint: "grant the role what it needs, or do not ask for privileges to be respected",
  },
  TW2011: {
    severity: "note",
    message: "the connecting role may not use it, so it is left out of the module",
    hint: "grant the role what it needs, or do not ask for privileges to be respected",
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;

export type DiagnosticCode = keyof typeof diagnosticKinds;

type Holes<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type Values<Code extends DiagnosticCode> = Readonly<
  Record<Holes<(typeof diagnosticKinds)[Code]["message"]>, string | number>
>;

/** Makes a diagnostic: `diagnostic("TW1001", "public.t.c", { type: "cube" })`. */
export function diagnostic<Code extends DiagnosticCode>(code: Code, subject: string, values: Values<Code>): Diagnostic {
  const kind: DiagnosticKind = diagnosticKinds[code];
  const given: Readonly<Record<string, string | number>> = values;
  const message = kind.message.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(given[name] ?? hole));
  return { code, severity: kind.severity, subject, message, hint: kind.hint };
}

/** What went wrong, as far as the exit code cares: usage, config and output give 1, connection and catalog 3. */
export type FailureKind = "usage" | "config" | "output" | "connection" | "catalog";

/** A failure that the user can understand and mend: its message is shown as it is, without a stack. Never holds a credential. */
export class Failure extends Error {
  /**
   * A failure of another copy of this package counts too: a configuration, and what it imports, may be loaded beside the program that is running.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Failure" && "kind" in value && "hint" in value;
  }

  override readonly name = "Failure";
  readonly kind: FailureKind;
  /** What the user can do; null where the message says it all. */
  readonly hint: string | null;

  constructor(kind: FailureKind, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.hint = options.hint ?? null;
  }
}
