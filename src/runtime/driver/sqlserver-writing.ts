/**
 * Whether a statement may write. The server has no transactions that only read, and takes several statements in one text without a mark between them, so
 * every word counts that begins a write: they are reserved, thus never a bare name
 * (https://learn.microsoft.com/en-us/sql/t-sql/language-elements/reserved-keywords-transact-sql). A procedure counts as a write, whatever it does.
 */
export function mayWrite(sql: string): boolean {
  const words = sql.replace(aside, " ");
  return !reads.test(words) || writes.test(words);
}

/** Texts, quoted names and comments. */
const aside = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** A text that begins otherwise may call a procedure by its bare name. */
const reads = /^[\s(;]*(?:select|with|declare|set|if|waitfor|print)\b/i;

const writes =
  /(?<![@#$\w])(?:insert|update|delete|merge|truncate|into|create|alter|drop|exec|execute|grant|revoke|deny|bulk|backup|restore|dbcc|commit|rollback|save|kill|shutdown|writetext|updatetext)(?![@#$\w])/i;
