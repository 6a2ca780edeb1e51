/** Why an operation of the file system failed, in words, without the path that the message around it already names. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return reasons[code] ?? error.message;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EEXIST: "it already exists",
  EISDIR: "it is a folder",
  EMFILE: "too many files are open",
  ENOENT: "there is no such file or folder",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "a part of its path is a file, not a folder",
  ENOTEMPTY: "the folder is not empty",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};
