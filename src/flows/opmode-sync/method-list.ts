import type { SyncedMethod } from '../../data-points/raw/synch-method'
import type { MethodKind } from './kinds'

/** What a lock was last known to hold; a kind of which it holds nothing is there too. */
export type Known = ReadonlyMap<MethodKind, readonly SyncedMethod[]>

/** What differs from last time. */
export interface MethodChanges {
  readonly added: readonly SyncedMethod[]
  readonly removed: readonly SyncedMethod[]
  /** Those that were there, and belong to another user now, or are frozen or thawed; as they are now. */
  readonly changed: readonly SyncedMethod[]
}

export const noChanges: MethodChanges = { added: [], removed: [], changed: [] }

export const ofKinds = (
  methods: readonly SyncedMethod[],
  kinds: readonly MethodKind[],
): readonly SyncedMethod[] => methods.filter(({ type }) => kinds.includes(type))

export const byKind = (methods: readonly SyncedMethod[], kinds: readonly MethodKind[]): Known =>
  new Map(kinds.map((kind) => [kind, ofKinds(methods, [kind])]))

/** What is known of these kinds. */
export const only = (known: Known, kinds: readonly MethodKind[]): Known =>
  new Map([...known].filter(([kind]) => kinds.includes(kind)))

export const methodsOf = (known: Known): readonly SyncedMethod[] =>
  [...known.values()].reduce((all, methods) => all.concat(methods), [])

/** A kind of which nothing was known is compared with nothing: none of its methods counts as added. */
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

/** A lock numbers the methods of each kind by themselves. */
const isSame = (one: SyncedMethod) => (other: SyncedMethod) =>
  one.type === other.type && one.hardId === other.hardId
