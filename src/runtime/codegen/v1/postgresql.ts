/** What the generated code of a PostgreSQL database imports. */
export * from "./index.js";
export * from "../../codec/postgresql/postgresql-codecs.js";
