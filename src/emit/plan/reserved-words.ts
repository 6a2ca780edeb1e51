import { codecSymbols } from "../../runtime/codegen/v1/symbols.js";

/** Names that no exported type, class or constant may take: JavaScript's own, and what generated files import or declare themselves. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...words(`
    AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError
    FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number
    Object Promise Proxy RangeError Record ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal
    TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet arguments eval globalThis undefined
  `),
  ...words(`
    any as async await bigint boolean break case catch class const continue debugger declare default delete do else enum export extends false finally for
    from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private
    protected public readonly require return set static string super switch symbol this throw true try type typeof unique unknown using var void while
    with yield
  `),
  ...words(`
    AppendRepository DeleteRepository InsertDeleteRepository InsertRepository InsertUpdateRepository UpdateDeleteRepository UpdateRepository
    Database Executor Many Maybe One OrderDirection PostgresqlOptions ReadRepository Repository Row SqliteOptions TableMeta ToMany ToManyWhere ToOne
    Codec connect defineTable defineView defineWritableView many maybe one openPostgresql openSqlite
    CallOptions OverloadOptions Routines callOverload callRoutine defineRoutine manyRawRecords manyRecords manyRows manyValues noResult oneRawRecord
    oneRecord oneRow oneValue recordWithSets
  `),
  ...Object.keys(codecSymbols),
  ...Object.values(codecSymbols).flatMap((symbol): readonly string[] => symbol.imports),
]);

/** Names that would hide what every object has, or make one look like a promise. */
export const objectMembers: ReadonlySet<string> = new Set(
  words(`
    __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty isPrototypeOf propertyIsEnumerable prototype
    then toJSON toLocaleString toString valueOf
  `),
);

/** Members of the runtime's `Database`. */
export const databaseMembers: ReadonlySet<string> = new Set([
  ...objectMembers,
  ...words("catch close dialect executor finally onQuery ping sql transaction types"),
]);

/** Names that a filter gives a meaning of its own. */
export const columnMembers: ReadonlySet<string> = new Set([...objectMembers, "and", "or", "not"]);

/** Names that Windows keeps for devices, whatever suffix follows. */
export const deviceNames: ReadonlySet<string> = new Set(
  words(
    "aux con nul prn com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 conin$ conout$",
  ),
);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
