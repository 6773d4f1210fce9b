/** A text file's content, and the encoding it was found to be in. */
export type DecodedText = { text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' };

/**
 * Decodes a text file as offices send them: by its byte order mark, else as UTF-8 where it is valid, else as GB18030,
 * which Chinese spreadsheets write. Every file has a reading; whether it makes sense is for its reader to say.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (error instanceof TypeError) return decoded('gb18030', bytes);
    throw error;
  }
}

function decoded(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
