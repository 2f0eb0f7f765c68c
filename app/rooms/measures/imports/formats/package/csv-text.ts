/** Reads one CSV record from text, as RFC 4180 has it. For headers and for showing what a bad line holds. */

/** The fields of the first record in `text`, and how many characters the record takes, its line end included. */
export const readRecord = (text: string, delimiter = ','): { fields: string[]; length: number } => {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let at = 0;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && field === '') isQuoted = true;
    else if (char === delimiter) {
      fields.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') break;
    else field += char;
  }
  const end = text.startsWith('\r\n', at) ? 2 : 1;
  return { fields: [...fields, field], length: Math.min(text.length, at + end) };
};
