/** A vendor document; for an operation that the documents leave out, where it was seen and how sure that is. */
export type ReferenceSource =
  | {
      readonly document: string
      /** The first and the last line. */
      readonly lines: readonly [number, number]
    }
  | {
      /** A: the whole vendor page, or two independent sources. B: one source, or parts of the page. */
      readonly confidence: 'A' | 'B'
      /** Vendor page, clients, answers. */
      readonly seen: readonly ('vendor page' | 'clients' | 'answers')[]
      readonly pages?: readonly string[]
      /** Public repositories. */
      readonly projects?: readonly string[]
    }

/** The documentation of an action; taken from the comments of its file when the package is built. */
export interface ReferenceEntry {
  readonly description: string
  /** Where the vendor describes it, or where it was seen. */
  readonly source?: ReferenceSource
  /** What the vendor's document leaves open or contradicts. */
  readonly contradictions?: string
  /** Code that calls it, where the comment has an example. */
  readonly example?: string
  /** By the path of the field: `params.page_no`, `result.records[].lock_user_id`. */
  readonly notes: Readonly<Record<string, string>>
}

/** By the vendor's names. */
export type Reference = Readonly<Record<string, ReferenceEntry>>
