/** A figure somebody looked at before deciding, kept as it stood: a later definition or data version does not change it. */

export interface ConsultedFigure {
  readonly measure: string;
  readonly title: string;
  readonly definitionVersion: string;
  readonly unit: { readonly per: number; readonly words: string };
  /** Whose figure it is: "the whole state", "Alder". */
  readonly of: string;
  readonly dataVersion: number | null;
  readonly asOf: string | null;
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isFinal: boolean;
  /** Why there is no value. */
  readonly note: string | null;
}
