import { type SchedulerAction, Subscription } from 'rxjs'
import type { ScheduledWork } from './due-work'

/** What an action needs of its clock. */
export interface ClockQueue {
  now(): number
  add(entry: ScheduledWork): void
  remove(entry: ScheduledWork): void
}

/** A scheduled action of rxjs, which may reschedule itself while it runs. */
export class ClockAction<T> extends Subscription implements SchedulerAction<T> {
  private entry: ScheduledWork | undefined

  constructor(
    private readonly agenda: ClockQueue,
    private readonly work: (this: SchedulerAction<T>, state?: T) => void,
  ) {
    super()
  }

  schedule(state?: T, delayMs = 0): Subscription {
    if (this.closed) return this
    this.leaveAgenda()
    this.entry = {
      // A delay with jitter is fractional, and the time of a cloud is an integer.
      dueAtMs: this.agenda.now() + Math.ceil(Math.max(0, delayMs)),
      run: () => {
        this.entry = undefined
        this.work.call(this, state)
      },
    }
    this.agenda.add(this.entry)
    return this
  }

  override unsubscribe(): void {
    if (this.closed) return
    this.leaveAgenda()
    super.unsubscribe()
  }

  private leaveAgenda(): void {
    if (this.entry !== undefined) this.agenda.remove(this.entry)
    this.entry = undefined
  }
}
