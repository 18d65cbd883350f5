/** Why a row, or something in it, is not taken as it stands. Words: `import.reasons.<reason>` of the screen. */
export type RowReason =
  | 'no-name'
  | 'unknown-type'
  | 'unknown-setting'
  | 'unknown-grade'
  | 'unknown-code'
  | 'not-a-position'
  | 'not-degrees'
  | 'half-a-position'
  | 'unknown-shape'
  | 'crosses-itself'
  | 'largest-part'
  | 'longest-part'
  | 'first-point'
  | 'holes-left-out'
  | 'made-simpler'
  | 'position-in-words'
  | 'position-stays'
  | 'postcode-stays'
  | 'too-long';

export interface RowProblem {
  readonly reason: RowReason;
  /** Which column or property. */
  readonly field: string;
  /** What stands there, shortened; never a position. */
  readonly found: string;
  /** How many there were (parts, holes, corners), and how many are left. */
  readonly from?: number;
  readonly to?: number;
}
