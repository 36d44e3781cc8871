/** The documentation of an action; taken from the comments of its file when the package is built. */
export interface ReferenceEntry {
  readonly description: string
  /** Where the vendor describes it. */
  readonly source?: {
    readonly document: string
    /** The first and the last line. */
    readonly lines: readonly [number, number]
  }
  /** What the vendor's document leaves open or contradicts. */
  readonly contradictions?: string
  /** By the path of the field: `params.page_no`, `result.records[].lock_user_id`. */
  readonly notes: Readonly<Record<string, string>>
}

/** By the vendor's names. */
export type Reference = Readonly<Record<string, ReferenceEntry>>
