import { type SchedulerAction, Subscription } from 'rxjs'

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

/** The part of a clock that an action uses. */
export interface ClockQueue {
  now(): number
  add(entry: ScheduledWork): void
  remove(entry: ScheduledWork): void
}

/** A scheduled action of rxjs, which may reschedule itself while it runs. */
export class ClockAction<T> extends Subscription implements SchedulerAction<T> {
  private entry: ScheduledWork | undefined

  constructor(
    private readonly queue: ClockQueue,
    private readonly work: (this: SchedulerAction<T>, state?: T) => void,
  ) {
    super()
  }

  schedule(state?: T, delayMs = 0): Subscription {
    if (this.closed) return this
    this.removeEntry()
    this.entry = {
      // A delay with jitter is fractional, and the time of a cloud is an integer.
      dueAtMs: this.queue.now() + Math.ceil(Math.max(0, delayMs)),
      run: () => {
        this.entry = undefined
        this.work.call(this, state)
      },
    }
    this.queue.add(this.entry)
    return this
  }

  override unsubscribe(): void {
    if (this.closed) return
    this.removeEntry()
    super.unsubscribe()
  }

  private removeEntry(): void {
    if (this.entry !== undefined) this.queue.remove(this.entry)
    this.entry = undefined
  }
}
