import type { Eventually } from "./executor.js";

/** Goes on with a result: at once where it is there, so that an in-process engine pays for no promise. */
export function after<T, R>(value: Eventually<T>, next: (value: T) => Eventually<R>): Eventually<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/**
 * Runs a step and gives its outcome as a promise, a thrown error included: the one asynchronous layer of a call. Rows are typed here: `R` is what the
 * table's generated types say of them.
 */
export function settle<R>(run: () => Eventually<unknown>): Promise<R> {
  try {
    return Promise.resolve(run() as Eventually<R>);
  } catch (error) {
    return Promise.reject(error);
  }
}
