const userName = /^[\p{L}\p{N}][\p{L}\p{N}_.@-]{1,59}$/u;

/** Whether somebody can sign in under a name: 2 to 60 letters of any script, digits, `_ . @ -`. */
export function isUserName(text: string): boolean {
  return userName.test(text);
}
