/** Hides the password of every URL in a text, and the values of parameters that are secrets by their names. */
export function redactUrls(text: string): string {
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/[^\s:@/"']*):\S*@/gi, "$1:***@")
    .replaceAll(/\b(password|passwd|pwd|passphrase|token|secret|sslpassword)=[^&;\s"']+/gi, "$1=***");
}
