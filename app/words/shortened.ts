const longest = 70;

/** A sentence cut at a word where it is long. */
export const shortened = (statement: string): string => {
  const text = statement.replace(/\.$/, '');
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
};
