/** `ro` is reported only, `wo` is accepted only, `rw` is both. */
export type DpMode = 'ro' | 'rw' | 'wo'

/** What a data point holds. */
export type DpType =
  | { readonly kind: 'bool' }
  /** Whole numbers as transmitted; a value is divided by 10 to the power of `scale` to be in `unit`. */
  | {
      readonly kind: 'value'
      /** The smallest value, as transmitted. */
      readonly min: number
      /** The largest value, as transmitted. */
      readonly max: number
      /** The distance between two values, as transmitted. */
      readonly step: number
      /** The number of decimal places: 10 to this power divides the transmitted value. */
      readonly scale: number
      /** Empty if the vendor names none. */
      readonly unit: string
    }
  | {
      readonly kind: 'enum'
      /** The values that the data point can have. */
      readonly range: readonly string[]
    }
  /** `maxLength` counts UTF-16 units. */
  | {
      readonly kind: 'string'
      /** The longest text, in UTF-16 units; absent if the source does not have it. */
      readonly maxLength?: number
    }
  /** A whole number; `bits` is their count. */
  | {
      readonly kind: 'bitmap'
      /** The number of bits; absent if the source does not have it. */
      readonly bits?: number
    }
  | { readonly kind: 'raw' }

/** The definition of a data point. */
export type DpDefinition = DpType & {
  /** The code of the data point, which is the same on all locks. */
  readonly code: string
  /** Absent if the source does not have it; commands by code need none. */
  readonly id?: string
  /** Whether the lock reports the data point, accepts it, or both. */
  readonly mode: DpMode
}

/** A definition that could not be read, and why; never a value. */
export interface DpDrift {
  /** The code, or the position of an entry without one. */
  readonly path: string
  /** Why the entry could not be read. */
  readonly message: string
}

/** Definitions, and the entries that could not be read. */
export interface DpDefinitions {
  /** The definitions that could be read. */
  readonly definitions: readonly DpDefinition[]
  /** The entries that could not be read; empty if all could. */
  readonly drift: readonly DpDrift[]
}
