/** A report of a data point. */
export interface LockReport {
  readonly deviceId: string
  /** By codes. */
  readonly dps: Readonly<Record<string, unknown>>
}
