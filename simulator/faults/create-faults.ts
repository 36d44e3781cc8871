import type { Fault, Faults } from './fault'

export interface PlannedFaults extends Faults {
  /** The fault that this request meets; one of `next` is used up by it. */
  take(action: string): Fault | undefined
}

export const createFaults = (): PlannedFaults => {
  const once = new Map<string, Fault[]>()
  const lasting = new Map<string, Fault>()
  return {
    next: (action, fault) => {
      once.set(action, [...(once.get(action) ?? []), fault])
    },
    always: (action, fault) => {
      lasting.set(action, fault)
    },
    clear: () => {
      once.clear()
      lasting.clear()
    },
    take: (action) => once.get(action)?.shift() ?? lasting.get(action),
  }
}
