/** Stands for the value of an environment variable, looked up only when a connection is opened. In a JSON configuration it is written the same way. */
export interface EnvReference {
  readonly env: string;
}

/**
 * Keeps a secret out of the configuration: the variable is looked up when the connection is opened, in the process's environment and then in the file
 * `.env` beside the configuration.
 *
 * @example connection: env("DATABASE_URL")
 */
export function env(name: string): EnvReference {
  return { env: name };
}
