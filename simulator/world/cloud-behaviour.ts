/** How the totals of a page are wrong: they count the page alone, are 0, or promise further rows for ever. */
export type WrongTotals = 'of-page' | 'none' | 'endless'

/**
 * How the cloud differs from an ideal one, as clouds are reported to. All of it is off if absent. A seed may contain these
 * options, and a test may change them in `simulator.world`.
 *
 * @example
 * ```ts
 * const slowCloud = createSimulator({ clock, seed: { ...seed, mostRowsPerPage: 2, listTotals: 'endless' } })
 * slowCloud.world.clockOffsetMs = 120_000 // now two minutes ahead of the phone
 * ```
 */
export interface CloudBehaviour {
  /** The time of the cloud and its locks minus that of `clock`, which is the phone's; milliseconds. */
  clockOffsetMs?: number
  /**
   * Lists show passwords, members, methods and records as they were so long ago, in milliseconds. Data points, tickets and the
   * answers of commands are current. A change that a test makes in the world counts from the next request on.
   */
  listLagMs?: number
  /** A page has at most so many rows, also if the request asks for more. */
  mostRowsPerPage?: number
  /** The totals of every page; `endless` also sets its flag for further rows. */
  listTotals?: WrongTotals
  /** Every page is the first one, whatever number or offset the request has. */
  repeatsFirstPage?: boolean
  /** The actions that the cloud refuses to this account, each with the vendor's code, such as 1106. */
  deniedActions?: Readonly<Record<string, number>>
  /** The project was created before 30 June 2021: it also accepts signatures that cover no method, URL and body. */
  acceptsOldSignatures?: boolean
  /** What each action that lists records adds to their times, in milliseconds. */
  recordOffsetsMs?: Readonly<Record<string, number>>
}
