import type { SyncedMethod } from '../../data-points/raw/synch-method'
import type { MethodKind } from './kinds'

/** The last known methods of a lock, by kind; a kind without methods is present too. */
export type Known = ReadonlyMap<MethodKind, readonly SyncedMethod[]>

/** The changes since the last list. */
export interface MethodChanges {
  /** Methods that the last list did not have. */
  readonly added: readonly SyncedMethod[]
  /** Methods of the last list that the lock no longer has. */
  readonly removed: readonly SyncedMethod[]
  /** Methods with another user or state, as they are now. */
  readonly changed: readonly SyncedMethod[]
}

export const noChanges: MethodChanges = { added: [], removed: [], changed: [] }

export const ofKinds = (
  methods: readonly SyncedMethod[],
  kinds: readonly MethodKind[],
): readonly SyncedMethod[] => methods.filter(({ type }) => kinds.includes(type))

export const byKind = (methods: readonly SyncedMethod[], kinds: readonly MethodKind[]): Known =>
  new Map(kinds.map((kind) => [kind, ofKinds(methods, [kind])]))

/** The known methods of these kinds. */
export const only = (known: Known, kinds: readonly MethodKind[]): Known =>
  new Map([...known].filter(([kind]) => kinds.includes(kind)))

export const methodsOf = (known: Known): readonly SyncedMethod[] =>
  [...known.values()].reduce((all, methods) => all.concat(methods), [])

/** For a kind without an earlier list, no method counts as added. */
export const changesSince = (known: Known, methods: readonly SyncedMethod[]): MethodChanges => {
  const before = methodsOf(known)
  const changed: SyncedMethod[] = []
  const added: SyncedMethod[] = []
  for (const method of methods) {
    const old = before.find(isSame(method))
    if (old === undefined) {
      if (known.has(method.type)) added.push(method)
    } else if (old.memberId !== method.memberId || old.state !== method.state) {
      changed.push(method)
    }
  }
  return {
    added,
    removed: before.filter((method) => !methods.some(isSame(method))),
    changed,
  }
}

/** A lock numbers the methods of each kind separately. */
const isSame = (one: SyncedMethod) => (other: SyncedMethod) =>
  one.type === other.type && one.hardId === other.hardId
