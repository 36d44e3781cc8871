import { anyAction, type Fault, type Faults } from './fault'

export interface PlannedFaults extends Faults {
  /** The fault of this request; removes it if it is one of `next`. */
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
    end: (action) => {
      lasting.delete(action)
    },
    active: () => [...lasting].map(([action, fault]) => ({ action, fault })),
    clear: () => {
      once.clear()
      lasting.clear()
    },
    take: (action) => once.get(action)?.shift() ?? lasting.get(action) ?? lasting.get(anyAction),
  }
}
