/** An e-mail address as it is compared: the same for every way of writing it. */
export function plainEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
