import { Observable, Subscription } from 'rxjs'
import type { Priority, Stage } from './call'

/** Keeps at most so many requests open; a user's tap goes before a poll, else first come, first served. */
export const queue = (maxOpen: number): Stage => {
  const waiting: Readonly<Record<Priority, Set<() => void>>> = { tap: new Set(), poll: new Set() }
  let open = 0

  const release = () => {
    open--
    for (const line of [waiting.tap, waiting.poll])
      for (const start of line) {
        line.delete(start)
        return start()
      }
  }

  return (next) => (call) =>
    new Observable((subscriber) => {
      const line = waiting[call.options.priority ?? 'tap']
      const request = new Subscription()
      const start = () => {
        open++
        request.add(release)
        request.add(next(call).subscribe(subscriber))
      }
      if (open < maxOpen) start()
      else {
        call.emit({ type: 'queued' })
        line.add(start)
        request.add(() => line.delete(start))
      }
      return request
    })
}
