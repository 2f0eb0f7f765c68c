/** Round tick values inside a range, about as many as asked for. */
export const roundTicks = (
  [low, high]: readonly [number, number],
  about: number,
): { readonly values: readonly number[]; readonly step: number } => {
  const rough = (high - low) / Math.max(1, about);
  if (!(rough > 0)) return { values: [low], step: 1 };
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return {
    values: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step),
    step,
  };
};
