/** The SHA-256 of a text (FIPS 180-4) in hexadecimal: what is kept in place of a secret. */
export async function digestOf(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');
}
