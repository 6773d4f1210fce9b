/** A file that cannot be read at all; the message says what is wrong with it and how to mend it. */
export class FileFault extends Error {
  override name = 'FileFault';
}
