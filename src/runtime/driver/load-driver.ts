import { ConnectionFailedError } from "../errors/connection-errors.js";

/** Loads a driver's package. One that is not installed is a `ConnectionFailedError` that says how to get it. */
export async function loadDriver<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error, name)) throw error;
    throw new ConnectionFailedError(`${name}: the driver is not installed: run "npm install ${name}"`, {
      cause: error,
    });
  }
}

/** A package that the driver itself misses is another matter. */
function isMissing(error: unknown, name: string): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_MODULE_NOT_FOUND" &&
    error.message.includes(`'${name}'`)
  );
}
