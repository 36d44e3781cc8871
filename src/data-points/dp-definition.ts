/** `ro` is reported only, `wo` is accepted only, `rw` is both. */
export type DpMode = 'ro' | 'rw' | 'wo'

/** What a data point holds. */
export type DpType =
  | { readonly kind: 'bool' }
  /** Whole numbers as transmitted; a value is divided by 10 to the power of `scale` to be in `unit`. */
  | {
      readonly kind: 'value'
      readonly min: number
      readonly max: number
      readonly step: number
      readonly scale: number
      /** Empty if the vendor names none. */
      readonly unit: string
    }
  | { readonly kind: 'enum'; readonly range: readonly string[] }
  /** `maxLength` counts UTF-16 units. */
  | { readonly kind: 'string'; readonly maxLength?: number }
  /** A whole number; `bits` is their count. */
  | { readonly kind: 'bitmap'; readonly bits?: number }
  | { readonly kind: 'raw' }

/** The definition of a data point. */
export type DpDefinition = DpType & {
  readonly code: string
  /** Absent if the source does not tell it; commands by code need none. */
  readonly id?: string
  readonly mode: DpMode
}

/** A definition that could not be read, and why; never a value. */
export interface DpDrift {
  /** The code, or the position of an entry without one. */
  readonly path: string
  readonly message: string
}

/** Definitions, and the entries that could not be read. */
export interface DpDefinitions {
  readonly definitions: readonly DpDefinition[]
  readonly drift: readonly DpDrift[]
}
