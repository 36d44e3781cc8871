/** Work that is due at a time. */
export interface ScheduledWork {
  readonly dueAtMs: number
  run(): void
}

/** Pending work, earliest first; at the same time, in order of insertion. */
export class WorkQueue {
  private readonly entries: ScheduledWork[] = []

  get first(): ScheduledWork | undefined {
    return this.entries[0]
  }

  add(entry: ScheduledWork): void {
    let index = this.entries.length
    while (index > 0 && (this.entries[index - 1]?.dueAtMs ?? 0) > entry.dueAtMs) index--
    this.entries.splice(index, 0, entry)
  }

  remove(entry: ScheduledWork): void {
    const index = this.entries.indexOf(entry)
    if (index >= 0) this.entries.splice(index, 1)
  }
}
