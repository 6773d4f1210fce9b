/** Whether a photograph of a case is kept on our own server: a page loads nothing from elsewhere. */
export function isOwnPhoto(address: string): boolean {
  return address.startsWith('/api/v1/cases/');
}
