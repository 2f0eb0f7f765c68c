/** Answers that were given lately. Whatever an answer rests on must be in its key. */

/** `kept('…', () => make())` makes it once, while it is among the `most` asked for last; one that fails is made anew. */
export const keptLately = <T>(most: number) => {
  const answers = new Map<string, Promise<T>>();
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    const answer = known ?? make();
    answers.delete(key);
    answers.set(key, answer);
    if (known === undefined) answer.catch(() => answers.delete(key));
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return answer;
  };
};
