/** A name within a schema, in the catalog's own spelling. */
export interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}
